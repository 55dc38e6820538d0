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
    List<String> fresh(Snapshot community, Optional<LogId> here) {
        LogId id = community.community();
        String from = here.equals(Optional.of(id)) ? "" : community.name() + ": ";
        List<String> sentences = new ArrayList<>();
        for (Notice notice : community.notices()) {
            if (notice.number() > told.getOrDefault(id, 0L)) {
                sentences.add(from + notice.sentence());
                told.put(id, notice.number());
            }
        }
        return sentences;
    }
}
