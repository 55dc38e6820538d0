package chatbois.terminal.screen;

import chatbois.terminal.cell.Theme;
import java.util.Optional;

/// How a member wishes the screen to be painted.
///
/// @param theme nothing for the one that goes with the terminal's background
/// @param colors as [chatbois.terminal.cell.ColorDepth] calls them; another word means as many as
///   the terminal was found to have
/// @param links `on` or `off`; another word means if the terminal is known to understand
public record Appearance(Optional<Theme> theme, String colors, String links) {
    /// Whatever goes with the terminal.
    static final Appearance NONE = new Appearance(Optional.empty(), "auto", "auto");
}
