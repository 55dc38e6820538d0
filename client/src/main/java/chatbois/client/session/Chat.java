package chatbois.client.session;

import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.log.Event;
import chatbois.log.LogBroken;
import chatbois.log.MemberId;
import chatbois.log.TreeHead;
import chatbois.protocol.ChatSummary;
import chatbois.protocol.Limits;
import chatbois.protocol.Request.Resume.From;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.ChatDeleted;
import chatbois.protocol.event.EventBody.ChatMemberRemoved;
import chatbois.protocol.event.EventBody.Message;
import chatbois.protocol.event.EventBody.MessageDeleted;
import chatbois.protocol.event.EventBody.MessageEdited;
import chatbois.protocol.right.ChatRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One chat: counters always, a window of its entries while it is open. Guarded by the session's
/// lock.
final class Chat extends Track {
    /// So few events has a chat that was made just now.
    private static final int JUST_MADE = 10;

    private final Teller teller;
    private final Changes changes;
    private ChatSummary summary;

    /// Up to where the server has counted what is unread.
    private long counted;

    private int unread;
    private final Calls calls = new Calls();
    private long readUpTo;
    private boolean marking;
    private boolean claimed;
    private @Nullable Timeline timeline;
    private @Nullable Window window;
    private @Nullable ChatThread thread;
    private @Nullable Strand strand;
    private @Nullable String heard;
    private @Nullable String farewell;

    /// Up to where it was written before we were told.
    private long old;

    private @Nullable Entry arrived;

    Chat(ChatSummary summary, Memory memory, Teller teller) {
        super(summary.chat(), memory);
        this.teller = teller;
        this.changes = new Changes(teller.me());
        this.summary = summary;
        update(summary);
        // In a chat that somebody has just made, the first words are news.
        old = summary.size() <= JUST_MADE ? summary.readUpTo() : old;
    }

    /// Takes the server's counts, as of now; gives how much more there is to read.
    int update(ChatSummary now) {
        int before = unread;
        summary = now;
        old = now.size();
        // Else we have read more than the server knows yet, and go on counting by ourselves.
        if (now.readUpTo() >= readUpTo) {
            counted = now.size();
            readUpTo = now.readUpTo();
            unread = now.unread();
            calls.counted(now.mentions(), now.size());
        }
        return Math.max(unread - before, 0);
    }

    @Override
    void take(Event event) throws LogBroken {
        Entry entry = teller.tell(event);
        EventBody body = Teller.body(event);
        if (event.seq() > summary.state().asOf()) {
            hear(entry, body);
        }
        summary = changes.after(summary, event, body);
        boolean isNew = body instanceof Message && !entry.own() && event.seq() > readUpTo;
        arrived = isNew && event.seq() > old ? entry : null;
        if (event.seq() > counted) {
            boolean forMe = entry.marks().forMe();
            count(event, isNew);
            if (isNew && forMe) {
                calls.add(event.seq());
            }
            amend(body, forMe);
        }
        if (window != null) {
            window.live(entry);
        }
        if (strand != null) {
            strand.live(entry);
        }
    }

    private void hear(Entry entry, @Nullable EventBody body) {
        if (body instanceof ChatMemberRemoved(MemberId member, String reason)
                && member.equals(teller.me())) {
            farewell =
                    entry.author() + " put you out of " + title() + Happening.because(reason) + ".";
        } else if (body instanceof ChatDeleted) {
            farewell = entry.author() + " deleted " + title() + ".";
        } else {
            changes.newRole(body)
                    .ifPresent(role ->
                            heard =
                                    "You are %s in %s now; /chatrole says what you may do."
                                            .formatted(role, title()));
        }
    }

    /// Takes the event that put the member out of it, which came alone: it is believed if a member
    /// has signed it.
    void hearWhy(Event event) {
        try {
            if (event.header().log().equals(log()) && event.signed().isGenuine()) {
                hear(teller.tell(event), Teller.body(event));
            }
        } catch (LogBroken e) {
            // Somebody else made it up; the chat is gone all the same.
        }
    }

    /// Why the member is in the chat no more, to be told when it is gone.
    Optional<String> farewell() {
        return Optional.ofNullable(farewell);
    }

    /// What the member should hear of wherever they are, once.
    Optional<String> takeHeard() {
        Optional<String> news = Optional.ofNullable(heard);
        heard = null;
        return news;
    }

    @Override
    Optional<Entry> arrived() {
        return Optional.ofNullable(arrived);
    }

    private void count(Event event, boolean isNew) {
        summary =
                summary.counted(
                        Math.max(event.seq(), summary.size()),
                        Math.max(event.time(), summary.lastTime()),
                        readUpTo,
                        unread,
                        calls.count());
        counted = event.seq();
        if (isNew) {
            unread++;
        }
    }

    /// What is deleted need not be read any more; and an edit may call the member.
    private void amend(@Nullable EventBody body, boolean forMe) {
        if (body instanceof MessageDeleted(long seq, MemberId by)
                && seq > readUpTo
                && !by.equals(teller.me())) {
            unread = Math.max(unread - 1, 0);
            calls.remove(seq);
        } else if (body instanceof MessageEdited edited && edited.seq() > readUpTo && forMe) {
            calls.add(edited.seq());
        }
    }

    /// How much of what is unread is meant for the member.
    private int mentions() {
        return Math.min(calls.count(), unread);
    }

    /// Whether the server is to be asked what that is; then [#called] takes its answer.
    boolean takeWanting() {
        return calls.takeWanting();
    }

    /// Where all messages are that are meant for the member.
    void called(List<Long> places) {
        calls.found(places.stream().filter(seq -> seq > readUpTo).toList());
    }

