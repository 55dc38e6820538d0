package chatbois.client.home;

import chatbois.client.home.Lines.Line;
import chatbois.log.Bytes32;
import chatbois.log.LogBroken;
import chatbois.log.LogId;
import chatbois.log.Malformed;
import chatbois.log.Pin;
import chatbois.log.TreeHead;
import chatbois.log.VerifyKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is kept of one log, a file each: what was seen of it, and the report if it broke.
record PinFile(Pin pin, @Nullable Broken broken) {
    static final PinFile NONE = new PinFile(Pin.NONE, null);

    private static final String TITLE = "chatbois pin 1";
    private static final String EXACT = "exact";

    /// Both together. Of what was seen the longer holds; at the same length the older, so that a
    /// difference is found when the log is read next.
    PinFile merge(PinFile newer) {
        Pin longer = newer.pin.newest().size() > pin.newest().size() ? newer.pin : pin;
        Pin furtherRead = newer.pin.readUpTo() > pin.readUpTo() ? newer.pin : pin;
        return new PinFile(
                new Pin(longer.newest(), furtherRead.readUpTo(), furtherRead.numbers()),
                broken == null ? newer.broken : broken);
    }

    byte[] encode() {
        List<Line> lines = new ArrayList<>();
        TreeHead newest = pin.newest();
        lines.add(new Line("newest", newest.size() + " " + newest.root()));
        lines.add(new Line("read", Long.toString(pin.readUpTo())));
        pin.numbers()
                .forEach((device, last) ->
                        lines.add(
                                new Line(
                                        "device",
                                        device
                                                + " "
                                                + last.number()
                                                + " "
                                                + (last.exact() ? EXACT : "atleast"))));
        if (broken != null) {
            lines.add(
                    new Line(
                            "broken",
                            broken.kind() + " " + broken.time() + " " + broken.sentence()));
        }
        return new Lines(TITLE, lines).encode();
    }

    static PinFile decode(LogId log, byte[] file) {
        Lines lines = Lines.parse(TITLE, file);
        String[] newest = parts(lines.one("newest"), 2);
        Map<VerifyKey, Pin.Last> numbers = new HashMap<>();
        for (String device : lines.all("device")) {
            String[] parts = parts(device, 3);
            numbers.put(
                    VerifyKey.parse(parts[0]),
                    new Pin.Last(Long.parseLong(parts[1]), parts[2].equals(EXACT)));
        }
        Pin pin =
                new Pin(
                        new TreeHead(Long.parseLong(newest[0]), Bytes32.parse(newest[1])),
                        Long.parseLong(lines.one("read")),
                        numbers);
        List<String> reports = lines.all("broken");
        return new PinFile(pin, reports.isEmpty() ? null : report(log, reports.getFirst()));
    }

    private static Broken report(LogId log, String line) {
        String[] parts = parts(line, 3);
        return new Broken(
                log, LogBroken.Kind.valueOf(parts[0]), Long.parseLong(parts[1]), parts[2]);
    }

    private static String[] parts(String line, int count) {
        String[] parts = line.split(" ", count);
        if (parts.length != count) {
            throw new Malformed("one of its lines should have " + count + " parts");
        }
        return parts;
    }
}
