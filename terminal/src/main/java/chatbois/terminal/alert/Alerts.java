package chatbois.terminal.alert;

import chatbois.client.session.Arrival;
import chatbois.client.session.Entry;
import chatbois.client.session.Loudness;
import chatbois.client.session.Said;
import chatbois.client.session.Snapshot;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.log.LogId;
import chatbois.protocol.event.Attachment;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Decides of which arrivals a member is notified: of each once, of none while looking, and seldom
/// enough. For one thread.
public final class Alerts {
    private static final Duration APART = Duration.ofSeconds(5);

    /// Of a chat, when it was heard last, and whether the member was named.
    private record Last(Instant time, boolean named) {}

    private final Map<LogId, Long> seen = new HashMap<>();
    private final Map<LogId, Last> last = new HashMap<>();

    /// What is to be told now.
    public List<Alert> of(
            List<Snapshot> communities, Looking looking, Wishes wishes, Instant now, ZoneId zone) {
        List<Alert> alerts = new ArrayList<>();
        Map<ChatInfo, Integer> missed = new LinkedHashMap<>();
        for (Snapshot community : communities) {
            Wishes here = wishes.in(community.around());
            boolean silent = looking.at(now) || here.silentAt(now.atZone(zone).toLocalTime());
            for (Arrival arrival : unseen(community)) {
                ChatInfo chat = chat(community, arrival.chat());
                if (chat == null || silent) {
                    continue;
                }
                switch (arrival) {
                    case Arrival.Heard(_, _, Entry entry) ->
                            heard(community, chat, entry, here, now).ifPresent(alerts::add);
                    case Arrival.Missed(_, _, int messages)
                            when community.around().loudness(chat) == Loudness.ALL ->
                            missed.merge(chat, messages, Integer::sum);
                    case Arrival.Missed _ -> {}
                }
            }
        }
        summary(missed).ifPresent(alerts::add);
        return alerts;
    }

    private List<Arrival> unseen(Snapshot community) {
        List<Arrival> all = community.around().arrivals();
        long before = seen.getOrDefault(community.community(), 0L);
        if (!all.isEmpty()) {
            seen.put(community.community(), all.getLast().number());
        }
        return all.stream().filter(arrival -> arrival.number() > before).toList();
    }

    private static @Nullable ChatInfo chat(Snapshot community, LogId id) {
        return community.chats().stream()
                .filter(chat -> chat.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private Optional<Alert> heard(
            Snapshot community, ChatInfo chat, Entry entry, Wishes wishes, Instant now) {
        String text = text(entry);
        boolean named = entry.marks().forMe();
        boolean wanted =
                switch (community.around().loudness(chat)) {
                    case ALL -> true;
                    case MENTIONS -> named;
                    case NONE -> false;
                };
        if (!wanted || entry.seq() <= chat.readUpTo() || isTooSoon(chat, named, now)) {
            return Optional.empty();
        }
        last.put(chat.id(), new Last(now, named));
        String who = entry.author() + (chat.direct() ? "" : " in #" + chat.title());
        return Optional.of(
                wishes.text()
                        ? new Alert(about(chat), who, text)
                        : new Alert(about(chat), "New message from " + who, ""));
    }

    private static String text(Entry entry) {
        return switch (entry.said()) {
            case Said.Text(String text) when text.isEmpty() ->
                    entry.attachments().stream()
                            .map(Attachment::name)
                            .collect(Collectors.joining(", "));
            case Said.Text(String text) -> text;
            case Said.Action(String text) -> text;
            case Said.Happened _,
                    Said.Done _,
                    Said.Deleted _,
                    Said.Erased _,
                    Said.Hidden _,
                    Said.Unknown _ ->
                    "";
        };
    }

    /// Being named may come at once after something else.
    private boolean isTooSoon(ChatInfo chat, boolean named, Instant now) {
        Last before = last.get(chat.id());
        return before != null
                && now.isBefore(before.time().plus(APART))
                && (before.named() || !named);
    }

    private static Optional<Alert> summary(Map<ChatInfo, Integer> missed) {
        int messages = missed.values().stream().mapToInt(Integer::intValue).sum();
        String chats = missed.size() == 1 ? one(missed) : missed.size() + " chats";
        return missed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Alert("0", messages + " new in " + chats, ""));
    }

    private static String one(Map<ChatInfo, Integer> missed) {
        ChatInfo chat = missed.keySet().iterator().next();
        return (chat.direct() ? "@" : "#") + chat.title();
    }

    private static String about(ChatInfo chat) {
        return Integer.toHexString(chat.id().hashCode());
    }
}
