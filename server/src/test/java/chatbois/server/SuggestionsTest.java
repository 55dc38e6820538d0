package chatbois.server;

import static chatbois.server.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.LogId;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.Suggestion;
import chatbois.protocol.Suggestion.Sort;
import chatbois.protocol.event.EventBody.ChatLeft;
import chatbois.protocol.event.EventBody.MemberRemoved;
import chatbois.protocol.event.EventBody.MemberRenamed;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.name.MemberName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which names the server suggests to whom, and in which order.
class SuggestionsTest {
    @TempDir Path folder;

    private House house;
    private Client anna;
    private Client bert;
    private Client berta;
    private Client benoit;

    @BeforeEach
    void found() throws Exception {
        house = House.found(folder.resolve("data"));
        anna = house.member("anna");
        berta = house.member("Berta");
        bert = house.member("bert");
        benoit = house.member("Bénoît");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void members_are_suggested_by_name_and_those_with_accents_after_the_exact_ones()
            throws Exception {
        assertThat(members(anna, "be", null)).isEqualTo(of(bert, berta, benoit));
        assertThat(members(anna, "BÉ", null)).isEqualTo(of(benoit, bert, berta));
        assertThat(members(anna, "nobody", null)).isEmpty();
    }

    @Test
    void nobody_is_suggested_to_themselves() throws Exception {
        assertThat(members(bert, "be", null)).isEqualTo(of(berta, benoit));
    }

    @Test
    void those_whom_one_talks_with_most_and_latest_come_first() throws Exception {
        LogId direct = anna.makeDirect(berta);
        say(anna, direct, "hello");
        assertThat(members(anna, "be", null)).isEqualTo(of(berta, bert, benoit));
        assertThat(members(berta, "", null).getFirst()).isEqualTo(of(anna).getFirst());
        assertThat(members(bert, "b", null)).isEqualTo(of(berta, benoit));

        LogId chat = anna.makeChat("plans", bert);
        house.clock.move(Duration.ofDays(30));
        say(bert, chat, "hello");
        say(anna, chat, "hello");
        assertThat(members(anna, "be", null)).isEqualTo(of(bert, berta, benoit));
    }

    @Test
    void an_accent_weighs_more_than_having_talked() throws Exception {
        say(anna, anna.makeDirect(benoit), "bonjour");
        assertThat(members(anna, "be", null)).isEqualTo(of(bert, berta, benoit));
        assertThat(members(anna, "b", null)).isEqualTo(of(benoit, bert, berta));
    }

    @Test
    void who_is_in_the_chat_comes_before_those_who_are_not() throws Exception {
        LogId chat = anna.makeChat("plans", berta);
        assertThat(members(anna, "be", chat)).isEqualTo(of(berta, bert, benoit));
    }

    @Test
    void what_was_said_before_a_restart_counts() throws Exception {
        LogId direct = anna.makeDirect(berta);
        say(anna, direct, "hello");
        house.restart();
        anna.reconnect();
        assertThat(members(anna, "be", null)).isEqualTo(of(berta, bert, benoit));
        assertThat(chats(anna, "")).containsExactly(new Suggestion(berta.id, direct, null));
    }

    @Test
    void ones_own_chats_are_suggested_and_those_in_which_one_talks_first() throws Exception {
        Suggestion beach = chat("beach", anna, bert);
        Suggestion bread = chat("bread", anna, bert);
        Suggestion direct = new Suggestion(bert.id, anna.makeDirect(bert), null);
        assertThat(chats(anna, "b")).containsExactly(beach, direct, bread);
        say(anna, bread.chat(), "hello");
        assertThat(chats(anna, "b")).containsExactly(bread, beach, direct);
        assertThat(chats(anna, "BREA")).containsExactly(bread);
    }

    @Test
    void a_chat_never_shows_to_somebody_outside() throws Exception {
        Suggestion secret = chat("secret", anna, bert);
        say(anna, secret.chat(), "hello");
        for (String typed : List.of("", "s", "secret", "SECRET")) {
            assertThat(chats(berta, typed)).isEmpty();
            assertThat(chats(bert, typed)).containsExactly(secret);
        }
        assertRefused(Code.NO_SUCH_CHAT, () -> members(berta, "", secret.chat()));
        bert.write(Objects.requireNonNull(secret.chat()), new ChatLeft());
        assertThat(chats(bert, "secret")).isEmpty();
    }

    @Test
    void whoever_was_removed_is_suggested_no_more_and_a_new_name_counts_at_once() throws Exception {
        say(anna, anna.makeDirect(berta), "hello");
        house.owner().write(house.community, new MemberRemoved(berta.id, ""));
        assertThat(members(anna, "be", null)).isEqualTo(of(bert, benoit));
        house.owner().write(house.community, new MemberRenamed(bert.id, new MemberName("zoë")));
        assertThat(members(anna, "be", null)).isEqualTo(of(benoit));
        assertThat(members(anna, "zoe", null)).isEqualTo(of(bert));
    }

    @Test
    void an_answer_has_ten_at_most() throws Exception {
        for (int i = 0; i < 11; i++) {
            house.member("carl" + i);
        }
        assertThat(members(anna, "c", null)).hasSize(Limits.SUGGESTIONS);
        assertThat(members(anna, "", null)).hasSize(Limits.SUGGESTIONS);
    }

    @Test
    void a_beginning_longer_than_any_name_is_refused() throws Exception {
        String longest = "x".repeat(Limits.SUGGEST_BEGINNING);
        assertThat(members(anna, longest, null)).isEmpty();
        assertRefused(Code.TOO_LONG, () -> members(anna, longest + "x", null));
    }

    /// Says something and waits until the chat is told of it: then the ranking knows, too.
    private static void say(Client author, @Nullable LogId chat, String text) throws Exception {
        LogId log = Objects.requireNonNull(chat);
        author.read(log);
        author.await(log, author.say(log, text).seq());
    }

    private static Suggestion chat(String name, Client maker, Client... others) throws Exception {
        return new Suggestion(null, maker.makeChat(name, others), new ChatName(name));
    }

    private static List<Suggestion> of(Client... members) {
        return Arrays.stream(members).map(m -> new Suggestion(m.id, null, null)).toList();
    }

    private static List<Suggestion> members(Client asker, String typed, @Nullable LogId chat)
            throws Exception {
        return ask(asker, new Request.Suggest(typed, Sort.MEMBER, chat));
    }

    private static List<Suggestion> chats(Client asker, String typed) throws Exception {
        return ask(asker, new Request.Suggest(typed, Sort.CHAT, null));
    }

    private static List<Suggestion> ask(Client asker, Request.Suggest typed) throws Exception {
        return ((Reply.Suggested) asker.wire().ask(typed)).best();
    }
}
