package chatbois.cellart.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a file is, by its first bytes; its name doesn't count.
public enum Format {
    PNG("image/png"),
    JPEG("image/jpeg"),
    GIF("image/gif"),
    BMP("image/bmp"),
    TIFF("image/tiff"),
    WEBP("image/webp"),
    SVG("image/svg+xml"),
    AVIF("image/avif", "mov"),
    HEIC("image/heic", "mov"),
    MP4("video/mp4", "mov"),
    QUICKTIME("video/quicktime", "mov"),
    MATROSKA("video/x-matroska", "matroska"),
    WEBM("video/webm", "matroska"),
    AVI("video/x-msvideo", "avi"),
    OGG("video/ogg", "ogg"),
    MPEG_TS("video/mp2t", "mpegts"),
    MPEG_PS("video/mpeg", "mpeg"),
    FLV("video/x-flv", "flv");

    /// How many bytes are looked at.
    private static final int HEAD = 4096;

    private static final int TS_PACKET = 188;

    private final String mediaType;
    private final String demuxer;

    Format(String mediaType) {
        this(mediaType, "");
    }

    Format(String mediaType, String demuxer) {
        this.mediaType = mediaType;
        this.demuxer = demuxer;
    }

    /// As in `image/png`.
    public String mediaType() {
        return mediaType;
    }

    /// Whether it takes ffmpeg to decode it.
    public boolean needsFfmpeg() {
        return !demuxer.isEmpty();
    }

    /// What ffmpeg calls it.
    String demuxer() {
        return demuxer;
    }

    /// Looks into a file.
    public static Optional<Format> of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in.readNBytes(HEAD));
        }
    }

    static Optional<Format> of(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return SIGNATURES.stream()
                .filter(signature -> text.startsWith(signature.bytes, signature.at))
                .map(Signature::format)
                .findFirst()
                .or(() -> riddle(text));
    }

    /// What no fixed bytes at a fixed place tell.
    private static Optional<Format> riddle(String text) {
        if (text.startsWith("\u001aE\u00df\u00a3")) {
            return Optional.of(text.contains("webm") ? WEBM : MATROSKA);
        }
        if (text.startsWith("ftyp", 4)) {
            return Optional.of(MP4);
        }
        if (text.startsWith("BM") && text.length() > 18 && text.startsWith("\0\0\0", 15)) {
            return Optional.of(BMP);
        }
        boolean packets = text.length() > 2 * TS_PACKET;
        for (int at = 0; at <= 2 * TS_PACKET && packets; at += TS_PACKET) {
            packets = text.charAt(at) == 'G';
        }
        if (packets) {
            return Optional.of(MPEG_TS);
        }
        // As Latin-1, the byte order mark of UTF-8 is three characters.
        String markup = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
        return markup.stripLeading().startsWith("<") && markup.contains("<svg")
                ? Optional.of(SVG)
                : Optional.empty();
    }

    private record Signature(Format format, int at, String bytes) {}

    private static final List<Signature> SIGNATURES =
            List.of(
                    new Signature(PNG, 0, "\u0089PNG\r\n\u001a\n"),
                    new Signature(JPEG, 0, "\u00ff\u00d8\u00ff"),
                    new Signature(GIF, 0, "GIF87a"),
                    new Signature(GIF, 0, "GIF89a"),
                    new Signature(TIFF, 0, "II*\0"),
                    new Signature(TIFF, 0, "MM\0*"),
                    new Signature(WEBP, 8, "WEBPVP8"),
                    new Signature(AVIF, 4, "ftypavif"),
                    new Signature(AVIF, 4, "ftypavis"),
                    new Signature(HEIC, 4, "ftyphei"),
                    new Signature(HEIC, 4, "ftyphevc"),
                    new Signature(HEIC, 4, "ftypmif1"),
                    new Signature(QUICKTIME, 4, "ftypqt"),
                    new Signature(QUICKTIME, 4, "moov\0\0"),
                    new Signature(QUICKTIME, 4, "wide\0\0"),
                    new Signature(AVI, 8, "AVI LIST"),
                    new Signature(OGG, 0, "OggS\0"),
                    new Signature(MPEG_PS, 0, "\0\0\u0001\u00ba"),
                    new Signature(FLV, 0, "FLV\u0001"));
}
