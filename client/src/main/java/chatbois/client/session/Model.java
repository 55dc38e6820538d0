package chatbois.client.session;

import chatbois.client.home.Broken;
import chatbois.client.home.Pins;
import chatbois.client.link.Link;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.client.session.Snapshot.InvitationInfo;
import chatbois.log.Event;
import chatbois.log.LogBroken;
import chatbois.log.LogId;
import chatbois.log.TreeHead;
import chatbois.protocol.ChatSummary;
import chatbois.protocol.Invitation;
import chatbois.protocol.Push;
import chatbois.protocol.Refusal;
import chatbois.protocol.Reply.Appended.Place;
import chatbois.protocol.Reply.ChatList;
import chatbois.protocol.Request;
import chatbois.protocol.Request.Resume.From;
import chatbois.protocol.Slot;
import chatbois.protocol.name.MemberName;
import chatbois.protocol.right.Role;
import chatbois.protocol.view.Member;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// All that a session knows. Whoever changes it holds the session's lock; what has to happen
/// outside the lock, such as sending or completing a future, is left in [#afterwards].
final class Model {
    private final Community community;
    private final Teller teller;
    private final Pen pen;
    private final MemberName myName;
    private final Map<LogId, Chat> chats = new LinkedHashMap<>();
    private final Map<LogId, Invitation> invitations = new LinkedHashMap<>();
    private final Map<LogId, CompletableFuture<LogId>> awaited = new HashMap<>();

    /// Changes of the community that are stored and wait for being read here.
    private final Map<Place, CompletableFuture<Place>> unread = new HashMap<>();

    private final List<Runnable> afterwards = new ArrayList<>();
    private final Standing standing = new Standing(afterwards::add);
    private final Remembered remembered;
    private final Notices notices;
    private final Tidings tidings;
    private final Titles titles = new Titles();
    private @Nullable Link link;
    private @Nullable Introducer introducer;
    private final Surroundings around = new Surroundings();
    private @Nullable Refusal closing;

    Model(Community community, Pen pen, MemberName myName, Pins pins) {
        this.community = community;
        this.teller = new Teller(community, pen.member());
        this.pen = pen;
        this.myName = myName;
        this.remembered = new Remembered(pins);
        this.notices = new Notices(pen.clock());
        this.tidings = new Tidings(community, pen, notices);
        community.broken(remembered.report(community.log()));
    }

    Community community() {
        return community;
    }

    /// For whom is what this member says.
    Addressing addressing() {
        return new Addressing(community.view(), pen.member());
    }

    Teller teller() {
        return teller;
    }

    Pen pen() {
        return pen;
    }

    Standing standing() {
        return standing;
    }

    Remembered remembered() {
        return remembered;
    }

    // What happens to the connection.

    /// The connection in use, or null.
    @Nullable Link link() {
        return link;
    }

    Link needLink() throws NoConnection {
        if (link == null) {
            throw new NoConnection(name());
        }
        return link;
    }

    void connected(Link now) {
        link = now;
    }

    /// The connection is over; says nothing about a later one.
    void cut(Link over) {
        if (link == over) {
            link = null;
            introducer = null;
            IOException why =
                    new IOException(
                            "The connection was lost before this was done; try again later.");
            tracks().forEach(track -> fail(track.cut(), why));
        }
    }

    /// Enters a state; a closed session stays closed.
    void enter(SessionState now) {
        if (standing.isClosed()) {
            return;
        }
        standing.become(now);
        if (standing.isOnline()) {
            tidings.begin();
        }
    }

    /// The server is about to end the connection, and why.
    void closing(Refusal why) {
        closing = why;
    }

    /// Why the server ended the last connection, once, if it said so.
    Optional<Refusal> takeClosing() {
        Optional<Refusal> why = Optional.ofNullable(closing);
        closing = null;
        return why;
    }

    /// Who links a new device over this connection, in place of the one before.
    void introducer(Introducer now) {
        introducer = now;
    }

    void introducerIsDone(Introducer done) {
        if (introducer == done) {
            introducer = null;
        }
    }

    Surroundings around() {
        return around;
    }

    void knocked(Push.Knocked knock) {
        Introducer waiting = introducer;
        if (waiting != null && waiting.waitsAt(knock.slot())) {
            afterwards(() -> waiting.knocked(knock.payload()));
        }
    }

    void slotClosed(Slot slot) {
        Introducer waiting = introducer;
        if (waiting != null && waiting.waitsAt(slot)) {
            afterwards(waiting::closed);
        }
    }

    // What the server tells.

