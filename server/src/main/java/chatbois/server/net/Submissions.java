package chatbois.server.net;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.SignedEvent;
import chatbois.protocol.Frames;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.Kind;
import chatbois.server.live.Connection;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Takes what one client has signed, and what it sends of files, to where it is written, and
/// answers when it is on disk; so much of it may wait at once. Called by the conversation's thread.
final class Submissions {
    /// How many events of one client may wait for the disk at once.
    private static final int WRITING = 16;

    /// How many parts of files of one client may wait for the disk at once.
    private static final int FILING = 4;

    /// What anybody may write into the community's log, as often as they like but for the pace.
    private static final Set<Kind> PACED =
            EnumSet.of(Kind.CHAT_LINK_MADE, Kind.INVITE_MADE, Kind.MEMBER_RENAMED, Kind.STATUS_SET);

    private final Hall hall;
    private final Answers answers;
    private final Semaphore writing = new Semaphore(WRITING);
    private final Semaphore filing = new Semaphore(FILING);

    Submissions(Hall hall, Answers answers) {
        this.hall = hall;
        this.answers = answers;
    }

    void append(long id, Connection me, SignedEvent event) throws InterruptedException {
        Kind kind = Kind.ofCode(event.header().kind());
        if (kind == Kind.CHAT_CREATED
                || kind == Kind.CHAT_MADE
                || kind == Kind.MEMBER_JOINED
                || kind == Kind.DEVICE_RETURNED) {
            throw refused(Code.BAD_REQUEST, "This kind of event has a request of its own.");
        }
        checkOwn(me, event);
        hall.registry().checkWelcome(event);
        if (kind != null && PACED.contains(kind)) {
            hall.pace().count(me.member());
        }
        write(id, me, event);
    }

    void makeChat(long id, Connection me, Request.MakeChat make) throws InterruptedException {
        checkOwn(me, make.made());
        checkOwn(me, make.created());
        checkKind(make.made().header(), Kind.CHAT_MADE);
        checkKind(make.created().header(), Kind.CHAT_CREATED);
        if (make.made().content() == null
                || !(Frames.decodeBody(Kind.CHAT_MADE.code(), make.made().content().body())
                        instanceof EventBody.ChatMade(LogId chat))
                || !chat.equals(make.created().header().log())) {
            throw refused(Code.BAD_REQUEST, "The two events are about different chats.");
        }
        hall.registry().checkWelcome(make.created());
        hall.pace().count(me.member());
        write(id, me, make.made(), make.created());
    }

    /// Answers when the events are on disk, and takes the next request meanwhile.
    private void write(long id, Connection me, SignedEvent... events) throws InterruptedException {
        writing.acquire();
        boolean queued = false;
        try {
            hall.writer()
                    .append(events)
                    .whenComplete((places, failure) -> {
                        writing.release();
                        if (failure == null) {
                            answers.give(id, new Reply.Appended(places));
                            recheckAuthor(events);
                        } else {
                            answers.decline(id, failure, me.member());
                        }
                    });
            queued = true;
        } finally {
            if (!queued) {
                writing.release();
            }
        }
    }

    /// Answers when the disk has done its part, and takes the next request meanwhile: who sends a
    /// file can go on talking.
    void later(long id, Connection me, Supplier<CompletableFuture<? extends Reply>> request)
            throws InterruptedException {
        filing.acquire();
        CompletableFuture<? extends Reply> answer;
        try {
            answer = request.get();
        } catch (RuntimeException e) {
            filing.release();
            throw e;
        }
        answer.whenComplete((reply, failure) -> {
            filing.release();
            if (failure == null) {
                answers.give(id, reply);
            } else {
                Throwable cause =
                        failure instanceof CompletionException && failure.getCause() != null
                                ? failure.getCause()
                                : failure;
                answers.decline(id, cause, me.member());
            }
        });
    }

    /// Ends this connection if it has just written that its member, or device, is none any more.
    private void recheckAuthor(SignedEvent... events) {
        for (SignedEvent event : events) {
            if (!Kind.isTalk(event.header().kind())) {
                hall.live().recheck(event.header().author());
            }
        }
    }

    private static void checkOwn(Connection me, SignedEvent event) {
        Header header = event.header();
        if (!header.author().equals(me.member()) || !header.device().equals(me.device())) {
            throw refused(Code.NOT_ALLOWED, "An event is sent by the device that wrote it.");
        }
    }

    static void checkKind(Header header, Kind kind) {
        if (header.kind() != kind.code()) {
            throw refused(Code.BAD_REQUEST, "This request is for another kind of event.");
        }
    }
}
