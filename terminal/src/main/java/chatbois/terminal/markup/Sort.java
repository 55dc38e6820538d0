package chatbois.terminal.markup;

/// What a stretch of a message is; it may be several at once.
public enum Sort {
    /// Says how something else is meant, as the stars around a word; not to be seen where that
    /// shows in another way.
    SIGN,
    BOLD,
    ITALIC,
    STRUCK,
    CODE,
    LINK,
    /// A word of the language, in code; the name of a value; a tag.
    KEYWORD,
    STRING,
    NUMBER,
    COMMENT,
    /// A line that a patch adds.
    ADDED,
    /// A line that a patch takes away.
    REMOVED
}
