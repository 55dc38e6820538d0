package chatbois.terminal.cell;

import java.util.Map;

/// What a terminal can show.
///
/// @param links whether it can open an address that it is told (OSC 8): only those that are known
///   to, for some of the others show the address as rubbish
/// @param looks whether it can tell bold, italic and struck words from others
/// @param answers whether it can be asked for its colours: some show the question
public record Abilities(ColorDepth depth, boolean links, boolean looks, boolean answers) {
    private static final int FIRST_VTE = 5000;
    private static final double FIRST_TMUX = 3.4;

    /// What the environment says.
    public static Abilities of(Map<String, String> environment) {
        ColorDepth depth = ColorDepth.of(environment);
        String term = environment.getOrDefault("TERM", "dumb");
        boolean old = term.equals("dumb") || term.startsWith("linux") || term.startsWith("vt");
        return new Abilities(depth, hasLinks(environment), hasLooks(environment, depth), !old);
    }

    /// The console of Linux has no italics, GNU screen writes them in reverse.
    private static boolean hasLooks(Map<String, String> environment, ColorDepth depth) {
        String term = environment.getOrDefault("TERM", "");
        boolean old =
                term.startsWith("linux") || term.startsWith("screen") || term.startsWith("vt");
        return depth != ColorDepth.NONE && !old;
    }

    private static boolean hasLinks(Map<String, String> environment) {
        String program = environment.getOrDefault("TERM_PROGRAM", "");
        if (environment.containsKey("STY")) {
            return false; // GNU screen
        }
        if (environment.containsKey("TMUX") || program.equals("tmux")) {
            String version = environment.getOrDefault("TERM_PROGRAM_VERSION", "");
            return program.equals("tmux") && number(version) >= FIRST_TMUX;
        }
        return switch (program) {
            case "iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio" -> true;
            default ->
                    environment.containsKey("KITTY_WINDOW_ID")
                            || environment.containsKey("WT_SESSION")
                            || environment.containsKey("KONSOLE_VERSION")
                            || number(environment.getOrDefault("VTE_VERSION", "")) >= FIRST_VTE
                            || isKnown(environment.getOrDefault("TERM", ""));
        };
    }

    private static boolean isKnown(String term) {
        return term.startsWith("xterm-kitty")
                || term.startsWith("xterm-ghostty")
                || term.startsWith("foot")
                || term.startsWith("alacritty")
                || term.startsWith("wezterm")
                || term.startsWith("contour");
    }

    /// The number that a version begins with; 0 for none.
    private static double number(String version) {
        String digits = version.replaceFirst("^([0-9]{1,9}(?:\\.[0-9]{1,3})?).*$", "$1");
        return digits.matches("[0-9.]{1,13}") ? Double.parseDouble(digits) : 0;
    }
}
