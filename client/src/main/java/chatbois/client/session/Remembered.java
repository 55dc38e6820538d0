package chatbois.client.session;

import chatbois.client.home.Broken;
import chatbois.client.home.Pins;
import chatbois.log.LogId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was seen of logs that are not followed now, the reports that stand, and which of it isn't
/// on the disk yet. Guarded by the session's lock.
final class Remembered {
    private final Map<LogId, Memory> memories = new HashMap<>();
    private final Map<LogId, Broken> reports = new HashMap<>();
    private final Set<LogId> unsaved = new HashSet<>();

    Remembered(Pins pins) {
        pins.seen().forEach((log, pin) -> memories.put(log, Memory.of(pin)));
        reports.putAll(pins.broken());
    }

    Memory memory(LogId log) {
        return memories.getOrDefault(log, Memory.NONE);
    }

    void memory(LogId log, Memory seen) {
        memories.put(log, seen);
    }

    @Nullable Broken report(LogId log) {
        return reports.get(log);
    }

    Map<LogId, Broken> reports() {
        return Map.copyOf(reports);
    }

    void report(Broken report) {
        reports.put(report.log(), report);
        unsaved.add(report.log());
    }

    void forget(LogId log) {
        memories.remove(log);
        reports.remove(log);
        unsaved.remove(log);
    }

    /// More was seen of a log.
    void unsaved(LogId log) {
        unsaved.add(log);
    }

    boolean hasUnsaved() {
        return !unsaved.isEmpty();
    }

    Set<LogId> takeUnsaved() {
        Set<LogId> taken = Set.copyOf(unsaved);
        unsaved.clear();
        return taken;
    }
}
