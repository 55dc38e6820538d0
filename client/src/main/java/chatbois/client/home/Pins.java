package chatbois.client.home;

import chatbois.client.home.Lines.Line;
import chatbois.log.Bytes32;
import chatbois.log.LogBroken;
import chatbois.log.LogId;
import chatbois.log.Malformed;
import chatbois.log.TreeHead;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What this member has seen: of every log the newest head, and the reports that were not dismissed
/// yet. Immutable.
public record Pins(Map<LogId, TreeHead> heads, Map<LogId, Broken> broken) {
    public static final Pins NONE = new Pins(Map.of(), Map.of());
    private static final String TITLE = "chatbois pins 1";

    public Pins {
        heads = Map.copyOf(heads);
        broken = Map.copyOf(broken);
    }

    /// The head that a log must continue; the empty one if nothing was seen of it.
    public TreeHead head(LogId log) {
        return heads.getOrDefault(log, TreeHead.EMPTY);
    }

    /// Both together. Where both have seen a log, the longer one holds; at the same size the older,
    /// so that a difference is found when the log is read next.
    Pins merge(Pins newer) {
        Map<LogId, TreeHead> merged = new LinkedHashMap<>(heads);
        newer.heads.forEach((log, head) ->
                merged.merge(log, head, (old, now) -> now.size() > old.size() ? now : old));
        Map<LogId, Broken> reports = new LinkedHashMap<>(newer.broken);
        reports.putAll(broken);
        return new Pins(merged, reports);
    }

    /// Forgets a log and the report on it.
    public Pins without(LogId log) {
        Map<LogId, TreeHead> fewer = new LinkedHashMap<>(heads);
        fewer.remove(log);
        Map<LogId, Broken> reports = new LinkedHashMap<>(broken);
        reports.remove(log);
        return new Pins(fewer, reports);
    }

    byte[] encode() {
        List<Line> lines = new ArrayList<>();
        heads.forEach((log, head) ->
                lines.add(new Line("seen", log + " " + head.size() + " " + head.root())));
        broken.values()
                .forEach(b ->
                        lines.add(
                                new Line(
                                        "broken",
                                        b.log()
                                                + " "
                                                + b.kind()
                                                + " "
                                                + b.time()
                                                + " "
                                                + b.sentence())));
        return new Lines(TITLE, lines).encode();
    }

    static Pins decode(byte[] file) {
        Lines lines = Lines.parse(TITLE, file);
        Map<LogId, TreeHead> heads = new LinkedHashMap<>();
        for (String seen : lines.all("seen")) {
            String[] parts = parts(seen, 3);
            heads.put(
                    LogId.parse(parts[0]),
                    new TreeHead(Long.parseLong(parts[1]), Bytes32.parse(parts[2])));
        }
        Map<LogId, Broken> broken = new LinkedHashMap<>();
        for (String report : lines.all("broken")) {
            String[] parts = parts(report, 4);
            LogId log = LogId.parse(parts[0]);
            broken.put(
                    log,
                    new Broken(
                            log,
                            LogBroken.Kind.valueOf(parts[1]),
                            Long.parseLong(parts[2]),
                            parts[3]));
        }
        return new Pins(heads, broken);
    }

    private static String[] parts(String line, int count) {
        String[] parts = line.split(" ", count);
        if (parts.length != count) {
            throw new Malformed("a line should have " + count + " parts");
        }
        return parts;
    }
}
