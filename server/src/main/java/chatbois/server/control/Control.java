package chatbois.server.control;

import static chatbois.protocol.Refusal.refused;

import chatbois.protocol.LogLevel;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Reply;
import chatbois.server.backup.Backups;
import chatbois.server.community.Commit;
import chatbois.server.files.Shelf;
import chatbois.server.journal.Journal;
import chatbois.server.live.Live;
import chatbois.server.store.FileTable;
import chatbois.server.store.Reader;
import chatbois.server.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Says how the server is, and changes how much it writes down. Safe for any thread; blocks while
/// it reads.
public final class Control {
    private static final Path PROCESS = Path.of("/proc/self/status");
    private static final long KILOBYTE = 1_024;

    /// Where the log level is kept for the next start.
    public interface Keeper {
        void keep(LogLevel level) throws IOException;
    }

    /// What there is to look at.
    public record Sources(Path data, Store store, Shelf shelf, Live live, Backups backups) {}

    private final Sources sources;
    private final Journal journal;
    private final Keeper keeper;
    private final Clock clock;
    private final String version;
    private final long started;
    private final Pulse pulse;

    public Control(Sources sources, Journal journal, Keeper keeper, Clock clock, String version) {
        this.sources = sources;
        this.journal = journal;
        this.keeper = keeper;
        this.clock = clock;
        this.version = version;
        this.started = clock.millis();
        this.pulse = new Pulse(clock);
    }

    /// Counts what was just written.
    public void take(Commit commit) {
        pulse.add(commit.events().size());
    }

    public Reply.Status status() {
        try {
            return new Reply.Status(
                    version,
                    started,
                    clock.millis(),
                    sources.live().connections(),
                    sources.live().online().size(),
                    pulse.lastMinute(),
                    memory(),
                    disk(),
                    logs(sources.store().read(Reader::totals)),
                    files(),
                    sources.backups().newest().orElse(null),
                    journal.level());
        } catch (IOException e) {
            throw refused(Code.INTERNAL, "The server can't see how it is: " + e.getMessage());
        }
    }

    private static Reply.Status.Logs logs(Reader.Totals totals) {
        return new Reply.Status.Logs(totals.logs(), totals.events(), totals.largest());
    }

    private Reply.Status.Files files() throws IOException {
        FileTable.Totals whole = sources.store().read(reader -> reader.fileTable().totals());
        return new Reply.Status.Files(whole.count(), whole.bytes() + sources.shelf().begunBytes());
    }

    private static Reply.Status.Memory memory() {
        Runtime runtime = Runtime.getRuntime();
        return new Reply.Status.Memory(
                runtime.totalMemory() - runtime.freeMemory(), runtime.maxMemory(), resident());
    }

    /// As Linux tells it.
    private static @Nullable Long resident() {
        try (Stream<String> lines = Files.lines(PROCESS)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KILOBYTE)
                    .findFirst()
                    .orElse(null);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private Reply.Status.Disk disk() throws IOException {
        Path store = sources.data().resolve(Store.FILE);
        return new Reply.Status.Disk(Files.size(store), Files.getFileStore(store).getUsableSpace());
    }

    /// Takes effect at once, and after the next start too.
    public void setLogLevel(LogLevel level) {
        journal.level(level);
        journal.info("log_level", "level", level);
        try {
            keeper.keep(level);
        } catch (IOException e) {
            throw refused(
                    Code.INTERNAL,
                    "The log level is changed, but only until the next start: " + e.getMessage());
        }
    }
}
