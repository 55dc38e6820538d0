package chatbois.client.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.protocol.BackupName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {
    @TempDir Path folder;

    @Test
    void a_link_in_the_place_of_the_unfinished_file_is_not_followed() throws Exception {
        Path others = Files.writeString(folder.resolve("others"), "precious");
        Path target = folder.resolve("backup");
        BackupName name = BackupName.at(Instant.EPOCH);
        Files.createSymbolicLink(folder.resolve("backup." + name + ".part"), others);
        assertThatThrownBy(() -> Download.open(target, name)).isInstanceOf(IOException.class);
        assertThat(others).hasContent("precious");
    }
}
