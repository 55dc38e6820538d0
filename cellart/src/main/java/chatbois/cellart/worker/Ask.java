package chatbois.cellart.worker;

import chatbois.cellart.source.Wish;

/// What a worker is asked. Each has one answer, before the next is asked.
sealed interface Ask {
    /// Keep a track by a number.
    record Load(int track, byte[] bytes) implements Ask {}

    /// Draw a frame of a track, of characters.
    ///
    /// @param thrift as in [chatbois.cellart.Reel#next]
    /// @param most as there
    record Draw(int track, Look look, int frame, double thrift, int most) implements Ask {}

    /// Draw it of pixels.
    ///
    /// @param most as in [chatbois.cellart.pixel.Press#print]
    record Print(int track, Look look, int frame, int most) implements Ask {}

    /// Make a track of a file.
    record Prepare(String file, Wish wish) implements Ask {}

    /// Forget a track.
    record Drop(int track) implements Ask {}
}
