package chatbois.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TypistsTest {
    private static final LogId CHAT = log("chat");
    private static final MemberId BEN = member("ben");

    private final Typists typists = new Typists();

    private static LogId log(String name) {
        return new LogId(Sha256.of(name.getBytes(StandardCharsets.UTF_8)));
    }

    private static MemberId member(String name) {
        return new MemberId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void the_beginning_and_the_end_are_told_once() {
        assertThat(typists.isToBeTold(CHAT, BEN, true, 1_000)).isTrue();
        assertThat(typists.isToBeTold(CHAT, BEN, false, 1_500)).isTrue();
        assertThat(typists.isToBeTold(CHAT, BEN, false, 1_600)).isFalse();
    }

    @Test
    void whoever_says_it_too_often_is_not_told_of_in_whatever_chats() {
        int told = 0;
        for (int i = 0; i < 1_000; i++) {
            LogId chat = log("chat " + i % 7);
            told += typists.isToBeTold(chat, BEN, i % 2 == 0, 1_000 + i) ? 1 : 0;
        }
        assertThat(told).isLessThanOrEqualTo(2);
    }

    @Test
    void only_a_few_are_told_of_at_once_in_a_chat() {
        int told = 0;
        for (int i = 0; i < 1_000; i++) {
            told += typists.isToBeTold(CHAT, member("m" + i), true, 1_000) ? 1 : 0;
        }
        assertThat(told).isEqualTo(5);
        assertThat(typists.isToBeTold(CHAT, BEN, true, 7_001)).isTrue();
    }
}
