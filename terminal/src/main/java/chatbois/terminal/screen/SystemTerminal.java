package chatbois.terminal.screen;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;

/// Finds the terminal that the program was started in.
final class SystemTerminal {
    private SystemTerminal() {}

    /// The terminal behind standard input and output; nothing if one of them leads elsewhere or the
    /// terminal is known to be dumb.
    static Optional<Terminal> open(Map<String, String> environment) {
        String type = environment.getOrDefault("TERM", "dumb");
        if (type.equals("dumb")) {
            return Optional.empty();
        }
        knowCapabilities(type);
        // Its native library is unpacked to a temporary directory, which may forbid that.
        return open("jni").or(() -> open("exec"));
    }

    private static Optional<Terminal> open(String provider) {
        try {
            return Optional.of(
                    TerminalBuilder.builder()
                            .system(true)
                            .systemOutput(TerminalBuilder.SystemOutput.SysOut)
                            .provider(provider)
                            .dumb(false)
                            .nativeSignals(true)
                            .graphemeCluster(false)
                            .build());
        } catch (IOException | IllegalStateException | LinkageError _) {
            return Optional.empty();
        }
    }

    /// Opens and closes a pseudo-terminal, which needs nearly all that a terminal does.
    static void rehearse() throws IOException {
        knowCapabilities("xterm-256color");
        TerminalBuilder.builder()
                .system(false)
                .streams(InputStream.nullInputStream(), OutputStream.nullOutputStream())
                .provider("jni")
                .nativeSignals(true)
                .build()
                .close();
    }

    /// Spares a process at every start: JLine would ask `infocmp` for what we never use.
    private static void knowCapabilities(String type) {
        String known = InfoCmp.getDefaultInfoCmp(type);
        InfoCmp.setLoadedInfoCmp(type, known == null ? InfoCmp.getDefaultInfoCmp("ansi") : known);
    }
}
