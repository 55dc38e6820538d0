package chatbois.terminal.media;

/// What moving pictures have to put up with.
///
/// @param playing whether they move at all
/// @param bytes the most that they may cost in a second
/// @param typedAt when a key was pressed last, by the clock of [System#nanoTime]
/// @param taken how many of the frames that were told are on the screen or left out; until all are,
///   none is drawn
public record Conditions(boolean playing, int bytes, long typedAt, long taken) {}
