package chatbois.client.home;

import chatbois.log.Event;
import chatbois.log.Malformed;
import chatbois.protocol.Frames;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The community's log as read so far, one event a line, so that members needn't be fetched at
/// every start. Only a copy: whatever doesn't fit is dropped, and the reader checks the rest
/// against what is pinned.
///
/// Two processes may share it: one that finds the file longer than it left it adds nothing. Not
/// thread-safe: used under its folder's lock.
final class EventCache {
    private final Path path;
    private long length;
    private long count;

    EventCache(Path path) {
        this.path = path;
    }

    /// The events from 1 on without a gap, as many as are whole.
    List<Event> load() throws IOException {
        List<Event> events = new ArrayList<>();
        length = 0;
        count = 0;
        if (!Files.exists(path)) {
            return events;
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            for (byte[] line = line(in); line.length > 0; line = line(in)) {
                Event event = Frames.decodeEvent(line);
                if (event.seq() != events.size() + 1) {
                    break;
                }
                events.add(event);
                length += line.length;
            }
        } catch (Malformed e) {
            // A line that was cut by a crash: the events before it are whole.
        }
        count = events.size();
        truncate();
        return events;
    }

    /// Adds events, if they come next.
    void append(List<Event> events) throws IOException {
        if (events.isEmpty() || events.getFirst().seq() != count + 1) {
            return;
        }
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Event event : events) {
            lines.writeBytes(Frames.encode(event));
            lines.write('\n');
        }
        try (FileChannel file = open()) {
            if (file.size() != length) {
                return;
            }
            ByteBuffer bytes = ByteBuffer.wrap(lines.toByteArray());
            while (bytes.hasRemaining()) {
                file.write(bytes, length + bytes.position());
            }
            length += bytes.limit();
            count += events.size();
        }
    }

    void drop() throws IOException {
        length = 0;
        count = 0;
        truncate();
    }

    private void truncate() throws IOException {
        try (FileChannel file = open()) {
            file.truncate(length);
        }
    }

    private FileChannel open() throws IOException {
        return FileChannel.open(
                path, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OnlyOwner.FILE);
    }

    /// The next line with its line feed; empty at the end, or where the last line has none.
    private static byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            line.write(next);
            if (next == '\n') {
                return line.toByteArray();
            }
        }
        return new byte[0];
    }
}
