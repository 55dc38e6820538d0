package chatbois.server.live;

import chatbois.log.Event;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.VerifyKey;
import chatbois.protocol.AddressRange;
import chatbois.protocol.Frames;
import chatbois.protocol.Limits;
import chatbois.protocol.Presence;
import chatbois.protocol.Push;
import chatbois.protocol.Refusal;
import chatbois.protocol.ServerFrame;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.Kind;
import chatbois.server.community.Commit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Tells the connected members what was written. Each commit is encoded once, and the same bytes go
/// to everybody who follows the log. One thread does it, so that a log is told in its order. It
/// waits for no client; when it has more to do than it can, the writer waits for it.
///
/// Safe for any thread.
public final class Live implements AutoCloseable {
    /// Commits that wait to be told. Each has a frame's worth of events at most, so this bounds the
    /// memory too.
    private static final int WAITING = 64;

    private static final Duration LAST_WORD = Duration.ofSeconds(1);

    /// Says who may stay.
    public interface Access {
        /// Why a device may not be connected; empty if it may.
        Optional<Refusal> whyNot(VerifyKey device);
    }

    private final Summaries summaries;
    private final Access access;
    private final Map<MemberId, Set<Connection>> online = new ConcurrentHashMap<>();
    private final Map<LogId, Set<Connection>> followers = new ConcurrentHashMap<>();
    private final BlockingQueue<Commit> queue = new ArrayBlockingQueue<>(WAITING);
    private final Consumer<RuntimeException> failed;
    private final Thread thread = Thread.ofPlatform().name("fan-out").unstarted(this::run);

    /// @param failed hears of a commit that could not be told as a whole
    public Live(Summaries summaries, Access access, Consumer<RuntimeException> failed) {
        this.summaries = summaries;
        this.access = access;
        this.failed = failed;
    }

    public void start() {
        thread.start();
    }