    /// Where to read on: after what was verified last, so that nothing escapes; but what lies far
    /// back is left out.
    From from() {
        long verified = head().size() > 0 ? head().size() : newest().size();
        boolean near =
                verified > 0
                        && verified <= summary.size()
                        && summary.size() - verified <= Limits.PAGE_EVENTS;
        return new From(log(), near ? verified : -1, newest());
    }

    /// Whether it has yet to be taken up over this connection; from now on it hasn't.
    boolean claim() {
        boolean first = !claimed;
        claimed = true;
        return first && broken() == null;
    }

    @Override
    List<Pending> cut() {
        claimed = false;
        return super.cut();
    }

    /// Reading goes on from there.
    void begin(TreeHead at) {
        read(at);
        if (window != null) {
            window.begin(at.size());
        }
        if (strand != null) {
            strand.begin(at.size());
        }
    }

    /// Another client has read it up to there.
    void marked(long seq, int left, int leftForMe) {
        if (seq >= readUpTo) {
            readUpTo = seq;
            unread = left;
            calls.readUpTo(seq, leftForMe);
        }
    }

    /// This client has read it up to there. False if that is nothing new.
    boolean read(long seq) {
        long upTo = Math.min(seq, size());
        if (upTo <= readUpTo) {
            return false;
        }
        readUpTo = upTo;
        if (upTo == size()) {
            unread = 0;
            calls.readUpTo(readUpTo, 0);
        } else if (window != null && window.atEnd() && window.first() <= readUpTo + 1) {
            List<Entry> left =
                    window.entries().stream()
                            .filter(e -> e.seq() > readUpTo && !e.own() && e.isMessage())
                            .toList();
            unread = left.size();
            int leftForMe = (int) left.stream().filter(e -> e.marks().forMe()).count();
            calls.readUpTo(readUpTo, leftForMe);
        }
        return true;
    }

    /// What the server should be told that we have read; 0 if it knows, or is being told.
    long toMark() {
        if (marking || readUpTo <= summary.readUpTo()) {
            return 0;
        }
        marking = true;
        return readUpTo;
    }

    /// The server knows that we have read it up to there; with 0 it couldn't be told.
    void told(long seq) {
        marking = false;
        summary =
                summary.counted(
                        summary.size(),
                        summary.lastTime(),
                        Math.max(summary.readUpTo(), seq),
                        summary.unread(),
                        summary.mentions());
    }

    /// What the member is in it, as far as is known.
    ChatRole role() {
        return ChatRole.named(summary.state().role()).orElse(ChatRole.MEMBER);
    }

    long size() {
        return Math.max(summary.size(), head().size());
    }

    /// The server's counts, with what has happened since.
    ChatSummary summary() {
        return summary;
    }

    @Nullable Timeline timeline() {
        return timeline;
    }

    @Nullable Window window() {
        return window;
    }

    void open(Timeline opened) {
        timeline = opened;
        window = new Window(head().size());
    }

    void shut() {
        timeline = null;
        window = null;
    }

    @Nullable ChatThread thread() {
        return thread;
    }

    Optional<Strand> strand() {
        return Optional.ofNullable(strand);
    }

    /// Follows a thread, in place of the one before.
    void open(ChatThread opened) {
        thread = opened;
        strand = new Strand(opened.asked(), head().size());
    }

    void shutThread() {
        thread = null;
        strand = null;
    }

    /// What belongs to the open thread and is not shown.
    Timeline.Earlier threadEarlier() {
        return strand == null ? Timeline.Earlier.NONE : strand.earlier();
    }

    /// What is shown of the open thread, and behind its end what waits.
    ///
    /// @param blocked whose words are hidden
    List<Entry> threadEntries(Set<MemberId> blocked) {
        if (strand == null) {
            return List.of();
        }
        List<Entry> all = new ArrayList<>(visible(strand.entries(), blocked));
        for (Pending pending : outbox().notInLog()) {
            Message message = pending.message();
            boolean here = pending.place() != null && strand.has(pending.place().seq());
            if (message != null && !here && strand.has(message.replyTo())) {
                all.add(teller.tell(pending, message));
            }
        }
        return all;
    }

    /// What is shown: the window, and behind its end what waits.
    ///
    /// @param blocked whose words are hidden
    List<Entry> entries(Set<MemberId> blocked) {
        if (window == null) {
            return List.of();
        }
        List<Entry> all = new ArrayList<>(visible(window.entries(), blocked));
        if (window.atEnd()) {
            for (Pending pending : outbox().notInLog()) {
                Message message = pending.message();
                if (message != null && !isInWindow(pending)) {
                    all.add(teller.tell(pending, message));
                }
            }
        }
        return all;
    }

    /// In a chat for two nothing is hidden: what is new doesn't come in there anyway.
    List<Entry> visible(List<Entry> entries, Set<MemberId> blocked) {
        return blocked.isEmpty() || summary.name() == null
                ? entries
                : entries.stream()
                        .map(e -> hides(e, blocked) ? e.hidden() : e.withoutReactions(blocked))
                        .toList();
    }

    private static boolean hides(Entry entry, Set<MemberId> blocked) {
        return blocked.contains(entry.by()) && (entry.isMessage() || entry.isSilent());
    }

    private boolean isInWindow(Pending pending) {
        return window != null && pending.place() != null && pending.place().seq() <= window.last();
    }

    String title() {
        if (summary.name() != null) {
            return summary.name().value();
        }
        return summary.with() == null ? "?" : teller.community().name(summary.with());
    }

    ChatInfo info() {
        return new ChatInfo(
                log(),
                title(),
                summary.name() == null,
                summary.with(),
                summary.members(),
                summary.state(),
                size(),
                summary.lastTime(),
                readUpTo,
                unread,
                mentions(),
                outbox().size(),
                broken());
    }
}
