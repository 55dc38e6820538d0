package chatbois.app.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Plays to each fuzz target what fuzzing found before, as an ordinary test without an agent. A
/// finding goes into `src/test/resources/chatbois/app/fuzz/NAMEInputs/TARGET`, where Jazzer puts it
/// by itself.
class CorpusTest {
    private static final Path INPUTS = Path.of("src/test/resources/chatbois/app/fuzz");
    private static final int VARIATIONS = 20;

    static Stream<Method> targets() {
        return Stream.of(
                        LogFuzz.class,
                        FramesFuzz.class,
                        TypedFuzz.class,
                        ForeignTextFuzz.class,
                        TrackFuzz.class)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(FuzzTest.class));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void what_was_found_before_is_taken(Method target) throws Exception {
        List<Path> inputs = inputs(target);
        assertThat(inputs).as("inputs for %s", target).isNotEmpty();
        for (Path input : inputs) {
            play(target, Files.readAllBytes(input));
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void what_was_found_before_is_taken_with_something_changed(Method target) throws Exception {
        Random random = new Random(target.getName().hashCode());
        for (Path input : inputs(target)) {
            byte[] bytes = Files.readAllBytes(input);
            for (int i = 0; i < VARIATIONS && bytes.length > 0; i++) {
                byte[] changed = bytes.clone();
                changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
                play(target, changed);
            }
        }
    }

    @Test
    void every_folder_of_inputs_has_its_target() throws IOException {
        List<Path> known = targets().map(CorpusTest::folder).toList();
        try (Stream<Path> folders = Files.walk(INPUTS, 2)) {
            assertThat(folders.filter(path -> path.getNameCount() == INPUTS.getNameCount() + 2))
                    .allMatch(known::contains);
        }
    }

    private static void play(Method target, byte[] input) throws Exception {
        Object fuzz = target.getDeclaringClass().getDeclaredConstructor().newInstance();
        target.invoke(fuzz, (Object) input);
    }

    private static List<Path> inputs(Method target) throws IOException {
        try (Stream<Path> files = Files.list(folder(target))) {
            return files.sorted().toList();
        }
    }

    private static Path folder(Method target) {
        String type = target.getDeclaringClass().getSimpleName();
        return INPUTS.resolve(type + "Inputs").resolve(target.getName());
    }
}
