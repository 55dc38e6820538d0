package chatbois.terminal.state;

import chatbois.client.session.Notice;
import chatbois.client.session.Snapshot;
import chatbois.log.LogId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the sessions have to say by themselves, each of it once. Owned by the screen's thread.
final class Notices {
    private final Map<LogId, Long> told = new HashMap<>();

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
}
