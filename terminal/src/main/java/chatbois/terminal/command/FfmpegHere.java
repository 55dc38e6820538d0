package chatbois.terminal.command;

import chatbois.cellart.source.Ffmpeg;
import chatbois.cellart.source.PackagedFfmpeg;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/// The ffmpeg of this machine: the border to it, and to where one is fetched from.
interface FfmpegHere {
    /// Whether there is none. Waits.
    boolean isMissing();

    /// How large the one is that can be fetched for this machine; nothing if there is none.
    OptionalLong size();

    /// Fetches it; for who was asked before.
    ///
    /// @throws IOException with a sentence
    void fetch(LongConsumer progress) throws IOException;

    FfmpegHere REAL =
            new FfmpegHere() {
                @Override
                public boolean isMissing() {
                    return Ffmpeg.find(PackagedFfmpeg.folder()).isEmpty();
                }

                @Override
                public OptionalLong size() {
                    return PackagedFfmpeg.forThisMachine().stream()
                            .mapToLong(PackagedFfmpeg::bytes)
                            .findFirst();
                }

                @Override
                public void fetch(LongConsumer progress) throws IOException {
                    PackagedFfmpeg.forThisMachine()
                            .orElseThrow()
                            .fetch(PackagedFfmpeg.folder(), progress);
                }
            };
}
