package chatbois.terminal.cell;

/// How pictures are painted.
///
/// @param links whether the terminal is told the addresses behind what is shown
public record Dress(Theme theme, ColorDepth depth, boolean links) {}
