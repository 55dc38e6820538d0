package chatbois.terminal.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Which programs there are on this machine.
///
/// @param path the folders to look in, as in PATH
public record Programs(String path) {
    /// What a shell makes something else of can't be judged here.
    private static final String PLAIN = "[A-Za-z0-9/._+-]+";

    static Programs real() {
        return new Programs(System.getenv().getOrDefault("PATH", ""));
    }

    /// Whether a command that a shell is to run certainly can't be run, as its program is nowhere.
    public boolean lack(String command) {
        String program = command.strip().split("\\s+", 2)[0];
        return program.matches(PLAIN)
                && (program.contains("/")
                        ? !isProgram(Path.of(program))
                        : Arrays.stream(path.split(":"))
                                .noneMatch(folder -> isProgram(Path.of(folder, program))));
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
