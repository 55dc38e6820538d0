package chatbois.terminal.talk;

/// The place of a row in a chat that stays the same while the chat grows at both ends.
///
/// @param seq of the entry that it belongs to; 0 for what stands before the first
/// @param row counted from the first row of its text, negative above it
public record Anchor(long seq, int row) {}
