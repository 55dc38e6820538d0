package chatbois.terminal.command;

import chatbois.cellart.source.Prepared;
import chatbois.cellart.source.Wish;
import chatbois.cellart.track.BadTrack;
import chatbois.cellart.track.Track;
import chatbois.cellart.worker.BeyondTheEnd;
import chatbois.cellart.worker.Studio;
import chatbois.cellart.worker.WorkerFailed;
import chatbois.cellart.worker.Workshop;
import chatbois.client.session.Files;
import chatbois.client.session.Session;
import chatbois.protocol.event.Attachment;
import chatbois.protocol.event.Preview;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A file on its way to the server, with a preview if one can be made of it: made in a process of
/// its own, which is ended with it.
///
/// @param wish which part of a moving picture the preview shows
/// @param watch hears what is being done
/// @param remarks hears what the sender should know, a sentence each
public record Outgoing(Session session, Wish wish, Watch watch, Consumer<String> remarks) {
    /// What a film may be longer than its preview without being told to be, in milliseconds.
    private static final int LENIENCE = 1_000;

    /// Hears how far it is, by any thread.
    public interface Watch {
        /// @param doing `sending summit.jpg`
        /// @param all 0 if that is not known
        void at(String doing, long done, long all);
    }

    /// Sends it, and waits for that; whoever is interrupted while waiting ends it. It is sent even
    /// if no preview can be made of it, but not if it has ended where the preview was to begin. Who
    /// has several lets [Files#check] look at all of them before.
    public Attachment send(Path file) throws IOException, ExecutionException, InterruptedException {
        String name = Attachment.nameLike(String.valueOf(file.getFileName()));
        Files files = session.files();
        watch.at("looking at " + name, 0, 0);
        Prepared prepared = MediaType.mayBePicture(file) ? prepared(file) : null;
        if (prepared != null && prepared.cut() && wish.equals(Wish.USUAL)) {
            remarks.accept(
                    "The preview of %s is cut; --from and --for choose a part.".formatted(name));
        }
        Preview preview = prepared == null ? null : preview(files, prepared);
        Files.Sent sent =
                Later.await(
                        files.upload(file, (done, all) -> watch.at("sending " + name, done, all)));
        String type = prepared == null ? MediaType.of(file) : prepared.format().mediaType();
        return new Attachment(sent.hash(), sent.size(), name, type, null, preview);
    }

    private @Nullable Prepared prepared(Path file) throws InterruptedException {
        try (Studio studio = new Studio(Workshop.ofThisProgram())) {
            return Later.await(studio.prepare(file, wish));
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case BeyondTheEnd beyond ->
                        throw new IllegalArgumentException(
                                beyond.getMessage() + " Nothing was sent.");
                case WorkerFailed failed -> {
                    remarks.accept("Sent without a picture of it: " + failed.getMessage());
                    return null;
                }
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    private @Nullable Preview preview(Files files, Prepared prepared)
            throws IOException, ExecutionException, InterruptedException {
        Track track = read(prepared);
        if (prepared.track().length > files.rules().limit()) {
            remarks.accept(
                    "Sent without a picture of it: that would be larger than files may be here"
                            + " (/server files).");
            return null;
        }
        Files.Sent sent = Later.await(files.upload(prepared.track()));
        return new Preview(
                sent.hash(),
                (int) sent.size(),
                track.width(),
                track.height(),
                track.frames(),
                track.totalMillis(),
                whole(prepared.wholeMillis(), track));
    }

    /// The length of a film that the preview shows only a part of.
    private static @Nullable Integer whole(long millis, Track track) {
        boolean more = track.frames() > 1 && millis > track.totalMillis() + LENIENCE;
        return more && millis <= Integer.MAX_VALUE ? (Integer) (int) millis : null;
    }

    private static Track read(Prepared prepared) throws IOException {
        try {
            return Track.read(prepared.track());
        } catch (BadTrack e) {
            throw new IOException("No preview could be made: " + e.getMessage(), e);
        }
    }
}
