package chatbois.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.protocol.Limits;
import org.junit.jupiter.api.Test;

class DeviceLabelTest {
    @Test
    void a_device_is_called_as_its_machine_in_one_short_line() {
        assertThat(DeviceLabel.of("laptop.local\n")).isEqualTo("laptop.local");
        assertThat(DeviceLabel.of("a\u001b[31m b")).isEqualTo("a31mb");
        assertThat(DeviceLabel.of(" \n")).isEqualTo("new device");
        assertThat(DeviceLabel.of("x".repeat(99))).hasSize(Limits.DEVICE_LABEL);
        assertThat(DeviceLabel.here()).isNotBlank();
    }
}
