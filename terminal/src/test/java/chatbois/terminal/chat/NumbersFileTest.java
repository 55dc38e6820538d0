package chatbois.terminal.chat;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.client.home.Home;
import chatbois.terminal.state.Place;
import chatbois.terminal.state.Scene;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumbersFileTest {
    @TempDir Path directory;
    private final List<String> failures = new ArrayList<>();

    private NumbersFile file() {
        return new NumbersFile(new Home(directory));
    }

    @Test
    void what_was_saved_last_is_read() throws Exception {
        Map<Integer, Place> numbers = Map.of(2, Scene.place("#tools"), 9, Scene.kitchen());
        NumbersFile file = file();
        assertThat(file.read()).isEmpty();
        file.save(Map.of(1, Scene.place("#books")), failures::add);
        file.save(numbers, failures::add);
        file.finish();
        assertThat(file().read()).isEqualTo(numbers);
        assertThat(failures).isEmpty();
    }

    @Test
    void what_makes_no_sense_counts_for_nothing() throws Exception {
        Files.writeString(
                directory.resolve("numbers"),
                "\n3\n10 x\n4 nonsense\n5 %s\n6 %s more than that\n"
                        .formatted(Scene.kitchen().community(), Scene.kitchen().community()));
        assertThat(file().read()).containsExactly(Map.entry(5, Scene.kitchen()));
        Files.write(directory.resolve("numbers"), new byte[] {(byte) 0xff});
        assertThat(file().read()).isEmpty();
    }

    @Test
    void that_it_could_not_be_saved_is_told() throws Exception {
        Files.createDirectory(directory.resolve("numbers"));
        Files.createFile(directory.resolve("numbers/full"));
        NumbersFile file = file();
        file.save(Map.of(1, Scene.kitchen()), failures::add);
        file.finish();
        assertThat(failures)
                .singleElement()
                .asString()
                .startsWith("The numbers of the chats could not be saved: ");
    }
}