    /// Takes a commit that is on disk; waits while too many are waiting to be told.
    public void told(Commit commit) {
        try {
            queue.put(commit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public void enter(Connection connection) {
        online.compute(
                connection.member(),
                (_, all) -> {
                    Set<Connection> set = all == null ? ConcurrentHashMap.newKeySet() : all;
                    set.add(connection);
                    return set;
                });
    }

    public void leave(Connection connection) {
        online.computeIfPresent(
                connection.member(),
                (_, all) -> {
                    all.remove(connection);
                    return all.isEmpty() ? null : all;
                });
        connection.gone().forEach(log -> forget(log, connection));
    }

    /// Lets a connection follow a log from behind the event `after` on.
    public void follow(Connection connection, LogId log, long after) {
        followers.compute(
                log,
                (_, all) -> {
                    Set<Connection> set = all == null ? ConcurrentHashMap.newKeySet() : all;
                    set.add(connection);
                    return set;
                });
        if (!connection.follow(log, after)) {
            forget(log, connection);
        }
    }

    /// Lets a connection follow a log no more.
    public void unfollow(Connection connection, LogId log) {
        connection.unfollow(log);
        forget(log, connection);
    }

    public List<MemberId> online() {
        return List.copyOf(online.keySet());
    }

    /// The connections there are, up to the most that are listed at once.
    ///
    /// @param details whether devices and addresses are told
    public List<Presence> presences(boolean details) {
        return online.values().stream()
                .flatMap(Set::stream)
                .limit(Limits.PRESENCES)
                .map(connection -> presence(connection, details))
                .toList();
    }

    private static Presence presence(Connection connection, boolean details) {
        Caller caller = connection.caller();
        return new Presence(
                caller.member(),
                caller.since(),
                connection.lastAsked(),
                details ? caller.device() : null,
                details ? caller.address().getHostAddress() : null);
    }

    /// Ends the connections that come from a range of addresses.
    public void disconnect(AddressRange range, Refusal why) {
        online.values().stream()
                .flatMap(Set::stream)
                .filter(connection -> range.contains(connection.caller().address()))
                .forEach(connection -> connection.close(why));
    }

    /// Whether a device of a member is connected.
    public boolean isConnected(MemberId member, VerifyKey device) {
        return online.getOrDefault(member, Set.of()).stream()
                .anyMatch(connection -> connection.device().equals(device));
    }

    public int connections() {
        return online.values().stream().mapToInt(Set::size).sum();
    }

    /// Tells a member's other connections.
    public void tellOthers(Connection origin, Push push) {
        eachOf(
                origin.member(),
                connection -> {
                    if (connection != origin) {
                        connection.tell(push);
                    }
                });
    }

    /// Tells something of the moment to those who follow a log, but not over a line that is slow.
    public void hint(LogId log, Push push, Predicate<MemberId> hears) {
        byte[] frame = Frames.encode(new ServerFrame.Told(push));
        followersOf(log).stream()
                .filter(connection -> hears.test(connection.member()))
                .forEach(connection -> connection.hint(frame));
    }

    /// Says goodbye to everybody, with the words for an end that nobody planned.
    @Override
    public void close() {
        close(
                new Refusal(
                        Refusal.Code.SHUTTING_DOWN,
                        "The server is shutting down; you'll be reconnected when it is back."));
    }

    /// Says goodbye to everybody.
    public void close(Refusal why) {
        thread.interrupt();
        try {
            thread.join(LAST_WORD);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        new ArrayList<>(online.values()).forEach(all -> all.forEach(c -> c.close(why)));
    }

    private void run() {
        try {
            while (true) {
                tell(queue.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Commit commit) {
        try {
            fanOut(commit);
        } catch (RuntimeException e) {
            failed.accept(e);
            long size = commit.head().head().size();
            followersOf(commit.log()).forEach(each -> each.grew(commit.log(), size));
        }
    }

    private void fanOut(Commit commit) {
        long first = commit.events().getFirst().seq();
        long last = commit.events().getLast().seq();
        Set<Connection> all = followersOf(commit.log());
        if (!all.isEmpty()) {
            byte[] frame =
                    Frames.encode(
                            new ServerFrame.Told(
                                    new Push.Events(commit.log(), commit.events(), commit.head())));
            all.forEach(connection -> connection.tell(commit.log(), first, last, frame));
        }
        commit.events().forEach(this::tellMembership);
    }

    /// Ends those connections of a member that may not stay.
    public void recheck(MemberId member) {
        eachOf(
                member,
                connection -> access.whyNot(connection.device()).ifPresent(connection::close));
    }

    /// Not the one that brought it about by itself: that ends when it has its answer.
    private void recheckOthers(MemberId member, VerifyKey device) {
        eachOf(
                member,
                connection -> {
                    if (!connection.device().equals(device)) {
                        access.whyNot(connection.device()).ifPresent(connection::close);
                    }
                });
    }

    private void tellMembership(Event event) {
        if (Kind.isTalk(event.header().kind()) || event.signed().content() == null) {
            return;
        }
        LogId log = event.header().log();
        MemberId author = event.header().author();
        switch (Frames.decodeBody(event.header().kind(), event.signed().content().body())) {
            case EventBody.ChatCreated created -> created.members().forEach(m -> added(m, log));
            case EventBody.ChatJoined _, EventBody.ChatJoinedByLink _ -> added(author, log);
            case EventBody.MemberInvited invited -> invited(invited.member(), log);
            case EventBody.ChatLeft _ -> left(author, log, null);
            case EventBody.InvitationTakenBack back -> left(back.member(), log, null);
            case EventBody.ChatMemberRemoved removed -> left(removed.member(), log, event);
            case EventBody.ChatDeleted _ -> summaries.people(log).forEach(m -> left(m, log, event));
            // Members read it in the chat's log; those who are invited don't read that yet.
            case EventBody.ChatChanged _ -> summaries.invited(log).forEach(m -> invited(m, log));
            case EventBody.ChatRoleGiven _,
                    EventBody.ChatLinkMade _,
                    EventBody.ChatLinkRevoked _,
                    EventBody.MessagePinned _,
                    EventBody.MessageUnpinned _,
                    EventBody.OnMessage _,
                    EventBody.ChatRetentionSet _,
                    EventBody.Message _ -> {}
            case EventBody.MemberLeft _ -> recheckOthers(author, event.header().device());
            case EventBody.MemberKicked kicked -> disconnect(kicked, summaries.nameOf(author));
            case EventBody.OnMember on -> recheckOthers(on.member(), event.header().device());
            case EventBody.InCommunity _ -> {}
        }
    }

    private void disconnect(EventBody.MemberKicked kicked, String by) {
        String reason = kicked.reason().isEmpty() ? "." : ": " + kicked.reason() + ".";
        Refusal why = new Refusal(Refusal.Code.KICKED, by + " disconnected you" + reason);
        eachOf(kicked.member(), connection -> connection.close(why));
    }

    private void added(MemberId member, LogId chat) {
        eachOf(
                member,
                connection ->
                        summaries
                                .chat(connection, chat)
                                .ifPresent(s -> connection.tell(new Push.ChatAdded(s))));
    }

    private void invited(MemberId member, LogId chat) {
        eachOf(
                member,
                connection ->
                        summaries
                                .invitation(connection, chat)
                                .ifPresent(i -> connection.tell(new Push.Invited(i))));
    }

    private void left(MemberId member, LogId chat, @Nullable Event because) {
        eachOf(
                member,
                connection -> {
                    unfollow(connection, chat);
                    connection.tell(new Push.ChatGone(chat, because));
                });
    }

    private void eachOf(MemberId member, Consumer<Connection> each) {
        online.getOrDefault(member, Set.of()).forEach(each);
    }

    private Set<Connection> followersOf(LogId log) {
        return followers.getOrDefault(log, Set.of());
    }

    private void forget(LogId log, Connection connection) {
        followers.computeIfPresent(
                log,
                (_, all) -> {
                    all.remove(connection);
                    return all.isEmpty() ? null : all;
                });
    }
}
