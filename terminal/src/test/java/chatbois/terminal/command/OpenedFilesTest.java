package chatbois.terminal.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Copies of files that were opened.
class OpenedFilesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir private Path home;

    private Path opened(Instant when) throws IOException {
        Path copy = new OpenedFiles(home.resolve("opened")).place("cat.png", when);
        Files.writeString(copy, "a cat");
        Files.setLastModifiedTime(copy.getParent(), FileTime.from(when));
        return copy;
    }

    private long copies() throws IOException {
        try (Stream<Path> all = Files.list(home.resolve("opened"))) {
            return all.count();
        }
    }

    @Test
    void each_is_called_as_it_came() throws IOException {
        Path first = opened(NOW);
        Path second = opened(NOW);
        assertThat(first).isNotEqualTo(second).hasFileName("cat.png");
        assertThat(second).hasFileName("cat.png");
    }

    @Test
    void those_of_last_week_go_when_another_one_is_opened() throws IOException {
        Path old = opened(NOW.minus(Duration.ofDays(8)));
        Path recent = opened(NOW.minus(Duration.ofDays(6)));
        Path last = opened(NOW);
        assertThat(old).doesNotExist();
        assertThat(recent).exists();
        assertThat(last).exists();
    }

    @Test
    void only_so_many_stay_and_the_newest_of_them() throws IOException {
        for (int i = 0; i < 30; i++) {
            opened(NOW.plusSeconds(i));
        }
        Path last = opened(NOW.plusSeconds(30));
        assertThat(copies()).isEqualTo(20);
        assertThat(last).exists();
    }
}
