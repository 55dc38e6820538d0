package chatbois.cellart;

/// How many colours a terminal shows.
public enum Colors {
    /// Its own two.
    NONE,
    /// The sixteen that the terminal's owner chose; taken to be xterm's.
    SIXTEEN,
    /// The cube of 6 x 6 x 6 and the 24 greys of 256-colour terminals. Not the first sixteen, of
    /// which nobody knows how they look.
    INDEXED,
    /// All.
    FULL
}
