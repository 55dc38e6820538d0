package chatbois.terminal.command;

import chatbois.terminal.setting.Setting;
import chatbois.terminal.setting.Settings;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Opens addresses of the web with the member's own program: the one that is set, else the one that
/// BROWSER names, else the desktop's. No shell sees an address.
record Opener(Map<String, String> environment, String system) {
    /// How long a program may take to say that it can't.
    private static final long SECONDS = 3;

    private static final File NOTHING = new File("/dev/null");

    static Opener real() {
        return new Opener(System.getenv(), System.getProperty("os.name", ""));
    }

    /// The program and what it is given before the address; empty if there is none here.
    List<String> command(Settings settings) {
        String chosen = settings.value(Setting.LINKS_OPEN);
        if (!chosen.equals(Setting.LINKS_OPEN.standard())) {
            return words(chosen);
        }
        String browser = environment.getOrDefault("BROWSER", "").split(":", 2)[0];
        if (!browser.isBlank()) {
            return words(browser);
        }
        if (system.toLowerCase(Locale.ROOT).startsWith("mac")) {
            return List.of("open");
        }
        boolean desktop =
                environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
        return desktop ? List.of("xdg-open") : List.of();
    }

    private static List<String> words(String command) {
        return List.of(command.strip().split("\\s+"));
    }

    /// Whether a program took it; waits only for a moment.
    boolean open(String address, Settings settings) throws InterruptedException {
        List<String> command = new ArrayList<>(command(settings));
        if (command.isEmpty()) {
            return false;
        }
        command.add(address);
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectInput(ProcessBuilder.Redirect.from(NOTHING))
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return !process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
