package chatbois.client.session;

import static java.util.Objects.requireNonNull;

import chatbois.client.link.Dialer;
import chatbois.client.link.Wire;
import chatbois.log.Bytes32;
import chatbois.log.Event;
import chatbois.log.Follower;
import chatbois.log.Frontier;
import chatbois.log.LogId;
import chatbois.log.LogPage;
import chatbois.log.MemberId;
import chatbois.log.Merkle;
import chatbois.log.SignedEvent;
import chatbois.log.SignedGenesis;
import chatbois.log.SignedHead;
import chatbois.log.SigningKey;
import chatbois.log.Subtrees;
import chatbois.protocol.Address;
import chatbois.protocol.ChatSummary;
import chatbois.protocol.ClientFrame;
import chatbois.protocol.Frames;
import chatbois.protocol.Handshake;
import chatbois.protocol.Limits;
import chatbois.protocol.Push;
import chatbois.protocol.Refusal;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.ServerFrame;
import chatbois.protocol.ServerInfo;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A server that holds true logs and tells of them when the test says so, in the order that the
/// test wants. It speaks on the thread that asks or pushes.
final class PlayedServer implements Dialer, Wire {
    private static final Bytes32 TLS_KEY = new Bytes32(9, 9, 9, 9);

    final SigningKey key = SigningKey.generate(new SecureRandom());
    final SignedGenesis genesis =
            SignedGenesis.sign("shed:7777", SigningKey.generate(new SecureRandom()), key);
    final LogId community = genesis.genesis().communityId();
    final List<ChatSummary> chats = new ArrayList<>();
    private final Map<LogId, List<Event>> logs = new HashMap<>();
    private final MemberId member;
    private long time = 1_000;
    private Wire.@Nullable Receiver receiver;

    /// With what the next connection is ended while the client catches up; null for not at all.
    private @Nullable Refusal last;

    /// @param member who logs in
    PlayedServer(MemberId member) {
        this.member = member;
    }

    /// Puts an event into its log, and says nothing of it.
    synchronized void store(SignedEvent event) {
        List<Event> log = log(event.header().log());
        log.add(new Event(log.size() + 1, ++time, event));
    }

    /// Tells something of no log.
    synchronized void tell(Push push) {
        say(new ServerFrame.Told(push));
    }

    /// An event that is in no log here, as the next one of that log.
    synchronized Event next(SignedEvent event) {
        return new Event(log(event.header().log()).size() + 1, ++time, event);
    }

    /// Ends this connection, and the next one as soon as the client catches up, with these words.
    synchronized void sendAway(Refusal why) {
        last = why;
        close();
    }

    /// Tells the newest event of a log.
    synchronized void tellNewest(LogId log) {
        say(new ServerFrame.Told(new Push.Events(log, List.of(log(log).getLast()), head(log))));
    }

    private List<Event> log(LogId log) {
        return logs.computeIfAbsent(log, _ -> new ArrayList<>());
    }

    private SignedHead head(LogId log) {
        return SignedHead.sign(log, 1, frontier(log, log(log).size()).head(), key);
    }

    private Frontier frontier(LogId log, long size) {
        Frontier frontier = Frontier.EMPTY;
        for (Event event : log(log).subList(0, (int) size)) {
            frontier = frontier.append(event.leaf());
        }
        return frontier;
    }

    private Subtrees tree(LogId log) {
        return new Subtrees() {
            @Override
            public Bytes32 hash(int level, long index) {
                return level == 0
                        ? log(log).get((int) index).leaf()
                        : Merkle.node(hash(level - 1, 2 * index), hash(level - 1, 2 * index + 1));
            }
        };
    }

    @Override
    public synchronized void send(byte[] bytes) {
        ClientFrame frame = Frames.decodeClient(bytes);
        if (frame.request() instanceof Request.Chats && last != null) {
            tell(new Push.Closing(last));
            last = null;
            close();
            return;
        }
        Reply reply = reply(frame.request());
        if (reply == null) {
            Refusal no = new Refusal(Refusal.Code.BAD_REQUEST, "There is no such thing.");
            say(new ServerFrame.Declined(frame.id(), no));
            return;
        }
        say(new ServerFrame.Answered(frame.id(), reply));
        if (frame.request() instanceof Request.Resume resume) {
            resume.logs().forEach(this::tellSince);
        }
    }

    private @Nullable Reply reply(Request request) {
        return switch (request) {
            case Request.Hello hello -> welcome(hello);
            case Request.Login _ -> new Reply.LoggedIn(member);
            case Request.Chats _ -> new Reply.ChatList(chats, List.of());
            case Request.Resume resume ->
                    new Reply.Resumed(resume.logs().stream().map(this::start).toList());
            case Request.Page page -> page(page);
            case Request.MarkRead _ -> new Reply.Done();
            default -> null;
        };
    }

    private Reply.Welcome welcome(Request.Hello hello) {
        Bytes32 nonce = new Bytes32(1, 1, 1, 1);
        Handshake handshake =
                new Handshake(community, 1, key.verifyKey(), TLS_KEY, hello.nonce(), nonce);
        return new Reply.Welcome(
                Limits.PROTOCOL, "Shed", genesis, 1, nonce, handshake.signAsServer(key));
    }

    private Reply.Resumed.Start start(Request.Resume.From from) {
        long size = log(from.log()).size();
        long after = Math.max(0, from.after());
        Follower.Offer offer =
                new Follower.Offer(
                        head(from.log()),
                        Merkle.consistency(from.pinned().size(), size, tree(from.log())),
                        frontier(from.log(), after),
                        Merkle.consistency(after, size, tree(from.log())));
        return new Reply.Resumed.Start(from.log(), offer, 1);
    }

    private void tellSince(Request.Resume.From from) {
        List<Event> all = log(from.log());
        List<Event> since = all.subList((int) Math.max(0, from.after()), all.size());
        if (!since.isEmpty()) {
            say(new ServerFrame.Told(new Push.Events(from.log(), since, head(from.log()))));
        }
    }

    private @Nullable Reply page(Request.Page asked) {
        if (asked.size() > log(asked.log()).size()) {
            return null;
        }
        long from = Math.max(1, asked.last() - asked.limit() + 1);
        return new Reply.Paged(
                new LogPage(
                        frontier(asked.log(), from - 1),
                        log(asked.log()).subList((int) from - 1, (int) asked.last()),
                        Merkle.consistency(asked.last(), asked.size(), tree(asked.log()))));
    }

    private void say(ServerFrame frame) {
        requireNonNull(receiver).frame(Frames.encode(frame));
    }

    @Override
    public Wire dial(Address address, Wire.Receiver to) {
        receiver = to;
        return this;
    }

    @Override
    public ServerInfo info(Address address) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Bytes32 tlsKey() {
        return TLS_KEY;
    }

    @Override
    public void ping() {
        requireNonNull(receiver).pong();
    }

    @Override
    public void close() {
        requireNonNull(receiver).closed("closed");
    }
}
