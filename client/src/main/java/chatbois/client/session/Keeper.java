package chatbois.client.session;

import chatbois.client.home.Folder;
import chatbois.client.home.Profile;
import chatbois.client.link.Link;
import chatbois.client.link.ServerPin;
import chatbois.client.link.Untrusted;
import chatbois.log.Event;
import chatbois.log.MemberId;
import chatbois.protocol.Address;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Refused;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.Request.Resume.From;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Keeps a session connected: connects, catches up, waits for the end, and tries again after a
/// while. Runs on one virtual thread of its own.
final class Keeper implements Inbox.Shelf {
    /// After a connection that lasted this long the next wait is a short one again.
    private static final Duration GOOD = Duration.ofSeconds(5);

    private static final Duration JUST_NOW = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// No retry makes it good.
    private static final class Stop extends Exception {
        private static final long serialVersionUID = 1L;

        Stop(String sentence) {
            super(sentence);
        }
    }

    private final Guarded guarded;
    private final Writer writer;
    private final Folder folder;
    private final Outside outside;
    private final Company company;
    private final Backoff backoff;
    private Profile profile;
    private int tries;

    /// @param company hears of each connection when everything is here
    Keeper(
            Guarded guarded,
            Writer writer,
            Folder folder,
            Profile profile,
            Outside outside,
            Company company) {
        this.guarded = guarded;
        this.writer = writer;
        this.folder = folder;
        this.profile = profile;
        this.outside = outside;
        this.company = company;
        this.backoff = new Backoff(outside.random());
    }

    void start() {
        Thread.ofVirtual().name("session-keeper").start(this::run);
    }

