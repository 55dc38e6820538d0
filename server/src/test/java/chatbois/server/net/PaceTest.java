package chatbois.server.net;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.log.MemberId;
import chatbois.protocol.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class PaceTest {
    private static final MemberId ANNA = new MemberId(new UUID(1, 1));
    private static final MemberId BEN = new MemberId(new UUID(1, 2));

    private final AtomicLong now = new AtomicLong(1_000_000_000);
    private final InstantSource source = () -> Instant.ofEpochMilli(now.get());
    private final Pace pace = new Pace(clock());

    private Clock clock() {
        return source.withZone(ZoneOffset.UTC);
    }

    @Test
    void sixty_go_at_once_and_then_one_each_minute() {
        count(ANNA, 60);
        assertRefused(ANNA);
        now.addAndGet(59_999);
        assertRefused(ANNA);
        now.addAndGet(1);
        count(ANNA, 1);
        assertRefused(ANNA);
    }

    @Test
    void one_member_s_haste_is_not_another_s() {
        count(ANNA, 60);
        count(BEN, 60);
    }

    @Test
    void after_an_hour_of_rest_it_is_sixty_again() {
        count(ANNA, 60);
        now.addAndGet(3_600_000);
        count(ANNA, 60);
        assertRefused(ANNA);
    }

    private void count(MemberId member, int times) {
        for (int i = 0; i < times; i++) {
            pace.count(member);
        }
    }

    private void assertRefused(MemberId member) {
        assertThatThrownBy(() -> pace.count(member)).isInstanceOf(Refused.class);
    }
}
