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

    /// Whether it is a picture or film by its first bytes; or by its name, so that somebody who
    /// sends one of another kind is told why it isn't shown.
    static boolean mayBePicture(Path file) throws IOException {
        String type = of(file);
        return Format.of(file).isPresent()
                || type.startsWith("image/")
                || type.startsWith("video/");
    }

    /// As its name says; anything if that says nothing.
    static String of(Path file) throws IOException {
        String type = Files.probeContentType(file);
        return type != null && type.matches(PLAIN) ? type : Attachment.ANY_TYPE;
    }
}
