package chatbois.terminal.key;

/// What a terminal tells that is no key.
public sealed interface Report {
    /// The colour of its background, `0xRRGGBB`: the answer to OSC 11.
    record Background(int rgb) implements Report {}

    /// Its user has gone over from dark to light, or back (mode 2031).
    record Repainted() implements Report {}

    /// What kind of terminal it is, which every one answers: what was asked before has its answer
    /// or gets none.
    ///
    /// @param sixel whether it takes pixels as Sixel
    record Attributes(boolean sixel) implements Report {}

    /// What the terminal is called, with its version: the answer to XTVERSION.
    record Program(String name) implements Report {}

    /// Whether it takes a picture by Kitty's protocol.
    record Graphics(boolean taken) implements Report {}

    /// How many pixels a cell has.
    record CellSize(int width, int height) implements Report {}

    /// It has taken all that came before it was asked whether it is well.
    record Ready() implements Report {}

    /// The mouse did something in a cell, counted from 0 (mode 1006).
    record Mouse(Action action, int x, int y) implements Report {}

    /// What is done with a mouse.
    enum Action {
        CLICK,
        WHEEL_UP,
        WHEEL_DOWN
    }
}
