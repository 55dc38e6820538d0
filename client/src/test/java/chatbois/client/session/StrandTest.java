package chatbois.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.client.session.Entry.Delivery;
import chatbois.client.session.Timeline.Earlier;
import chatbois.log.MemberId;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StrandTest {
    private static final MemberId ANN = new MemberId(new UUID(1, 1));

    private static Entry message(long seq, @Nullable Long replyTo) {
        return new Entry(
                seq,
                1_000 + seq,
                ANN,
                "ann",
                new Said.Text("message " + seq),
                false,
                Delivery.STORED,
                new Marks(replyTo, false, 0, List.of()));
    }

    private static Strand filled(long asked, boolean more, Entry... found) {
        Strand strand = new Strand(asked, 0);
        strand.fill(new Pager.Found(List.of(found), more));
        return strand;
    }

    private static List<Long> places(Strand strand) {
        return strand.entries().stream().map(Entry::seq).toList();
    }

    @Test
    void of_a_cut_thread_what_leads_to_the_asked_one_is_shown_and_nothing_on_the_servers_word() {
        Strand strand =
                filled(
                        9,
                        true,
                        message(1, null),
                        message(6, 5L),
                        message(7, 3L),
                        message(8, 6L),
                        message(9, 6L));
        assertThat(places(strand)).containsExactly(6L, 8L, 9L);
        assertThat(strand.earlier()).isEqualTo(new Earlier(0, true));
        strand.live(message(10, 9L));
        strand.live(message(11, 7L));
        assertThat(places(strand)).containsExactly(6L, 8L, 9L, 10L);
    }

    @Test
    void an_answer_that_does_not_say_that_it_is_cut_is_seen_to_be() {
        assertThat(filled(7, false, message(1, null), message(6, 5L), message(7, 6L)).earlier())
                .isEqualTo(new Earlier(0, true));
        assertThat(filled(2, false, message(1, null), message(2, 1L)).earlier().isNone()).isTrue();
    }

    @Test
    void a_thread_without_the_asked_one_shows_what_its_root_leads_to() {
        assertThat(places(filled(4, true, message(1, null), message(6, 5L), message(7, 1L))))
                .containsExactly(1L, 7L);
    }

    @Test
    void when_it_gets_too_long_the_root_the_asked_one_and_the_newest_stay_and_the_rest_counts() {
        Strand strand = filled(3, false, message(1, null), message(2, 1L), message(3, 1L));
        long last = Strand.LIMIT + 3;
        LongStream.rangeClosed(4, last).forEach(seq -> strand.live(message(seq, seq - 1)));
        assertThat(places(strand))
                .hasSize(Strand.LIMIT)
                .startsWith(1L, 3L, 6L)
                .doesNotContain(2L)
                .endsWith(last);
        assertThat(strand.earlier()).isEqualTo(new Earlier(3, false));
        strand.live(message(last + 1, 4L));
        assertThat(places(strand)).endsWith(last + 1);
    }
}
