package chatbois.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.log.Malformed;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupNameTest {
    @Test
    void a_name_tells_its_time_and_names_sort_by_it() {
        Instant time = Instant.parse("2026-11-25T14:49:06.123Z");
        BackupName name = BackupName.at(time);
        assertThat(name.value()).isEqualTo("chatbois-20261125T144906123Z.backup");
        assertThat(name.time()).isEqualTo(time);
        assertThat(name).isLessThan(BackupName.at(time.plusMillis(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "server.key",
                "../chatbois-20261125T144906123Z.backup",
                "chatbois-20261125T144906123Z.backup/../../server.key",
                "chatbois-20261125T144906123Z.backup\n",
                "chatbois-20261125T14490612\u0663Z.backup",
                "chatbois-20261125T144906123ZxBackup"
            })
    void a_path_or_anything_else_is_no_name(String text) {
        assertThatThrownBy(() -> new BackupName(text)).isInstanceOf(Malformed.class);
    }
}
