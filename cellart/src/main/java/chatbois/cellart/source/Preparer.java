package chatbois.cellart.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;

/// Makes previews of files. For any thread; but as it decodes what may have been made to do harm,
/// better in a process of its own.
public final class Preparer {
    static final String TOO_MUCH_MEMORY = "it takes too much memory to decode";

    /// The most bytes of a file that is decoded here.
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    /// How long it decodes before it leaves the rest.
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Path folder;
    private final Duration patience;

    /// With a fetched ffmpeg at its usual place, if there is one.
    public Preparer() {
        this(PackagedFfmpeg.folder());
    }

    /// @param folder where a fetched ffmpeg would be
    public Preparer(Path folder) {
        this(folder, PATIENCE);
    }

    Preparer(Path folder, Duration patience) {
        this.folder = folder;
        this.patience = patience;
    }

    /// @throws FfmpegMissing if it takes ffmpeg and there is none
    /// @throws Unreadable with a sentence for whoever wants to send the file
    public Prepared prepare(Path file, Wish wish) throws IOException {
        Film film = new Film(wish, System.nanoTime() + patience.toNanos());
        Format format = show(file, wish, film);
        try {
            return film.develop(format);
        } catch (Unreadable e) {
            throw e.named(file);
        }
    }

    /// Shows all pictures of a file, as long as more are wanted.
    Format show(Path file, Wish wish, Screen screen) throws IOException {
        try {
            if (!Files.isRegularFile(file)) {
                throw new NoSuchFileException(file.toString(), null, "there is no such file");
            }
            Format format =
                    Format.of(file)
                            .orElseThrow(() ->
                                    new Unreadable(
                                            "it is no picture or video of a kind that is known"
                                                    + " here"));
            decode(file, format, wish, screen);
            return format;
        } catch (Unreadable e) {
            throw e.named(file);
        } catch (RuntimeException | StackOverflowError _) {
            // Decoders answer damaged files with any of them.
            throw new Unreadable("it is damaged").named(file);
        } catch (OutOfMemoryError _) {
            throw new Unreadable(TOO_MUCH_MEMORY).named(file);
        }
    }

    private void decode(Path file, Format format, Wish wish, Screen screen) throws IOException {
        if (format.needsFfmpeg()) {
            Ffmpeg ffmpeg = Ffmpeg.find(folder).orElseThrow(FfmpegMissing::new);
            VideoReader.read(ffmpeg, format, file, wish, screen);
            return;
        }
        byte[] bytes = bytes(file, format == Format.SVG ? SvgReader.MOST_BYTES : MOST_BYTES);
        try {
            switch (format) {
                case PNG -> new PngReader(bytes, screen).read();
                case GIF -> new GifReader(bytes, screen).read();
                case WEBP -> new WebpReader(bytes, screen).read();
                case SVG -> SvgReader.read(bytes, screen);
                default -> StillReader.read(format, bytes, screen);
            }
        } catch (Unreadable e) {
            throw e;
        } catch (IOException _) {
            // What the decoders say is meant for who wrote them, and may quote the file.
            throw new Unreadable("it is damaged");
        }
    }

    private static byte[] bytes(Path file, int most) throws IOException {
        if (Files.size(file) > most) {
            throw new Unreadable("it has more than %d MB".formatted(most / 1024 / 1024));
        }
        return Files.readAllBytes(file);
    }
}
