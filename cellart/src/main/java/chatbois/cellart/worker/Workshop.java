package chatbois.cellart.worker;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How workers are started, and how long they are waited for.
///
/// @param drawing the command for one that draws
/// @param preparing the command for one that makes a preview of a file
/// @param patience how long drawing one picture may take
/// @param longPatience how long making a preview may take
/// @param idle how long one is kept that has nothing to do
public record Workshop(
        List<String> drawing,
        List<String> preparing,
        Duration patience,
        Duration longPatience,
        Duration idle) {
    private static final String VECTORS = "jdk.incubator.vector";

    public Workshop {
        drawing = List.copyOf(drawing);
        preparing = List.copyOf(preparing);
    }

    /// By the JVM and the class path of this very program.
    public static Workshop ofThisProgram() {
        return new Workshop(
                command("-Xmx192m"),
                command("-Xmx768m"),
                Duration.ofSeconds(10),
                Duration.ofSeconds(120),
                Duration.ofSeconds(30));
    }

    private static List<String> command(String memory) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of(memory, "-Xss512k", "-XX:+UseSerialGC", "-XX:-UsePerfData"));
        words.addAll(List.of("-XX:+UseCompactObjectHeaders", "-XX:+SuppressFatalErrorMessage"));
        words.addAll(List.of("-Djava.awt.headless=true", "-Xlog:disable"));
        if (ModuleFinder.ofSystem().find(VECTORS).isPresent()) {
            words.addAll(List.of("--add-modules", VECTORS));
        }
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), Worker.class.getName()));
        return words;
    }

    /// Starts one that says nothing but what it is asked for.
    static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
    }
}
