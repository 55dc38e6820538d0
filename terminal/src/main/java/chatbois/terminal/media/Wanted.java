package chatbois.terminal.media;

/// A picture that is to be seen now, and how it is played.
public record Wanted(Shot shot, Playback playback) {}
