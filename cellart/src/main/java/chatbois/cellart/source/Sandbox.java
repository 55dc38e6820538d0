package chatbois.cellart.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a foreign decoder runs in, the strongest first. All of them limit time, memory and files.
enum Sandbox {
    /// Linux: it sees its own program and one file, and has no network.
    BUBBLEWRAP {
        @Override
        List<String> walls(Path program, Path file) {
            List<String> walls = new ArrayList<>(List.of("bwrap", "--unshare-all"));
            walls.addAll(List.of("--die-with-parent", "--new-session", "--cap-drop", "ALL"));
            walls.addAll(List.of("--clearenv", "--dev", "/dev"));
            for (String place : List.of("/usr", "/bin", "/lib", "/lib64", LINKS, NAMES)) {
                walls.addAll(List.of("--ro-bind-try", place, place));
            }
            String folder = String.valueOf(program.getParent());
            walls.addAll(List.of("--ro-bind", folder, folder));
            // Without /proc, libraries beside the program aren't found by themselves.
            walls.addAll(List.of("--setenv", "LD_LIBRARY_PATH", folder));
            walls.addAll(List.of("--ro-bind", file.toString(), INPUT));
            return walls;
        }

        @Override
        String name(Path file) {
            return INPUT;
        }
    },

    /// macOS: it can't write and has no network.
    SEATBELT {
        @Override
        List<String> walls(Path program, Path file) {
            String rules = "(version 1)(allow default)(deny network*)(deny file-write*)";
            return List.of("/usr/bin/sandbox-exec", "-p", rules);
        }
    },

    /// Anywhere.
    LIMITS {
        @Override
        List<String> walls(Path program, Path file) {
            return List.of();
        }
    };

    /// Where the system says which libraries it has.
    private static final String LINKS = "/etc/ld.so.cache";

    private static final String NAMES = "/etc/alternatives";

    /// What stands for the file in arguments.
    static final String INPUT = "/input";

    /// No core dumps, no files written, few open ones, a minute of a processor, two gigabytes.
    private static final String LIMITED =
            "ulimit -c 0; ulimit -f 0; ulimit -n 64; ulimit -t 60; ulimit -v 2097152 2>/dev/null;"
                    + " exec \"$@\"";

    abstract List<String> walls(Path program, Path file);

    /// What the decoder has to call the file.
    String name(Path file) {
        return file.toString();
    }

    /// The command that runs a program on a file.
    List<String> around(Path program, Path file, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", LIMITED, "sh"));
        command.addAll(walls(program, file));
        command.add(program.toString());
        for (String argument : arguments) {
            command.add(argument.replace(INPUT, name(file)));
        }
        return command;
    }
}
