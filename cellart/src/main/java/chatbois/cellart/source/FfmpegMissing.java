package chatbois.cellart.source;

import java.nio.file.Path;

/// A file takes ffmpeg to be decoded, and there is none: it can be installed, or fetched by
/// [PackagedFfmpeg].
public final class FfmpegMissing extends Unreadable {
    FfmpegMissing() {
        super(
                "that takes ffmpeg, which isn't installed here (apt install ffmpeg, dnf install"
                        + " ffmpeg-free, brew install ffmpeg, or chatbois art --fetch-ffmpeg FILE)");
    }

    private FfmpegMissing(Path file, FfmpegMissing cause) {
        super(file, cause);
    }

    @Override
    FfmpegMissing named(Path file) {
        return new FfmpegMissing(file, this);
    }
}
