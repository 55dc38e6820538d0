package chatbois.server.files;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.Base64Url;
import chatbois.log.Bytes32;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Refused;
import chatbois.protocol.Reply.FileHeld;
import chatbois.protocol.Request;
import chatbois.protocol.view.CommunityView;
import chatbois.protocol.view.FileRules;
import chatbois.server.community.Community;
import chatbois.server.community.Writer;
import chatbois.server.journal.Journal;
import chatbois.server.store.FileTable.Known;
import chatbois.server.store.Store;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/// Takes files in, part by part. A part is on disk before it is acknowledged, and a file belongs to
/// a member only after that member has sent every byte of it, or may read it anyway: to know a hash
/// gives nothing, and tells nobody what others have. The same file is stored once, whoever sends
/// it.
///
/// Safe for any thread; the work is done in [Lanes], all of one file in the same one.
public final class Uploads {
    private record Key(MemberId member, Bytes32 hash) {}

    /// After so many bytes of a file it is looked again whether they are within the quota.
    private static final long STEP = 1 << 20;

    /// What a member has begun and not touched for so long goes where it leaves no room for what
    /// they send now.
    private static final Duration ABANDONED = Duration.ofHours(1);

    /// How far a file is. Changed by its lane only.
    private static final class Upload {
        final long size;
        final MessageDigest sha256;
        volatile long held;

        Upload(long size, long held, MessageDigest sha256) {
            this.size = size;
            this.held = held;
            this.sha256 = sha256;
        }
    }

    private final Shelf shelf;
    private final Lanes lanes;
    private final Store store;
    private final Community community;
    private final Writer writer;
    private final Journal journal;
    private final Clock clock;
    private final Map<Key, Upload> underWay = new ConcurrentHashMap<>();

    /// What it works with.
    public record Sources(
            Shelf shelf, Lanes lanes, Store store, Community community, Writer writer) {}

    public Uploads(Sources sources, Journal journal, Clock clock) {
        this.shelf = sources.shelf();
        this.lanes = sources.lanes();
        this.store = sources.store();
        this.community = sources.community();
        this.writer = sources.writer();
        this.journal = journal;
        this.clock = clock;
    }

    /// Begins, or goes on; completes with how much there is.
    public CompletableFuture<FileHeld> offer(MemberId member, Request.OfferFile offered) {
        Known file = new Known(offered.hash(), offered.size());
        return lanes.of(file.hash(), () -> guarded(() -> offer(member, file)));
    }

    /// Takes the next bytes; completes with how much there is then, on disk.
    public CompletableFuture<FileHeld> put(MemberId member, Request.PutFilePart part) {
        Key key = new Key(member, part.hash());
        byte[] bytes = Base64Url.decode(part.data());
        return lanes.of(part.hash(), () -> guarded(() -> put(key, part.offset(), bytes)));
    }

    private interface Deed {
        FileHeld run() throws IOException;
    }

    private FileHeld guarded(Deed deed) {
        try {
            return deed.run();
        } catch (IOException e) {
            journal.fault("file_failed", e);
            throw String.valueOf(e.getMessage()).contains("No space left")
                    ? diskFull()
                    : refused(
                            Code.INTERNAL,
                            "The server could not write to its disk; try again later.");
        }
    }

    private FileHeld offer(MemberId member, Known file) throws IOException {
        FileRules rules = community.look(CommunityView::files);
        rules.checkSize(null, file.size());
        Optional<FileHeld> whole = held(member, file, rules);
        if (whole.isPresent()) {
            return whole.get();
        }
        Key key = new Key(member, file.hash());
        checkRoom(key, file, rules);
        Upload upload = underWay.get(key);
        if (upload == null || upload.held > file.size() || isGone(key, upload)) {
            forgetIdle(member);
            upload = begin(key, file);
            underWay.put(key, upload);
        } else if (upload.size != file.size()) {
            // Read once only, or whoever names another size each time keeps the disk busy.
            upload = new Upload(file.size(), upload.held, upload.sha256);
            underWay.put(key, upload);
        }
        return upload.held == upload.size ? finish(key, upload) : new FileHeld(upload.held);
    }

    /// What the member has already; under the turn, or it might be removed as idle right then.
    private Optional<FileHeld> held(MemberId member, Known file, FileRules rules) {
        if (!has(member, file.hash())) {
            return Optional.empty();
        }
        shelf.turn().lock();
        try {
            return has(member, file.hash())
                    ? Optional.of(hold(member, file, rules))
                    : Optional.empty();
        } finally {
            shelf.turn().unlock();
        }
    }

    private boolean has(MemberId member, Bytes32 hash) {
        return store.read(reader -> reader.fileTable().size(member, hash)).isPresent()
                || mayReadAlready(member, hash);
    }

    /// A file that the member has, and may name in messages for another while.
    private FileHeld hold(MemberId member, Known file, FileRules rules) {
        long size = store.read(reader -> reader.fileTable().size(file.hash())).orElse(file.size());
        if (size != file.size()) {
            throw refused(Code.BAD_REQUEST, "The file of that hash has another size.");
        }
        keep(member, file, rules);
        return new FileHeld(size);
    }

    private boolean mayReadAlready(MemberId member, Bytes32 hash) {
        return store.read(reader -> reader.fileTable().logsWith(hash)).stream()
                .anyMatch(log -> mayRead(member, log));
    }

    private boolean mayRead(MemberId member, LogId log) {
        try {
            community.checkMayRead(log, member);
            return true;
        } catch (Refused e) {
            return false;
        }
    }

