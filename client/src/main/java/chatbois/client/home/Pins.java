package chatbois.client.home;

import chatbois.log.LogId;
import chatbois.log.Pin;
import java.util.HashMap;
import java.util.Map;

/// What this member has seen: of every log the newest head with the devices' numbers, and the
/// reports that were not dismissed yet. Immutable.
public record Pins(Map<LogId, Pin> seen, Map<LogId, Broken> broken) {
    public static final Pins NONE = new Pins(Map.of(), Map.of());

    public Pins {
        seen = Map.copyOf(seen);
        broken = Map.copyOf(broken);
    }

    /// What a log must continue.
    public Pin of(LogId log) {
        return seen.getOrDefault(log, Pin.NONE);
    }

    /// The same, and this seen of a log.
    public Pins with(LogId log, Pin pin) {
        Map<LogId, Pin> more = new HashMap<>(seen);
        more.put(log, pin);
        return new Pins(more, broken);
    }

    /// The same without a log and the report on it.
    public Pins without(LogId log) {
        Map<LogId, Pin> fewer = new HashMap<>(seen);
        fewer.remove(log);
        Map<LogId, Broken> reports = new HashMap<>(broken);
        reports.remove(log);
        return new Pins(fewer, reports);
    }
}