    private void run() {
        try {
            boolean closed = false;
            while (!closed) {
                SessionState next = live();
                guarded.change(model -> model.enter(next));
                guarded.await(model -> model.standing().isAwake(), pause(next));
                closed = guarded.with(model -> model.standing().isClosed());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration pause(SessionState next) {
        return next instanceof SessionState.Waiting waiting
                ? Duration.between(outside.clock().instant(), waiting.retryAt())
                : Guarded.EVER;
    }

    /// One connection from its beginning to its end; gives what comes after it.
    private SessionState live() throws InterruptedException {
        guarded.change(model -> {
            model.enter(new SessionState.Connecting());
            model.takeClosing(); // what was said at the end of another connection
        });
        try {
            checkWhole();
            String why = connection();
            checkWhole();
            return after(why);
        } catch (Untrusted | Stop e) {
            return new SessionState.Stopped(String.valueOf(e.getMessage()));
        } catch (Refused e) {
            return refused(e);
        } catch (IOException e) {
            // Also while catching up the server may say why it ends the connection.
            return after(String.valueOf(e.getMessage()));
        }
    }

    private void checkWhole() throws Stop {
        String report =
                guarded.with(model -> {
                    var broken = model.community().broken();
                    return broken == null ? "" : broken.report();
                });
        if (!report.isEmpty()) {
            throw new Stop(report);
        }
    }

    /// Whoever was sent away comes back when they decide to, and not by themselves.
    private SessionState after(String why) {
        Refusal closing = guarded.with(Model::takeClosing).orElse(null);
        if (closing == null) {
            return waiting(why);
        }
        tellPlannedEnd(closing);
        return switch (closing.code()) {
            case KICKED ->
                    new SessionState.Stopped(closing.sentence() + " Type /reconnect to come back.");
            case BANNED -> new SessionState.Stopped(closing.sentence());
            case UNKNOWN_DEVICE -> new SessionState.Stopped(closing.sentence(), /* isOver= */ true);
            default -> waiting(why);
        };
    }

    /// An end that was announced is told when it comes, wherever the member is.
    private void tellPlannedEnd(Refusal closing) {
        long before = outside.clock().instant().minus(JUST_NOW).toEpochMilli();
        guarded.change(model -> {
            if (closing.code() == Code.SHUTTING_DOWN
                    && model.community().view().plannedEnd(before).isPresent()) {
                model.notice(closing.sentence());
            }
        });
    }

    private SessionState waiting(String why) {
        return new SessionState.Waiting(outside.clock().instant().plus(backoff.next()), why);
    }

    private SessionState refused(Refused refused) {
        return switch (refused.refusal().code()) {
            case UNKNOWN_DEVICE ->
                    new SessionState.Stopped(
                            profile.joined()
                                    ? refused.refusal().sentence()
                                    : "You were never taken in here. Join again with an invite.",
                            /* isOver= */ true);
            case PROTOCOL_UNKNOWN, BAD_SIGNATURE, BANNED ->
                    new SessionState.Stopped(refused.refusal().sentence());
            default -> waiting(refused.refusal().sentence());
        };
    }

    private String connection() throws IOException, Untrusted, Stop, InterruptedException {
        Inbox inbox =
                new Inbox(
                        guarded,
                        writer,
                        new Inbox.Speaker(profile.server(), profile.epoch()),
                        this,
                        company.drafts());
        ServerPin pin = new ServerPin(profile.community(), profile.server(), profile.epoch());
        List<Address> addresses = profile.addresses();
        Address address = addresses.get(tries++ % addresses.size());
        Link link = Link.open(outside.dialer(), address, pin, outside.random(), inbox::told);
        try (link) {
            inbox.over(link);
            login(link);
            Instant began = outside.clock().instant();
            link.closed().thenRun(() -> guarded.change(model -> model.cut(link)));
            guarded.change(model -> model.connected(link));
            if (guarded.<Boolean, RuntimeException>with(model -> model.standing().isClosed())) {
                return "closed";
            }
            catchUp(link, inbox);
            String why = Link.await(link.closed());
            if (Duration.between(began, outside.clock().instant()).compareTo(GOOD) > 0) {
                backoff.reset();
            }
            return why;
        } finally {
            guarded.change(model -> model.cut(link));
        }
    }

    private void login(Link link) throws IOException, Stop {
        MemberId member = link.login(guarded.with(model -> model.pen().device()));
        if (!member.equals(profile.member())) {
            throw new Stop(
                    "The server takes this device for another member's. Ask its owner; or join"
                            + " again with a new invite.");
        }
        if (!profile.joined()) {
            remember(profile.asJoined());
        }
    }

    private void catchUp(Link link, Inbox inbox) throws IOException, InterruptedException {
        From all = guarded.with(model -> model.community().from());
        Link.await(inbox.resume(List.of(all)));
        awaitMembers(link);
        if (!(Link.await(link.request(new Request.Chats())) instanceof Reply.ChatList list)) {
            throw new IOException("The server's list of chats is none.");
        }
        List<From> logs =
                guarded.with(model -> {
                    model.listed(list);
                    return model.toTakeUp();
                });
        for (int i = 0; i < logs.size(); i += Limits.RESUME_LOGS) {
            int end = Math.min(i + Limits.RESUME_LOGS, logs.size());
            Link.await(inbox.resume(logs.subList(i, end)));
        }
        link.request(new Request.Blocks()).thenAccept(this::blocked);
        company.connected(link);
        guarded.change(model -> {
            if (model.link() == link) {
                model.enter(new SessionState.Online());
            }
        });
        String name = guarded.with(Model::name);
        if (!name.equals(profile.name())) {
            remember(profile.withName(name));
        }
    }

    private void blocked(Reply reply) {
        if (reply instanceof Reply.BlockList all) {
            guarded.change(model -> model.around().blocked(all.blocked()));
        }
    }

    /// Waits until the community's log is here: without its members nothing else can be judged.
    private void awaitMembers(Link link) throws IOException, InterruptedException {
        long had = -1;
        while (!guarded.await(
                model -> model.link() != link || model.community().isCurrent(), PATIENCE)) {
            long has = guarded.with(model -> model.community().head().size());
            if (has == had) {
                throw new IOException("The server stopped sending the list of members.");
            }
            had = has;
        }
    }

    private void remember(Profile now) {
        profile = now;
        try {
            folder.save(now);
        } catch (IOException e) {
            guarded.change(
                    model -> model.notice("The profile could not be saved: " + e.getMessage()));
        }
    }

    @Override
    public void keep(List<Event> next) {
        try {
            folder.keep(next);
        } catch (IOException e) {
            // Only a copy: the next start fetches them again.
        }
    }

    @Override
    public void drop() {
        try {
            folder.dropEvents();
        } catch (IOException e) {
            // Only a copy: the next start finds that it doesn't fit.
        }
    }
}
