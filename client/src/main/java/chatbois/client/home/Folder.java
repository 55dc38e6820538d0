package chatbois.client.home;

import chatbois.log.Base64Url;
import chatbois.log.Bytes32;
import chatbois.log.Event;
import chatbois.log.LogId;
import chatbois.log.Pin;
import chatbois.log.SigningKey;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// The files of one membership. Safe for any thread; and for several processes, which take turns by
/// a lock on a file.
public final class Folder {
    private static final String KEY_TITLE = "chatbois device key 1";
    private static final String DRAFTS_TITLE = "chatbois drafts 1";
    private static final String SHARED = " shared";
    private static final int MOST_DRAFTS = 200;
    private static final String WISHES_TITLE = "chatbois notify 1";

    private final Path path;
    private final WholeFile key;
    private final WholeFile profile;
    private final WholeFile wishes;
    private final WholeFile drafts;
    private final Path pins;
    private final TrackCache tracks;
    private final Begun begun;
    private final Disk disk;
    private final ReentrantLock turn = new ReentrantLock();

    @GuardedBy("turn")
    private final EventCache events;

    Folder(Path path, Disk disk) {
        this.path = path;
        this.key = new WholeFile(disk, path, "device.key");
        this.profile = new WholeFile(disk, path, "profile");
        this.wishes = new WholeFile(disk, path, "notify");
        this.drafts = new WholeFile(disk, path, "drafts");
        this.pins = path.resolve("pins");
        this.tracks = new TrackCache(path.resolve("tracks"), TrackCache.MOST_BYTES);
        this.begun = new Begun(path.resolve("begun"));
        this.disk = disk;
        this.events = new EventCache(path.resolve("community.log"));
    }

    /// The preview tracks that were fetched.
    public TrackCache tracks() {
        return tracks;
    }

    /// The files that were begun to be fetched.
    public Begun begun() {
        return begun;
    }

    /// The membership, if there is one.
    public Optional<Profile> profile() throws IOException {
        return read(profile, Profile::decode);
    }

    public void save(Profile membership) throws IOException {
        locked(_ -> {
            profile.replace(membership.encode());
            return membership;
        });
    }

    /// The device's key, if one was made.
    public Optional<SigningKey> key() throws IOException {
        return read(
                key,
                file ->
                        SigningKey.ofSeed(
                                Bytes32.parse(Lines.parse(KEY_TITLE, file).one("seed")).bytes()));
    }

    /// The device's key; it is an error that there is none.
    public SigningKey needKey() throws IOException {
        return key().orElseThrow(() -> new CorruptFile(key.path(), "it is missing"));
    }

    public void save(SigningKey device) throws IOException {
        Lines.Line seed = new Lines.Line("seed", Bytes32.of(device.seed()).toString());
        locked(_ -> {
            key.replace(new Lines(KEY_TITLE, List.of(seed)).encode());
            return device;
        });
    }

