package chatbois.terminal.state;

import chatbois.client.session.Notice;
import chatbois.client.session.Snapshot;
import chatbois.log.LogId;
import chatbois.terminal.binding.Action;
import chatbois.terminal.binding.Bindings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the sessions have to say by themselves, each of it once. Owned by the screen's thread.
final class Notices {
    private final Map<LogId, Long> told = new HashMap<>();
    private final Set<LogId> invited = new HashSet<>();

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
    /// again is told again.
    List<String> invitations(Model model) {
        List<Item.Invited> all =
                model.items().stream()
                        .filter(Item.Invited.class::isInstance)
                        .map(Item.Invited.class::cast)
                        .toList();
        List<String> fresh =
                all.stream()
                        .filter(one -> invited.add(one.info().chat()))
                        .filter(one -> !model.isIn(one.place()))
                        .map(one -> sentence(one, model.bindings))
                        .toList();
        invited.retainAll(all.stream().map(one -> one.info().chat()).toList());
        return fresh;
    }

    /// Also where it leads.
    static String sentence(Item.Invited one, Bindings keys) {
        return "%s invites you to %s: %s goes there."
                .formatted(one.info().by(), one.title(), keys.key(Action.NEXT_UNREAD));
    }
}
