package chatbois.terminal.state;

import chatbois.client.session.Notice;
import chatbois.client.session.Snapshot;
import chatbois.log.LogId;
import chatbois.terminal.binding.Action;
import chatbois.terminal.binding.Bindings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the sessions have to say by themselves, each of it once. Owned by the screen's thread.
final class Notices {
    /// An invitation that was gone for so long is a new one.
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final Map<LogId, Long> told = new HashMap<>();

    /// When the invitations that were told were there last.
    private final Map<LogId, Instant> invited = new HashMap<>();

    /// What a community says that was not told yet, with its name where the member is in another.
    List<Notice> fresh(Snapshot community, Optional<LogId> here) {
        LogId id = community.community();
        String from = here.equals(Optional.of(id)) ? "" : community.name() + ": ";
        List<Notice> fresh = new ArrayList<>();
        for (Notice notice : community.notices()) {
            if (notice.number() > told.getOrDefault(id, 0L)) {
                fresh.add(
                        new Notice(
                                notice.number(),
                                notice.time(),
                                from + notice.sentence(),
                                notice.quiet()));
                told.put(id, notice.number());
            }
        }
        return fresh;
    }

    /// The invitations that were not told yet, unless the member looks at them; one that comes
    /// again is told again, but not at once: it may be made and taken back all the time.
    List<String> invitations(Model model) {
        List<Item.Invited> all =
                model.items().stream()
                        .filter(Item.Invited.class::isInstance)
                        .map(Item.Invited.class::cast)
                        .toList();
        List<String> fresh =
                all.stream()
                        .filter(one -> isNew(one.info().chat(), model.now()))
                        .filter(one -> !model.isIn(one.place()))
                        .map(one -> sentence(one, model.bindings))
                        .toList();
        for (Item.Invited one : all) {
            invited.put(one.info().chat(), model.now());
        }
        invited.values().removeIf(last -> last.plus(AGAIN).isBefore(model.now()));
        return fresh;
    }

    private boolean isNew(LogId chat, Instant now) {
        return invited.putIfAbsent(chat, now) == null;
    }

    /// Also where it leads.
    static String sentence(Item.Invited one, Bindings keys) {
        return "%s invites you to %s: %s goes there."
                .formatted(one.info().by(), one.title(), keys.key(Action.NEXT_UNREAD));
    }
}
