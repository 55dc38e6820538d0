package chatbois.cellart.source;

/// A file's preview.
///
/// @param format what the file is
/// @param track the bytes of a [chatbois.cellart.track.Track]
/// @param cut whether the file goes on where the preview ends
/// @param wholeMillis how long all of the file is to be seen; 0 if that is not known
public record Prepared(Format format, byte[] track, boolean cut, long wholeMillis) {}