    /// What the member wishes on this device: of what to be notified, and what others are told.
    public Map<String, String> wishes() throws IOException {
        try {
            return wishes.read().map(Folder::wishes).orElse(Map.of());
        } catch (IllegalArgumentException e) {
            throw CorruptFile.ofWishes(wishes.path(), String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, String> wishes(byte[] file) {
        Map<String, String> all = new HashMap<>();
        Lines.parse(WISHES_TITLE, file).lines().forEach(line -> all.put(line.key(), line.value()));
        return all;
    }

    /// Keeps one wish in place of what it was; empty for as it is without one. What other processes
    /// of this member wish otherwise stays.
    public void wish(String what, String wish) throws IOException {
        locked(_ -> {
            Map<String, String> all = new LinkedHashMap<>(wishes());
            all.put(what, wish);
            all.values().removeIf(String::isEmpty);
            List<Lines.Line> lines =
                    all.entrySet().stream()
                            .map(each -> new Lines.Line(each.getKey(), each.getValue()))
                            .toList();
            wishes.replace(new Lines(WISHES_TITLE, lines).encode());
            return all;
        });
    }

    /// What is written and not sent, by chat.
    public Map<LogId, SavedDraft> drafts() throws IOException {
        try {
            return drafts.read().map(Folder::drafts).orElse(new LinkedHashMap<>());
        } catch (IllegalArgumentException e) {
            throw CorruptFile.ofWishes(drafts.path(), String.valueOf(e.getMessage()));
        }
    }

    private static Map<LogId, SavedDraft> drafts(byte[] file) {
        Map<LogId, SavedDraft> all = new LinkedHashMap<>();
        for (Lines.Line line : Lines.parse(DRAFTS_TITLE, file).lines()) {
            boolean shared = line.value().endsWith(SHARED);
            String value = shared ? line.value().replace(SHARED, "") : line.value();
            String text = new String(Base64Url.decode(value), StandardCharsets.UTF_8);
            all.put(LogId.parse(line.key()), new SavedDraft(text, shared));
        }
        return all;
    }

    /// Keeps what is written in some chats, those with nothing no more. What other processes keep
    /// for other chats stays, except that the oldest go when there are too many.
    public void addDrafts(Map<LogId, SavedDraft> changed) throws IOException {
        locked(_ -> {
            Map<LogId, SavedDraft> all = drafts();
            all.keySet().removeAll(changed.keySet());
            all.putAll(changed);
            all.values().removeIf(draft -> draft.text().isEmpty());
            List<Lines.Line> lines =
                    all.entrySet().stream()
                            .skip(Math.max(all.size() - MOST_DRAFTS, 0))
                            .map(Folder::draft)
                            .toList();
            drafts.replace(new Lines(DRAFTS_TITLE, lines).encode());
            return changed;
        });
    }

    private static Lines.Line draft(Map.Entry<LogId, SavedDraft> draft) {
        byte[] text = draft.getValue().text().getBytes(StandardCharsets.UTF_8);
        String mark = draft.getValue().shared() ? SHARED : "";
        return new Lines.Line(draft.getKey().toString(), Base64Url.encode(text) + mark);
    }

    /// What was seen of the logs, by whichever process of this member.
    public Pins pins() throws IOException {
        Map<LogId, Pin> seen = new HashMap<>();
        Map<LogId, Broken> broken = new HashMap<>();
        for (LogId log : Home.idsIn(pins)) {
            PinFile file = readPin(log);
            seen.put(log, file.pin());
            if (file.broken() != null) {
                broken.put(log, file.broken());
            }
        }
        return new Pins(seen, broken);
    }

    /// Adds what was seen since.
    public void add(Pins more) throws IOException {
        locked(_ -> {
            Home.makeFolder(pins);
            WholeFile.clean(pins);
            for (Map.Entry<LogId, Pin> entry : more.seen().entrySet()) {
                LogId log = entry.getKey();
                PinFile news = new PinFile(entry.getValue(), more.broken().get(log));
                pin(log).replace(readPin(log).merge(news).encode());
            }
            return more;
        });
    }

    /// Forgets what was seen of a log, and the report on it.
    public void dismiss(LogId log) throws IOException {
        locked(_ -> Files.deleteIfExists(pin(log).path()));
    }

    private PinFile readPin(LogId log) throws IOException {
        WholeFile pin = pin(log);
        try {
            return pin.read().map(file -> PinFile.decode(log, file)).orElse(PinFile.NONE);
        } catch (IllegalArgumentException e) {
            throw CorruptFile.ofPin(pin.path(), String.valueOf(e.getMessage()));
        }
    }

    private WholeFile pin(LogId log) {
        return new WholeFile(disk, pins, log.toString());
    }

    /// The community's log as far as it was kept: only a copy, to be checked against the pins.
    public List<Event> events() throws IOException {
        return locked(EventCache::load);
    }

    /// Keeps the events that come next.
    public void keep(List<Event> next) throws IOException {
        locked(cache -> {
            cache.append(next);
            return next;
        });
    }

    /// Forgets the events that were kept.
    public void dropEvents() throws IOException {
        locked(cache -> {
            cache.drop();
            return cache;
        });
    }

    /// Puts the whole folder aside, so that there is no membership here any more; gives where it is
    /// then.
    public Path putAside() throws IOException {
        turn.lock();
        try {
            Path aside = aside(1);
            for (int i = 2; Files.exists(aside); i++) {
                aside = aside(i);
            }
            return Files.move(path, aside);
        } finally {
            turn.unlock();
        }
    }

    private Path aside(int number) {
        return path.resolveSibling(path.getFileName() + ".left-" + number);
    }

    /// Removes everything, the key included.
    public void delete() throws IOException {
        turn.lock();
        try {
            delete(pins);
            delete(path);
        } finally {
            turn.unlock();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    delete(file);
                } else {
                    Files.delete(file);
                }
            }
        }
        Files.delete(folder);
    }

    private static <T> Optional<T> read(WholeFile file, Function<byte[], T> decode)
            throws IOException {
        Optional<byte[]> content = file.read();
        try {
            return content.map(decode);
        } catch (IllegalArgumentException e) {
            throw new CorruptFile(file.path(), String.valueOf(e.getMessage()));
        }
    }

    /// Something that is done while no other thread or process writes here.
    private interface Work<T> {
        T run(EventCache events) throws IOException;
    }

    private <T> T locked(Work<T> work) throws IOException {
        turn.lock();
        try {
            Home.makeFolder(path);
            try (FileChannel file = openLock();
                    FileLock _ = file.lock()) {
                WholeFile.clean(path);
                return work.run(events);
            }
        } finally {
            turn.unlock();
        }
    }

    private FileChannel openLock() throws IOException {
        return FileChannel.open(
                path.resolve("lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                OnlyOwner.FILE);
    }
}
