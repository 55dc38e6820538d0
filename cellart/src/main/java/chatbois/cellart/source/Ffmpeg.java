package chatbois.cellart.source;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The ffmpeg program: that of the system, or one that was fetched by [PackagedFfmpeg].
public final class Ffmpeg {
    private static final long PROBE_SECONDS = 10;

    private final Path program;
    private final Sandbox sandbox;

    private Ffmpeg(Path program, Sandbox sandbox) {
        this.program = program;
        this.sandbox = sandbox;
    }

    /// Finds one that runs.
    ///
    /// @param folder where a fetched one would be
    public static Optional<Ffmpeg> find(Path folder) {
        String path = System.getenv().getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
        Stream<Path> installed =
                Stream.of(path.split(File.pathSeparator))
                        .map(place -> Path.of(place).resolve("ffmpeg"))
                        .filter(Path::isAbsolute);
        return Stream.concat(installed, Stream.of(PackagedFfmpeg.program(folder)))
                .filter(Files::isExecutable)
                .flatMap(program -> at(program).stream())
                .findFirst();
    }

    /// The one at this place, if it runs: within the strongest sandbox that there is.
    static Optional<Ffmpeg> at(Path program) {
        return Stream.of(Sandbox.values())
                .filter(sandbox -> runs(sandbox.around(program, program, List.of("-version"))))
                .map(sandbox -> new Ffmpeg(program, sandbox))
                .findFirst();
    }

    private static boolean runs(List<String> command) {
        try {
            Process process =
                    builder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
        } catch (IOException _) {
            // There is no such program.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        return builder;
    }

    /// Starts it on a file, which it knows by the name that is in the arguments as [Sandbox#INPUT];
    /// what it says of it has to be read.
    Process start(Path file, List<String> arguments) throws IOException {
        Path real = file.toRealPath();
        return builder(sandbox.around(program, real, arguments))
                .redirectError(ProcessBuilder.Redirect.PIPE)
                .start();
    }

    /// Whether it sees nothing of the machine but the file.
    boolean isSealed() {
        return sandbox != Sandbox.LIMITS;
    }
}
