package chatbois.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.client.session.Entry.Delivery;
import chatbois.client.session.Marks.Reaction;
import chatbois.log.MemberId;
import chatbois.protocol.event.EventBody.MessageDeleted;
import chatbois.protocol.event.EventBody.MessageEdited;
import chatbois.protocol.event.EventBody.OnMessage;
import chatbois.protocol.event.EventBody.Reacted;
import chatbois.protocol.event.EventBody.ReactionWithdrawn;
import chatbois.protocol.name.Emoji;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AmendmentTest {
    private static final MemberId ANN = new MemberId(new UUID(1, 1));
    private static final MemberId BOB = new MemberId(new UUID(2, 2));
    private static final Emoji THUMB = new Emoji("👍");
    private static final Entry HELLO =
            new Entry(5, 1_000, ANN, "ann", new Said.Text("helo"), false, Delivery.STORED);

    private static Entry after(Entry entry, Amendment... amendments) {
        Entry now = entry;
        for (Amendment amendment : amendments) {
            now = amendment.to(now);
        }
        return now;
    }

    private static Amendment by(MemberId who, long seq, OnMessage what) {
        return new Amendment(seq, who, who.equals(ANN) ? "ann" : "bob", what, false);
    }

    @Test
    void an_edit_by_the_author_calls_whom_it_is_meant_for_and_a_later_one_does_not_uncall() {
        Amendment calls =
                new Amendment(7, ANN, "ann", new MessageEdited(5, "@cleo", null, true), true);
        assertThat(after(HELLO, calls).marks().forMe()).isTrue();
        assertThat(after(HELLO, calls, by(ANN, 9, new MessageEdited(5, "hm"))).marks().forMe())
                .isTrue();
        Amendment forged =
                new Amendment(7, BOB, "bob", new MessageEdited(5, "@cleo", null, true), true);
        assertThat(after(HELLO, forged)).isEqualTo(HELLO);
    }

    @Test
    void the_last_edit_of_the_author_counts_in_whatever_order_they_are_told() {
        Amendment first = by(ANN, 7, new MessageEdited(5, "hello"));
        Amendment second = by(ANN, 9, new MessageEdited(5, "hello!"));
        assertThat(after(HELLO, first, second).said()).isEqualTo(new Said.Text("hello!"));
        assertThat(after(HELLO, first, second, first)).isEqualTo(after(HELLO, second));
        assertThat(after(HELLO, first).marks().isEdited()).isTrue();
    }

    @Test
    void nobody_else_edits_a_message_and_nothing_else_is_touched() {
        assertThat(after(HELLO, by(BOB, 7, new MessageEdited(5, "mine")))).isEqualTo(HELLO);
        assertThat(after(HELLO, by(ANN, 7, new MessageEdited(6, "other")))).isEqualTo(HELLO);
        assertThat(after(HELLO, by(BOB, 7, new MessageDeleted(5, BOB)))).isEqualTo(HELLO);
        Entry erased = HELLO.saying(new Said.Erased(), Marks.NONE);
        assertThat(after(erased, by(ANN, 7, new MessageEdited(5, "back")))).isEqualTo(erased);
    }

    @Test
    void a_reaction_counts_once_for_each_member_until_it_is_taken_back() {
        Amendment anns = by(ANN, 7, new Reacted(5, THUMB));
        Amendment bobs = by(BOB, 8, new Reacted(5, THUMB));
        assertThat(after(HELLO, anns, bobs, anns).marks().reactions())
                .containsExactly(new Reaction(THUMB, List.of(ANN, BOB)));
        Amendment back = by(ANN, 9, new ReactionWithdrawn(5, THUMB));
        assertThat(after(HELLO, anns, bobs, back).marks().reactions())
                .containsExactly(new Reaction(THUMB, List.of(BOB)));
        assertThat(after(HELLO, anns, back).marks().reactions()).isEmpty();
    }

    @Test
    void no_more_than_twenty_emoji_stand_under_one_message() {
        Entry entry = HELLO;
        for (int i = 0; i < 30; i++) {
            Emoji emoji = new Emoji(Character.toString(0x1F600 + i));
            entry = by(ANN, 10 + i, new Reacted(5, emoji)).to(entry);
        }
        assertThat(entry.marks().reactions()).hasSize(20);
    }

    @Test
    void what_is_deleted_says_by_whom_and_nothing_brings_it_back() {
        Entry gone = after(HELLO, by(BOB, 7, new MessageDeleted(5, ANN)));
        assertThat(gone.said()).isEqualTo(new Said.Deleted("bob"));
        assertThat(after(gone, by(ANN, 8, new MessageEdited(5, "back")))).isEqualTo(gone);
    }
}
