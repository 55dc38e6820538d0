package chatbois.terminal.screen;

/// How a terminal gets along with what it is sent.
///
/// @param behind whether it has not yet taken the latest picture
/// @param laterBytes how many bytes of pictures and the like it was ever sent
/// @param rate how many bytes it takes in a second; 0 if that isn't known
/// @param frame so many bytes it takes in a moment
public record Traffic(boolean behind, long laterBytes, long rate, int frame) {}
