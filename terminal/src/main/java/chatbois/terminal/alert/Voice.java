package chatbois.terminal.alert;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// How a terminal is told to notify. Whoever doesn't understand the one it is told shows nothing.
public enum Voice {
    /// kitty's protocol.
    OSC99,
    /// Of rxvt; also foot, WezTerm, Ghostty, VTE.
    OSC777,
    /// Of iTerm2.
    OSC9,
    BELL;

    private static final String ESC = "\u001b";
    private static final String END = ESC + "\\";
    private static final String RING = "\u0007";
    private static final Set<String> SPEAK_777 = Set.of("WezTerm", "ghostty", "WarpTerminal");

    /// What the terminal is known to understand. What passes through tmux or screen is known to
    /// nobody: there, the bell.
    public static Voice of(Map<String, String> environment) {
        String term = environment.getOrDefault("TERM", "");
        String program = environment.getOrDefault("TERM_PROGRAM", "");
        if (isInside(environment)) {
            return BELL;
        }
        if (term.startsWith("xterm-kitty") || environment.containsKey("KITTY_WINDOW_ID")) {
            return OSC99;
        }
        if (program.equals("iTerm.app") || environment.containsKey("ITERM_SESSION_ID")) {
            return OSC9;
        }
        boolean speaks777 =
                term.startsWith("foot")
                        || term.startsWith("rxvt")
                        || term.startsWith("xterm-ghostty")
                        || term.startsWith("wezterm")
                        || SPEAK_777.contains(program)
                        || environment.containsKey("VTE_VERSION");
        return speaks777 ? OSC777 : BELL;
    }

    /// Whether another program stands between this one and the terminal.
    private static boolean isInside(Map<String, String> environment) {
        String term = environment.getOrDefault("TERM", "");
        return !environment.getOrDefault("TMUX", "").isEmpty()
                || !environment.getOrDefault("STY", "").isEmpty()
                || term.startsWith("tmux")
                || term.startsWith("screen");
    }

    /// The one with that name.
    public static Optional<Voice> named(String word) {
        return Stream.of(values()).filter(voice -> voice.word().equals(word)).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What to write to the terminal. Not every rxvt and VTE understands its own: the bell rings
    /// there, too.
    public String say(Alert alert, Map<String, String> environment) {
        String said =
                switch (this) {
                    case OSC99 ->
                            kitty(alert, "title", alert.title(), alert.text().isEmpty())
                                    + (alert.text().isEmpty()
                                            ? ""
                                            : kitty(alert, "body", alert.text(), true));
                    case OSC777 ->
                            ESC
                                    + "]777;notify;"
                                    + field(alert.title())
                                    + ";"
                                    + field(alert.text())
                                    + END
                                    + RING;
                    // A digit in front would be taken for another command.
                    case OSC9 -> ESC + "]9; " + field(joined(alert)) + END;
                    case BELL -> RING;
                };
        return this != BELL && !environment.getOrDefault("TMUX", "").isEmpty()
                ? ESC + "Ptmux;" + said.replace(ESC, ESC + ESC) + END
                : said;
    }

    private static String kitty(Alert alert, String part, String text, boolean last) {
        String coded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return ESC
                + "]99;i=chatbois-%s:d=%d:p=%s:e=1:o=unfocused;"
                        .formatted(alert.about(), last ? 1 : 0, part)
                + coded
                + END;
    }

    private static String field(String text) {
        return text.replace(';', ',');
    }

    private static String joined(Alert alert) {
        return alert.text().isEmpty() ? alert.title() : alert.title() + ": " + alert.text();
    }
}