    void listed(ChatList list) {
        Set<LogId> gone = new HashSet<>(chats.keySet());
        list.chats().forEach(summary -> gone.remove(summary.chat()));
        gone.forEach(this::goneMeanwhile);
        list.chats().forEach(this::added);
        invitations.clear();
        list.invitations().forEach(this::invited);
    }

    Chat added(ChatSummary summary) {
        LogId id = summary.chat();
        if (invitations.remove(id) != null) {
            entering(id);
        }
        Chat chat = chats.get(id);
        if (chat == null) {
            chat = new Chat(summary, remembered.memory(id), teller);
            chat.broken(remembered.report(id));
            chats.put(id, chat);
            tidings.added(chat, this::title);
        } else {
            around.missed(id, chat.update(summary));
        }
        CompletableFuture<LogId> waiting = awaited.remove(id);
        if (waiting != null) {
            afterwards(() -> waiting.complete(id));
        }
        return chat;
    }

    /// The member comes into a chat by themselves, so that nobody has put them there.
    void entering(LogId id) {
        tidings.entering(id);
    }

    /// Why can't be read there any more.
    private void goneMeanwhile(LogId id) {
        Chat chat = chats.get(id);
        if (chat != null && chat.farewell().isEmpty()) {
            notice("You are not in " + chat.title() + " any more.");
        }
        gone(id, null);
    }

    /// @param because the event that put the member out, as the server says; null for none
    void gone(LogId id, @Nullable Event because) {
        invitations.remove(id);
        Chat chat = chats.remove(id);
        if (chat != null) {
            if (because != null) {
                chat.hearWhy(because);
            }
            chat.farewell().ifPresent(this::notice);
            remembered.memory(id, chat.memory());
            drop(
                    chat,
                    new Refusal(Refusal.Code.NO_SUCH_CHAT, "You are not in this chat any more."));
        }
    }

    void invited(Invitation invitation) {
        invitations.put(invitation.chat(), invitation);
    }

    Optional<Invitation> invitation(LogId chat) {
        return Optional.ofNullable(invitations.get(chat));
    }

    /// Takes verified events of a log, with the head after them.
    void took(LogId log, List<Event> events, TreeHead head) throws LogBroken {
        Track track = track(log).orElse(null);
        if (track == null) {
            return;
        }
        Member before = me();
        for (Event event : events) {
            if (track == community) {
                tidings.coming(event);
            }
            track.take(event);
            track.arrived().ifPresent(entry -> around.heard(log, entry));
            if (isOwn(event)) {
                track.outbox().saw(event).ifPresent(this::stored);
            }
        }
        track.read(head);
        if (track instanceof Chat chat) {
            chat.takeHeard().ifPresent(this::notice);
        }
        remembered.unsaved(log);
        tellRead();
        if (track == community) {
            tidings.heard(events, before, me(), chats::get, this::title);
        }
    }

    private boolean isOwn(Event event) {
        return event.header().device().equals(pen.device().verifyKey());
    }

    /// The future of an event that the server has on disk.
    void stored(Pending pending) {
        var place = pending.place();
        if (place != null) {
            afterwards(() -> pending.done().complete(place));
        }
    }

    /// Whether all of them are by devices of members.
    boolean knowsAuthors(List<Event> events) {
        return events.stream()
                .map(event -> event.header().device())
                .distinct()
                .allMatch(device -> community.view().everWithDevice(device).isPresent());
    }

    /// Asks for the community's event after the last one here; refused if there is none.
    Request.Page pageAfterMembers() {
        long next = community.head().size() + 1;
        return new Request.Page(community.log(), next, 1, next);
    }

    void broken(LogBroken found) {
        Track track = track(found.log()).orElse(null);
        if (track == null || track.broken() != null) {
            return;
        }
        Broken report =
                new Broken(
                        found.log(),
                        found.kind(),
                        pen.clock().millis(),
                        String.valueOf(found.getMessage()));
        track.broken(report);
        remembered.report(report);
        notice(title(track) + ": " + report.report());
        drop(track, new Refusal(Refusal.Code.HISTORY_DIFFERS, report.report()));
    }

    /// Forgets a report and what was seen before.
    void dismissed(LogId log) {
        remembered.forget(log);
        Chat chat = chats.get(log);
        if (chat != null) {
            Chat anew = new Chat(chat.summary(), Memory.NONE, teller);
            if (chat.timeline() != null) {
                anew.open(chat.timeline());
            }
            if (chat.thread() != null) {
                anew.open(chat.thread());
            }
            chats.put(log, anew);
        } else if (log.equals(community.log())) {
            community.broken(null);
            community.unpin();
            tidings.again();
        }
    }

    /// Reads the community's log anew from its first event; what was pinned stays.
    void forgetCommunity() {
        community.forget();
        tidings.again();
    }

