package chatbois.server.community;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.Content;
import chatbois.log.Event;
import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.Malformed;
import chatbois.log.MemberId;
import chatbois.log.VerifyKey;
import chatbois.protocol.Frames;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Refused;
import chatbois.protocol.Request;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.right.Permission;
import chatbois.protocol.view.ChatView;
import chatbois.protocol.view.CommunityView;
import chatbois.protocol.view.Member;
import chatbois.server.store.LogRow;
import chatbois.server.store.Reader;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// All views in memory: the community, its chats, and which chats each member is in. Folded from
/// the logs at the start, so there is no second truth that could differ; grows with members and
/// chats, not with messages.
///
/// Only the writer changes it, under the write lock; anybody reads under the read lock.
public final class Community {
    private final LogId id;
    private final VerifyKey server;
    private final Clock clock;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    @GuardedBy("lock")
    private final CommunityView view;

    @GuardedBy("lock")
    private final Map<LogId, ChatView> chats = new HashMap<>();

    @GuardedBy("lock")
    private final Map<MemberId, Set<LogId>> chatsOf = new HashMap<>();

    @GuardedBy("lock")
    private final Set<LogId> openChats = new LinkedHashSet<>();

    @GuardedBy("lock")
    private @Nullable NameWatch watch;

    /// @param clock the server's, by which bans end
    public Community(LogId id, VerifyKey server, Clock clock) {
        this.id = id;
        this.server = server;
        this.clock = clock;
        this.view = new CommunityView(id, server);
    }

    /// Reads everything but the messages.
    public void load(Reader reader) {
        // The community's log is the first.
        Departures departures = new Departures();
        for (LogRow row : reader.logs()) {
            Departures.Heard heard = new Departures.Heard();
            Consumer<MemberId> drop = member -> drop(row.log(), member);
            reader.eachControl(
                    row,
                    event -> {
                        EventBody body = body(event);
                        if (body instanceof EventBody.InCommunity known) {
                            departures.take(event.header().author(), known, event.time());
                        } else {
                            departures.until(event.time(), heard, drop);
                        }
                        apply(event, body);
                    });
            if (!row.log().equals(id)) {
                departures.until(Long.MAX_VALUE, heard, drop);
            }
        }
    }

