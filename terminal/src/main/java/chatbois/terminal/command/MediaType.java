package chatbois.terminal.command;

import chatbois.cellart.source.Format;
import chatbois.protocol.event.Attachment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What kind a file is.
final class MediaType {
    private static final String PLAIN = "[a-z0-9][a-z0-9.+-]{0,62}/[a-z0-9][a-z0-9.+-]{0,62}";

    private MediaType() {}

    /// Whether its first bytes are those of a picture or film.
    static boolean mayBePicture(Path file) throws IOException {
        return Format.of(file).isPresent();
    }

    /// As its name says; anything if that says nothing.
    static String of(Path file) throws IOException {
        String type = Files.probeContentType(file);
        return type != null && type.matches(PLAIN) ? type : Attachment.ANY_TYPE;
    }
}
