package chatbois.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class GateTest {
    private final Gate gate =
            new Gate(1, Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));
    private final InetAddress address = InetAddress.getLoopbackAddress();

    @Test
    void a_flood_of_connections_is_told_once_not_for_each() {
        assertThat(gate.enters(address)).isTrue();
        assertThat(gate.enters(address)).isFalse();

        assertThat(gate.tellsRefusal(address)).isTrue();
        assertThat(gate.tellsRefusal(address)).isFalse();
    }
}
