package chatbois.cellart.source;

/// A file's preview.
///
/// @param format what the file is
/// @param track the bytes of a [chatbois.cellart.track.Track]
/// @param cut whether the file goes on where the preview ends
public record Prepared(Format format, byte[] track, boolean cut) {}
