package chatbois.server;

import chatbois.server.files.Hashes;
import chatbois.server.files.Shelf;
import chatbois.server.store.FileTable.Known;
import chatbois.server.store.Reader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads every file that came with a message, and holds it against its hash.
final class FileInspection {
    private static final int MOST_FINDINGS = 20;

    private final Path data;
    private final Reader reader;
    private final List<String> findings = new ArrayList<>();

    FileInspection(Path data, Reader reader) {
        this.data = data;
        this.reader = reader;
    }

    List<String> findings() {
        reader.fileTable().each(this::inspect);
        return findings;
    }

    private void inspect(Known known) {
        if (findings.size() >= MOST_FINDINGS) {
            return;
        }
        Path file = Shelf.whole(data, known.hash());
        try {
            if (!Files.exists(file)) {
                findings.add("file " + file + " is missing");
            } else if (Files.size(file) != known.size() || !Hashes.of(file).equals(known.hash())) {
                findings.add("file " + file + " is not what was sent");
            }
        } catch (IOException e) {
            findings.add("file " + file + " can't be read: " + e.getMessage());
        }
    }
}