    private Upload begin(Key key, Known file) throws IOException {
        long held = shelf.partSize(key.member, key.hash);
        if (held > file.size()) {
            shelf.dropPart(key.member, key.hash);
            held = 0;
        }
        return new Upload(file.size(), held, shelf.digest(key.member, key.hash));
    }

    /// Offers cost nothing, so only so many are remembered of which no byte has come.
    private void forgetIdle(MemberId member) throws IOException {
        for (Map.Entry<Key, Upload> one : underWay.entrySet()) {
            if (one.getKey().member.equals(member) && isGone(one.getKey(), one.getValue())) {
                underWay.remove(one.getKey());
            }
        }
        List<Key> idle =
                underWay.entrySet().stream()
                        .filter(one -> one.getKey().member.equals(member))
                        .filter(one -> one.getValue().held == 0)
                        .map(Map.Entry::getKey)
                        .toList();
        if (idle.size() >= Limits.FILES_UNDER_WAY) {
            idle.forEach(underWay::remove);
        }
    }

    /// Whether what had come was removed meanwhile, for its age.
    private boolean isGone(Key key, Upload upload) throws IOException {
        return upload.held > 0 && shelf.partSize(key.member, key.hash) < upload.held;
    }

    private void checkRoom(Key key, Known file, FileRules rules) throws IOException {
        long own = shelf.partSize(key.member, key.hash);
        long used = store.read(reader -> reader.fileTable().used(key.member));
        long room = rules.quota() - used - file.size() + own;
        Shelf.Begun begun = shelf.begun(key.member);
        if (begun.files() >= Limits.FILES_UNDER_WAY || begun.bytes() > room) {
            shelf.dropAbandoned(key.member, key.hash, clock.millis() - ABANDONED.toMillis());
            begun = shelf.begun(key.member);
        }
        if (own == 0) {
            checkCount(begun);
        }
        if (begun.bytes() > room) {
            throw rules.overQuota(used);
        }
        if (!shelf.hasRoom(file.size() - own)) {
            throw diskFull();
        }
    }

    private static void checkCount(Shelf.Begun begun) {
        if (begun.files() >= Limits.FILES_UNDER_WAY) {
            throw refused(
                    Code.TOO_MANY,
                    "You have begun to send %d files; end those first, or wait an hour."
                            .formatted(begun.files()));
        }
    }

    private FileHeld put(Key key, long offset, byte[] bytes) throws IOException {
        Upload upload = underWay.get(key);
        if (upload == null) {
            if (store.read(reader -> reader.fileTable().size(key.member, key.hash)).isPresent()) {
                return new FileHeld(offset + bytes.length); // another device was faster
            }
            throw refused(Code.BAD_REQUEST, "That file was not offered; offer it first.");
        }
        if (offset != upload.held) {
            return new FileHeld(upload.held);
        }
        if (bytes.length == 0
                || bytes.length > Limits.FILE_PART
                || bytes.length > upload.size - offset) {
            throw refused(Code.BAD_REQUEST, "A part has at least one byte, and none too many.");
        }
        if (isGone(key, upload)) {
            underWay.remove(key);
            throw refused(Code.BUSY, "What had come of that file was too old; offer it anew.");
        }
        if (!shelf.hasRoom(bytes.length)) {
            throw diskFull();
        }
        checkQuota(key, offset, bytes.length);
        shelf.append(key.member, key.hash, offset, bytes, clock.millis());
        upload.sha256.update(bytes);
        upload.held += bytes.length;
        return upload.held == upload.size ? finish(key, upload) : new FileHeld(upload.held);
    }

    /// Many files may have been offered before any of them came: what has come of all of them
    /// counts, and how many they are.
    private void checkQuota(Key key, long offset, int length) throws IOException {
        if (offset > 0 && offset / STEP == (offset + length) / STEP) {
            return;
        }
        Shelf.Begun begun = shelf.begun(key.member);
        if (offset == 0) {
            checkCount(begun);
        }
        FileRules rules = community.look(CommunityView::files);
        long used = store.read(reader -> reader.fileTable().used(key.member));
        if (used + begun.bytes() + length > rules.quota()) {
            throw rules.overQuota(used);
        }
    }

    /// Everything came. Only what has the hash becomes a file.
    private FileHeld finish(Key key, Upload upload) throws IOException {
        underWay.remove(key);
        if (!Bytes32.of(upload.sha256.digest()).equals(key.hash)) {
            shelf.dropPart(key.member, key.hash);
            throw refused(
                    Code.FILE_DIFFERS,
                    "What came is not the file that was announced; it may have changed meanwhile."
                            + " Send it again.");
        }
        shelf.turn().lock();
        try {
            shelf.place(key.member, key.hash);
            FileRules rules = community.look(CommunityView::files);
            keep(key.member, new Known(key.hash, upload.size), rules);
            shelf.dropPart(key.member, key.hash);
        } finally {
            shelf.turn().unlock();
        }
        journal.verbose("file_taken", "size", upload.size, "by", key.member);
        return new FileHeld(upload.size);
    }

    private void keep(MemberId member, Known file, FileRules rules) {
        boolean fits;
        try {
            fits =
                    writer.change(tx ->
                                    tx.files().hold(member, file, clock.millis(), rules.quota()))
                            .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Refused refused ? refused : e;
        }
        if (!fits) {
            throw rules.overQuota(store.read(reader -> reader.fileTable().used(member)));
        }
    }

    private static Refused diskFull() {
        return refused(
                Code.STORAGE_FULL,
                "The server's disk is nearly full, and what is left is for messages. Its owner has"
                        + " to make room.");
    }
}
