package chatbois.protocol.view;

import static chatbois.protocol.view.Refusals.assertRefused;
import static chatbois.protocol.view.Town.ANNA;
import static chatbois.protocol.view.Town.BEN;
import static chatbois.protocol.view.Town.COMMUNITY;
import static chatbois.protocol.view.Town.DORA;
import static chatbois.protocol.view.Town.OWNER_INVITE;
import static chatbois.protocol.view.Town.SERVER;
import static chatbois.protocol.view.Town.hash;
import static chatbois.protocol.view.Town.header;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.ChatMade;
import chatbois.protocol.event.EventBody.Founded;
import chatbois.protocol.event.EventBody.InviteMade;
import chatbois.protocol.event.EventBody.SettingsChanged;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommunityViewTest {
    private static final Header BY_SERVER = header(MemberId.SERVER, SERVER.verifyKey(), COMMUNITY);
    private static final Founded FOUNDED = new Founded("The kitchen", 10, OWNER_INVITE.verifyKey());

    @Test
    void a_founded_community_has_a_name_a_limit_and_nobody_in_it() {
        CommunityView view = Town.founded().view;
        assertThat(view.name()).isEqualTo("The kitchen");
        assertThat(view.settings().maxMembers()).isEqualTo(10);
        assertThat(view.settings().locked()).isFalse();
        assertThat(view.isFull()).isFalse();
        assertThat(view.members()).isEmpty();
    }

    @Test
    void the_same_log_gives_the_same_community() {
        Town town = Town.ofThree();
        town.take(ANNA, new SettingsChanged("The attic", 3, true));
        town.take(BEN, new ChatMade(chat(1)));
        CommunityView again = new CommunityView(COMMUNITY, SERVER.verifyKey());
        for (Town.Step step : town.log) {
            again.check(step.header(), step.body(), step.time());
            again.apply(step.header(), step.body(), step.time());
        }
        assertThat(Town.seen(again)).isEqualTo(Town.seen(town.view));
        assertThat(again.hasChat(chat(1))).isTrue();
    }

    @Test
    void founding_by_anybody_but_the_server_is_refused() {
        CommunityView view = Town.unfounded().view;
        Header wrongDevice = header(MemberId.SERVER, ANNA.verifyKey(), COMMUNITY);
        Header wrongAuthor = header(ANNA.id(), SERVER.verifyKey(), COMMUNITY);
        assertRefused(Code.NOT_ALLOWED, () -> view.check(wrongDevice, FOUNDED, 0));
        assertRefused(Code.NOT_ALLOWED, () -> view.check(wrongAuthor, FOUNDED, 0));
    }

    @Test
    void founding_twice_is_refused() {
        Town town = Town.founded();
        assertRefused(Code.ALREADY_THERE, () -> town.take(BY_SERVER, FOUNDED));
        town.join(ANNA, "anna", OWNER_INVITE);
        town.take(ANNA, new SettingsChanged("Another name", null, null));
        assertRefused(Code.ALREADY_THERE, () -> town.take(BY_SERVER, FOUNDED));
    }

    @Test
    void anything_before_the_founding_is_refused() {
        Town town = Town.unfounded();
        assertRefused(Code.UNKNOWN_DEVICE, () -> town.take(ANNA, new ChatMade(chat(1))));
        assertRefused(Code.UNKNOWN_DEVICE, () -> town.take(ANNA, invite(1, 0)));
        assertRefused(Code.UNKNOWN_DEVICE, () -> town.take(ANNA, settings("x", null)));
        assertRefused(Code.INVITE_UNKNOWN, () -> town.join(ANNA, "anna", OWNER_INVITE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u3000",
                "two\nlines",
                "tab\t",
                "\u001b[31m",
                "\u202Eback",
                "a\u2028b",
                "a\u2029b",
                "half \uD83D",
                "a\u200Bb",
                "a\u0085b"
            })
    void a_community_s_name_that_can_t_be_shown_is_refused(String name) {
        Town town = Town.ofThree();
        assertRefused(Code.BAD_REQUEST, () -> town.take(ANNA, settings(name, null)));
        Founded founded = new Founded(name, 10, OWNER_INVITE.verifyKey());
        assertRefused(Code.BAD_REQUEST, () -> Town.unfounded().take(BY_SERVER, founded));
    }

    @Test
    void a_community_s_name_has_up_to_64_characters() {
        Town town = Town.ofThree();
        town.take(ANNA, settings("🏠".repeat(Limits.COMMUNITY_NAME), null));
        String longer = "x".repeat(Limits.COMMUNITY_NAME + 1);
        assertRefused(Code.BAD_REQUEST, () -> town.take(ANNA, settings(longer, null)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Limits.MEMBERS + 1, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void an_impossible_limit_of_members_is_refused(int limit) {
        Town town = Town.ofThree();
        assertRefused(Code.BAD_REQUEST, () -> town.take(ANNA, settings(null, limit)));
        Founded founded = new Founded("The kitchen", limit, OWNER_INVITE.verifyKey());
        assertRefused(Code.BAD_REQUEST, () -> Town.unfounded().take(BY_SERVER, founded));
    }

    @Test
    void settings_change_what_is_said_and_nothing_else() {
        Town town = Town.ofThree();
        town.take(ANNA, settings("The attic", null));
        assertThat(town.view.name()).isEqualTo("The attic");
        assertThat(town.view.settings().maxMembers()).isEqualTo(10);
        town.take(ANNA, settings(null, 3));
        assertThat(town.view.isFull()).isTrue();
        town.take(ANNA, new SettingsChanged(null, null, true));
        assertThat(town.view.settings().locked()).isTrue();
        town.take(ANNA, new SettingsChanged(null, 4, null));
        assertThat(town.view.settings().locked()).isTrue();
        assertThat(town.view.isFull()).isFalse();
        assertThat(town.view.name()).isEqualTo("The attic");
    }

    @Test
    void a_limit_below_the_number_of_members_sends_nobody_away() {
        Town town = Town.ofThree();
        town.take(ANNA, settings(null, 1));
        assertThat(town.view.members()).hasSize(3);
        assertThat(town.view.isFull()).isTrue();
    }

    @Test
    void a_change_of_settings_by_anybody_but_the_owner_is_refused() {
        Town town = Town.ofThree();
        assertRefused(Code.NOT_ALLOWED, () -> town.take(BEN, settings("Ben's", null)));
        assertRefused(Code.UNKNOWN_DEVICE, () -> town.take(DORA, settings("Dora's", null)));
        assertRefused(Code.UNKNOWN_DEVICE, () -> town.take(BY_SERVER, settings("Mine", null)));
    }

    @Test
    void a_device_that_speaks_for_another_member_is_refused() {
        Town town = Town.ofThree();
        Header asAnna = header(ANNA.id(), BEN.verifyKey(), COMMUNITY);
        Header byNobody = header(ANNA.id(), DORA.verifyKey(), COMMUNITY);
        for (EventBody.InCommunity body :
                new EventBody.InCommunity[] {
                    settings("x", null), new ChatMade(chat(1)), invite(1, 0)
                }) {
            assertRefused(Code.UNKNOWN_DEVICE, () -> town.take(asAnna, body));
            assertRefused(Code.UNKNOWN_DEVICE, () -> town.take(byNobody, body));
        }
        assertRefused(Code.UNKNOWN_DEVICE, () -> town.view.author(asAnna));
        assertThat(town.view.author(header(BEN, COMMUNITY)).name().value()).isEqualTo("ben");
    }

    @Test
    void a_chat_that_exists_is_refused() {
        Town town = Town.ofThree();
        town.take(ANNA, new ChatMade(chat(1)));
        assertThat(town.view.hasChat(chat(1))).isTrue();
        assertThat(town.view.hasChat(chat(2))).isFalse();
        assertRefused(Code.ALREADY_THERE, () -> town.take(ANNA, new ChatMade(chat(1))));
        assertRefused(Code.ALREADY_THERE, () -> town.take(BEN, new ChatMade(chat(1))));
    }

    @Test
    void a_chat_with_the_community_s_own_log_is_refused() {
        assertRefused(Code.ALREADY_THERE, () -> Town.ofThree().take(ANNA, new ChatMade(COMMUNITY)));
    }

    @Test
    void a_member_who_made_too_many_chats_is_refused_and_another_is_not() {
        Town town = Town.ofThree();
        for (int i = 0; i < Limits.CHATS_MADE; i++) {
            town.take(ANNA, new ChatMade(chat(i)));
        }
        assertRefused(Code.TOO_MANY, () -> town.take(ANNA, new ChatMade(chat(-1))));
        town.take(BEN, new ChatMade(chat(-1)));
    }

    private static LogId chat(int number) {
        return new LogId(hash("chat " + number));
    }

    private static InviteMade invite(int uses, long expires) {
        return new InviteMade(Person.key("another invite").verifyKey(), uses, expires);
    }

    private static SettingsChanged settings(@Nullable String name, @Nullable Integer limit) {
        return new SettingsChanged(name, limit, null);
    }
}