    private void drop(LogId chat, MemberId member) {
        lock.writeLock().lock();
        try {
            leave(member, chat);
            ChatView known = chats.get(chat);
            if (known != null) {
                known.drop(member);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /// Who hears of the members and the public chats from now on.
    public void watch(NameWatch watching) {
        lock.writeLock().lock();
        try {
            watch = watching;
            view.watch(watching);
        } finally {
            lock.writeLock().unlock();
        }
    }

    public LogId id() {
        return id;
    }

    public VerifyKey server() {
        return server;
    }

    /// What a look at the views gives; the look must not keep them.
    public <T> T look(Function<CommunityView, T> look) {
        lock.readLock().lock();
        try {
            return look.apply(view);
        } finally {
            lock.readLock().unlock();
        }
    }

    /// What a look at a chat gives, for one of its members; refuses everybody else.
    public <T> T lookAtChat(LogId chat, MemberId member, Function<ChatView, T> look) {
        lock.readLock().lock();
        try {
            ChatView found = chat(chat);
            found.checkMember(member);
            return look.apply(found);
        } finally {
            lock.readLock().unlock();
        }
    }

    /// Refuses a member who can say nothing in that chat now.
    public void checkMaySay(LogId chat, MemberId member, long time) {
        lock.readLock().lock();
        try {
            chat(chat).checkMaySay(member, view, time);
        } finally {
            lock.readLock().unlock();
        }
    }

    /// How many days messages are kept in a chat; 0 for ever.
    public int retentionDays(LogId chat) {
        Integer own = ownRetentionDays(chat);
        return own != null ? own : look(CommunityView::retentionDays);
    }

    /// A chat's own rule for that; null if it has none.
    public @Nullable Integer ownRetentionDays(LogId chat) {
        lock.readLock().lock();
        try {
            ChatView found = chats.get(chat);
            return found == null ? null : found.retentionDays();
        } finally {
            lock.readLock().unlock();
        }
    }

    /// What a look at a chat gives that the member may come into, by that link or without one;
    /// refuses whoever may not, in the words for a chat that doesn't exist.
    public <T> T lookFromOutside(
            Request.Entrance entrance, MemberId member, long time, Function<ChatView, T> look) {
        lock.readLock().lock();
        try {
            ChatView found = chat(entrance.chat());
            found.checkMayEnter(member, entrance.link(), time);
            return look.apply(found);
        } finally {
            lock.readLock().unlock();
        }
    }

    /// What a look gives at each chat that is public now; the look must not keep them.
    public <T> List<T> eachOpenChat(Function<ChatView, T> look) {
        lock.readLock().lock();
        try {
            return openChats.stream().map(chat -> look.apply(chat(chat))).toList();
        } finally {
            lock.readLock().unlock();
        }
    }

    /// What a look gives at those of some chats that are public now.
    public <T> List<T> lookAtOpenChats(List<LogId> some, Function<ChatView, T> look) {
        lock.readLock().lock();
        try {
            return some.stream()
                    .filter(openChats::contains)
                    .map(chat -> look.apply(chat(chat)))
                    .toList();
        } finally {
            lock.readLock().unlock();
        }
    }

    /// Who is in a chat, or was when it was deleted, and who is invited to it.
    public Set<MemberId> people(LogId chat) {
        lock.readLock().lock();
        try {
            ChatView found = chat(chat);
            Set<MemberId> people = new LinkedHashSet<>(found.members());
            people.addAll(found.invited());
            return people;
        } finally {
            lock.readLock().unlock();
        }
    }

    /// Who is invited to a chat.
    public Set<MemberId> invited(LogId chat) {
        lock.readLock().lock();
        try {
            return Set.copyOf(chat(chat).invited());
        } finally {
            lock.readLock().unlock();
        }
    }

    /// The chats that were deleted.
    List<LogId> deletedChats() {
        lock.readLock().lock();
        try {
            return chats.values().stream().filter(ChatView::isDeleted).map(ChatView::chat).toList();
        } finally {
            lock.readLock().unlock();
        }
    }

    /// How long an author waits from one message to the next in a chat, in milliseconds: as the
    /// chat wants it, and as a panic wants it everywhere.
    long slowFor(Header header, long time) {
        lock.readLock().lock();
        try {
            long slow = chat(header.log()).slowFor(header.author(), view, time);
            long panic = view.slowSeconds() * 1_000L;
            return panic > slow && !isUndisturbed(header) ? panic : slow;
        } finally {
            lock.readLock().unlock();
        }
    }

    private boolean isUndisturbed(Header header) {
        return view.author(header).role().permissions().contains(Permission.PANIC);
    }

    /// Refuses unless the member may read the log.
    public void checkMayRead(LogId log, MemberId member) {
        if (!log.equals(id)) {
            lookAtChat(log, member, ChatView::chat);
        }
    }

    /// What a look gives at each chat that the member is in or invited to.
    public <T> List<T> eachChatOf(MemberId member, Function<ChatView, T> look) {
        lock.readLock().lock();
        try {
            return chatsOf.getOrDefault(member, Set.of()).stream()
                    .map(chat -> look.apply(chat(chat)))
                    .toList();
        } finally {
            lock.readLock().unlock();
        }
    }

    /// The member for whom a device may come in now; refuses all other devices.
    public Member checkMayEnter(VerifyKey device) {
        return look(view -> view.checkMayEnter(device, clock.millis()));
    }

    /// The one whom a member talks with in a direct chat; nobody in any other.
    public Optional<MemberId> otherIn(LogId chat, MemberId member) {
        lock.readLock().lock();
        try {
            return Optional.ofNullable(chats.get(chat)).flatMap(view -> view.otherThan(member));
        } finally {
            lock.readLock().unlock();
        }
    }

    /// Why a device may not be connected now; empty if it may.
    public Optional<Refusal> whyNot(VerifyKey device) {
        try {
            checkMayEnter(device);
            return Optional.empty();
        } catch (Refused e) {
            return Optional.of(e.refusal());
        }
    }

    /// Throws a refusal unless this event may come next. Used by the writer, and by everybody else
    /// to refuse early.
    void check(Header header, EventBody body, long time) {
        lock.readLock().lock();
        try {
            switch (body) {
                case EventBody.InCommunity event -> {
                    checkLog(header, id);
                    view.check(header, event, time);
                }
                case EventBody.InChat event -> checkInChat(header, event, time);
            }
        } finally {
            lock.readLock().unlock();
        }
    }

    /// Takes in an event that is on disk.
    void apply(Event event) {
        apply(event, body(event));
    }

    private void apply(Event event, EventBody body) {
        lock.writeLock().lock();
        try {
            switch (body) {
                case EventBody.InCommunity known -> {
                    view.apply(event.header(), known, event.time());
                    dropGone(event.header().author(), known);
                }
                case EventBody.InChat known -> applyInChat(event, known);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /// What an event says; a body that is missing or not understood is a fault of the sender.
    static EventBody body(Event event) {
        Content content = event.signed().content();
        if (content == null) {
            throw new Malformed("event " + event.seq() + " has no body");
        }
        return Frames.decodeBody(event.header().kind(), content.body());
    }

    private ChatView chat(LogId chat) {
        ChatView found = chats.get(chat);
        if (found == null) {
            throw refused(
                    Code.NO_SUCH_CHAT, "You are in no such chat; /join it if you are invited.");
        }
        return found;
    }

    private void checkLog(Header header, LogId log) {
        if (!header.log().equals(log)) {
            throw refused(Code.BAD_REQUEST, "This kind of event belongs in another log.");
        }
    }

    private void checkInChat(Header header, EventBody.InChat event, long time) {
        view.checkWriter(header, event, time);
        if (event instanceof EventBody.ChatCreated created) {
            if (chats.containsKey(header.log()) || header.log().equals(id)) {
                throw refused(Code.ALREADY_THERE, "This chat exists already.");
            }
            new ChatView(id, header.log()).check(header, created, view, time);
            created.members().forEach(this::checkRoom);
        } else {
            chat(header.log()).check(header, event, view, time);
            if (event instanceof EventBody.MemberInvited invited) {
                checkRoom(invited.member());
            } else if (event instanceof EventBody.ChatJoined
                    || event instanceof EventBody.ChatJoinedByLink) {
                checkRoomToJoin(header);
            }
        }
    }

    /// Who is invited has room for it already.
    private void checkRoomToJoin(Header header) {
        if (!chatsOf.getOrDefault(header.author(), Set.of()).contains(header.log())) {
            checkRoom(header.author());
        }
    }

    private void checkRoom(MemberId member) {
        if (chatsOf.getOrDefault(member, Set.of()).size() >= Limits.CHATS_PER_MEMBER) {
            throw refused(
                    Code.TOO_MANY,
                    "A member can be in at most "
                            + Limits.CHATS_PER_MEMBER
                            + " chats; leave some.");
        }
    }

    private void applyInChat(Event event, EventBody.InChat body) {
        LogId log = event.header().log();
        MemberId author = event.header().author();
        ChatView chat = chats.computeIfAbsent(log, _ -> new ChatView(id, log));
        ChatName before = openName(chat);
        chat.apply(event.header(), body, event.seq());
        switch (body) {
            case EventBody.ChatCreated created -> created.members().forEach(m -> enter(m, log));
            case EventBody.MemberInvited invited -> enter(invited.member(), log);
            case EventBody.ChatJoined _, EventBody.ChatJoinedByLink _ -> enter(author, log);
            case EventBody.ChatLeft _ -> leave(author, log);
            case EventBody.InvitationTakenBack back -> leave(back.member(), log);
            case EventBody.ChatMemberRemoved removed -> leave(removed.member(), log);
            case EventBody.ChatDeleted _ -> {
                chat.members().forEach(member -> leave(member, log));
                chat.invited().forEach(member -> leave(member, log));
            }
            case EventBody.ChatChanged _,
                    EventBody.ChatRoleGiven _,
                    EventBody.ChatLinkMade _,
                    EventBody.ChatLinkRevoked _,
                    EventBody.MessagePinned _,
                    EventBody.MessageUnpinned _,
                    EventBody.OnMessage _,
                    EventBody.ChatRetentionSet _,
                    EventBody.Message _ -> {}
        }
        if (chat.isOpen()) {
            openChats.add(log);
        } else {
            openChats.remove(log);
        }
        ChatName after = openName(chat);
        if (watch != null && !Objects.equals(before, after)) {
            watch.openChat(log, before, after);
        }
    }

    private static @Nullable ChatName openName(ChatView chat) {
        return chat.isOpen() ? chat.name() : null;
    }

    private void dropGone(MemberId author, EventBody.InCommunity event) {
        switch (event) {
            case EventBody.MemberLeft _ -> dropIfGone(author);
            case EventBody.MemberRemoved removed -> dropIfGone(removed.member());
            case EventBody.InCommunity _ -> {}
        }
    }

    /// Whoever is no member of the community is in no chat of it; their going stands only in the
    /// community's log.
    private void dropIfGone(MemberId member) {
        if (view.member(member).isEmpty()) {
            Set<LogId> left = chatsOf.remove(member);
            if (left != null) {
                left.forEach(chat -> drop(chat, member));
            }
        }
    }

    private void enter(MemberId member, LogId chat) {
        chatsOf.computeIfAbsent(member, _ -> new LinkedHashSet<>()).add(chat);
    }

    private void leave(MemberId member, LogId chat) {
        chatsOf.getOrDefault(member, new LinkedHashSet<>()).remove(chat);
    }
}
