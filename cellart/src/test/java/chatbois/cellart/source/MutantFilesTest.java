package chatbois.cellart.source;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.cellart.track.BadTrack;
import chatbois.cellart.track.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Good files with something changed, or cut off: they can be shown, or it is said in one sentence
/// that they can't.
@Timeout(120)
class MutantFilesTest {
    /// More on the command line: `-Dtest.jvm.args=-Dmutants=5000`.
    private static final int MUTANTS = Integer.getInteger("mutants", 60);

    @TempDir Path folder;

    static Set<String> names() throws IOException {
        return Samples.all().keySet();
    }

    @Test
    void without_a_change_they_can_be_shown() throws Exception {
        for (String name : names()) {
            assertThat(shown(name, Samples.of(name))).as(name).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void changed_they_can_be_shown_or_are_refused(String name) throws Exception {
        byte[] sample = Samples.of(name);
        Random random = new Random(name.hashCode());
        for (int i = 0; i < MUTANTS; i++) {
            byte[] changed = sample.clone();
            int changes = 1 + random.nextInt(4);
            for (int k = 0; k < changes; k++) {
                // Half of them near the beginning, where lies count most.
                int within = random.nextBoolean() ? changed.length : Math.min(60, changed.length);
                int at = random.nextInt(within);
                changed[at] =
                        switch (random.nextInt(4)) {
                            case 0 -> (byte) 0xFF;
                            case 1 -> 0;
                            case 2 -> (byte) (changed[at] ^ 1 << random.nextInt(8));
                            default -> (byte) random.nextInt();
                        };
            }
            shown(name, changed);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void cut_off_they_can_be_shown_or_are_refused(String name) throws Exception {
        byte[] sample = Samples.of(name);
        for (int i = 0; i < 30; i++) {
            shown(name, Arrays.copyOf(sample, sample.length * i / 30));
        }
    }

    private boolean shown(String name, byte[] content) throws IOException, BadTrack {
        Path file = Files.write(folder.resolve("mutant"), content);
        try {
            Track track = Track.read(new Preparer(folder).prepare(file, Wish.USUAL).track());
            track.player().frame(track.frames() - 1);
            return true;
        } catch (Unreadable e) {
            assertThat(e.getMessage()).as(name).matches("mutant can't be read: [ -~]{1,200}\\.");
            return false;
        }
    }
}