    private void drop(Track track, Refusal why) {
        fail(track.outbox().clear(), why.asException());
    }

    private void fail(List<Pending> left, Exception why) {
        afterwards(() -> left.forEach(pending -> pending.done().completeExceptionally(why)));
    }

    // What is asked.

    Optional<Track> track(LogId log) {
        return log.equals(community.log())
                ? Optional.of(community)
                : Optional.ofNullable(chats.get(log));
    }

    Chat chat(LogId id) {
        Chat chat = chats.get(id);
        if (chat == null) {
            throw Refusal.refused(
                    Refusal.Code.NO_SUCH_CHAT,
                    "You are in no such chat; /join it if you are invited.");
        }
        return chat;
    }

    /// The chats to take up, but not those that a report stands on.
    List<From> toTakeUp() {
        return chats.values().stream().filter(Chat::claim).map(Chat::from).toList();
    }

    void marked(Push.Marked marked) {
        Chat read = chats.get(marked.chat());
        if (read != null) {
            read.marked(marked.seq(), marked.unread(), marked.mentions());
        }
    }

    List<Track> tracks() {
        List<Track> tracks = new ArrayList<>(chats.values());
        tracks.add(community);
        return tracks;
    }

    /// Completes when the chat is in the list.
    CompletableFuture<LogId> awaitListed(LogId chat) {
        return chats.containsKey(chat)
                ? CompletableFuture.completedFuture(chat)
                : awaited.computeIfAbsent(chat, _ -> new CompletableFuture<>());
    }

    /// Completes when that event of the community's log was read, so that it shows what it changed.
    CompletableFuture<Place> awaitRead(Place place) {
        return isRead(place)
                ? CompletableFuture.completedFuture(place)
                : unread.computeIfAbsent(place, _ -> new CompletableFuture<>());
    }

    private boolean isRead(Place place) {
        return place.seq() <= community.head().size();
    }

    private void tellRead() {
        unread.entrySet()
                .removeIf(entry -> {
                    Place place = entry.getKey();
                    CompletableFuture<Place> waiting = entry.getValue();
                    boolean read = isRead(place);
                    if (read) {
                        afterwards(() -> waiting.complete(place));
                    }
                    return read;
                });
    }

    int pending() {
        return tracks().stream().mapToInt(track -> track.outbox().size()).sum();
    }

    String name() {
        String name = community.view().name();
        return name.isEmpty() ? "the community" : name;
    }

    String title(Track track) {
        return track instanceof Chat chat ? chat.title() : name();
    }

    // What is left to do.

    void notice(String sentence) {
        notices.add(sentence);
    }

    /// To be done when the lock is free, in order.
    void afterwards(Runnable effect) {
        afterwards.add(effect);
    }

    List<Runnable> takeAfterwards() {
        List<Runnable> effects = List.copyOf(afterwards);
        afterwards.clear();
        return effects;
    }

    /// What was seen since the last time, to be saved.
    Map<LogId, Memory> takeUnsaved() {
        Map<LogId, Memory> taken = new HashMap<>();
        for (LogId log : remembered.takeUnsaved()) {
            taken.put(log, track(log).map(Track::memory).orElse(remembered.memory(log)));
        }
        return taken;
    }

    Snapshot snapshot() {
        Titles.Listed listed = listed();
        return new Snapshot(
                standing.state(),
                community.log(),
                name(),
                me(),
                community.members(),
                community.view().roles(),
                community.view().settings(),
                listed.chats(),
                listed.invitations(),
                around.blocked(),
                pending(),
                notices.list(),
                community.broken(),
                community.view().plannedEnd(pen.clock().millis()).orElse(null),
                around.seen());
    }

    private Titles.Listed listed() {
        return titles.apart(chatInfos(), invitationInfos());
    }

    /// What a chat is called in the list; its plain name if it is not there.
    private String title(Chat chat) {
        return listed().chats().stream()
                .filter(info -> info.id().equals(chat.log()))
                .map(ChatInfo::title)
                .findFirst()
                .orElse(chat.title());
    }

    /// What was said in last comes first.
    private List<ChatInfo> chatInfos() {
        return chats.values().stream()
                .map(Chat::info)
                .sorted(Comparator.comparingLong(ChatInfo::lastTime).reversed())
                .toList();
    }

    private List<InvitationInfo> invitationInfos() {
        return invitations.values().stream()
                .map(i -> new InvitationInfo(i.chat(), i.name().value(), community.name(i.by())))
                .toList();
    }

    private Member me() {
        return community
                .view()
                .member(pen.member())
                .orElseGet(() ->
                        Member.newcomer(
                                pen.member(), myName, Role.MEMBER, pen.device().verifyKey(), 0));
    }
}
