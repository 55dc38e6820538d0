package chatbois.terminal.state;

import chatbois.client.session.Entry;
import chatbois.client.session.Nearby;
import chatbois.client.session.Snapshot;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.protocol.Limits;
import chatbois.protocol.Privacy;
import chatbois.protocol.Receipt;
import chatbois.protocol.view.Member;
import chatbois.terminal.setting.Setting;
import chatbois.terminal.talk.ReadBy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Knows how far others have read the chat in view, if the member wants to see it. The server tells
/// it only to who asks: that is done when one goes there and a moment after something has happened,
/// but not often, and never while nothing happens. Owned by the screen's thread.
final class Readers {
    /// What an answer holds for.
    ///
    /// @param own the newest message of one's own in view
    /// @param newest the newest event in view
    /// @param pressed when the last key was pressed
    /// @param focused whether the member looks at the window, as far as is known
    /// @param nearby who is there
    private record Reason(
            Place chat, long own, long newest, Instant pressed, boolean focused, Nearby nearby) {}

    /// So long others have for reading what was said just now.
    private static final Duration MOMENT = Duration.ofSeconds(3);

    private static final Duration APART = Duration.ofSeconds(10);

    private @Nullable Reason asked;
    private boolean asking;
    private boolean stale;
    private Instant askedAt = Instant.EPOCH;
    private Instant staleSince = Instant.EPOCH;
    private @Nullable Place known;
    private List<Receipt> receipts = List.of();

    /// What to ask, if it is time.
    Optional<Effect> after(Model model) {
        Reason now = reason(model);
        boolean wasStale = stale;
        stale = now != null && !now.equals(asked);
        if (stale && !wasStale) {
            staleSince = model.now();
        }
        if (now == null || !stale || asking || !isTime(now, model.now())) {
            return Optional.empty();
        }
        asked = now;
        askedAt = model.now();
        asking = true;
        stale = false;
        return Optional.of(new Effect.AskReaders(now.chat));
    }

    private boolean isTime(Reason reason, Instant now) {
        boolean elsewhere = asked == null || !asked.chat.equals(reason.chat);
        return elsewhere
                || !now.isBefore(staleSince.plus(MOMENT)) && !now.isBefore(askedAt.plus(APART));
    }

    /// Whether it waits for its time.
    boolean isWaiting() {
        return stale;
    }

    /// Of what failed nothing is known.
    void take(Event.Read answer) {
        asking = false;
        known = answer.chat();
        receipts = answer.receipts() == null ? List.of() : answer.receipts();
    }

    /// Who has read the last message of one's own in view that anybody has read.
    ReadBy of(Model model) {
        if (reads(model).isEmpty() || !Objects.equals(known, model.here)) {
            return ReadBy.NOBODY;
        }
        long furthest = receipts.stream().mapToLong(Receipt::seq).max().orElse(0);
        long seq = newestOwn(model, furthest);
        List<Receipt> of = receipts.stream().filter(read -> read.seq() >= seq).toList();
        return seq == 0 ? ReadBy.NOBODY : new ReadBy(seq, names(model, of));
    }

    private static List<String> names(Model model, List<Receipt> of) {
        List<Member> members = model.community().map(Snapshot::members).orElse(List.of());
        return members.stream()
                .filter(member -> of.stream().anyMatch(read -> read.member().equals(member.id())))
                .map(Member::shownName)
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }

    private @Nullable Reason reason(Model model) {
        Place here = model.here;
        ChatInfo chat = reads(model).orElse(null);
        long own = newestOwn(model, Long.MAX_VALUE);
        if (here == null || chat == null || own == 0 || !model.isOnline(here)) {
            return null;
        }
        boolean byAll =
                here.equals(known)
                        && receipts.stream().filter(read -> read.seq() >= own).count()
                                >= chat.members() - 1L;
        Nearby nearby = model.community().map(c -> c.around().nearby()).orElse(Nearby.NOTHING);
        return byAll
                ? null
                : new Reason(here, own, model.lastStored(), model.pressedAt, model.focused, nearby);
    }

    /// The chat in view, if it is to be seen there who has read what.
    private static Optional<ChatInfo> reads(Model model) {
        boolean wants =
                model.settings.isOn(Setting.LOOKS_RECEIPTS)
                        && model.community()
                                .flatMap(community -> community.around().nearby().privacy())
                                .filter(Privacy::receipts)
                                .isPresent();
        return model.chat()
                .filter(chat -> wants && chat.members() <= Limits.SMALL_CHAT)
                .filter(_ -> model.here().filter(Place::isThread).isEmpty());
    }

    private static long newestOwn(Model model, long upTo) {
        return model.talk.entries().stream()
                .filter(entry -> entry.own() && entry.isMessage() && entry.seq() <= upTo)
                .mapToLong(Entry::seq)
                .max()
                .orElse(0);
    }
}
