package chatbois.terminal.command;

import static chatbois.protocol.Refusal.refused;

import chatbois.client.pairing.PairingCode;
import chatbois.client.session.DeviceDesk;
import chatbois.client.session.Session;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.SeenDevice;
import chatbois.protocol.view.Device;
import chatbois.protocol.view.Member;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Links devices, lists and revokes them, and gives a way back to who has none.
final class DeviceActions {
    /// Typed behind what would shut oneself out.
    private static final String SURE = " yes";

    CompletableFuture<Outcome> link(Session session) {
        return session.devices().link().thenApply(code -> Outcome.told(linkLines(session, code)));
    }

    private static String[] linkLines(Session session, PairingCode code) {
        return new String[] {
            "The code for one new device of yours: " + code.text(),
            "On that device type: chatbois link %s %s"
                    .formatted(session.devices().addresses().getFirst(), code.text()),
            "It is good for five minutes and one try. Stay connected, and tell it nobody: whoever has"
                    + " it reads and writes as you."
        };
    }

    /// The devices of oneself, or of somebody of lower rank.
    CompletableFuture<Outcome> list(Session session, List<String> words) {
        Member member =
                words.isEmpty()
                        ? session.snapshot().me()
                        : ModerationActions.member(session, words.getFirst());
        return session.devices()
                .seen(member.id())
                .thenApply(seen -> listed(session.devices(), member, seen));
    }

    private static Outcome listed(DeviceDesk desk, Member member, List<SeenDevice> seen) {
        Map<Object, SeenDevice> byKey =
                seen.stream().collect(Collectors.toMap(SeenDevice::device, Function.identity()));
        List<List<Object>> rows = new ArrayList<>();
        for (Device device : member.liveDevices()) {
            SeenDevice at = byKey.get(device.key());
            rows.add(
                    List.of(
                            ModerationActions.shortKey(device.key()),
                            device.label(),
                            Instant.ofEpochMilli(device.since()),
                            at == null || at.lastSeen() == 0
                                    ? "never"
                                    : Instant.ofEpochMilli(at.lastSeen()),
                            at != null && at.connected(),
                            device.key().equals(desk.own())));
        }
        Table table =
                new Table(
                        List.of("device", "name", "since", "last seen", "connected", "this one"),
                        rows);
        return Outcome.listed(
                table,
                List.of(
                        rows.isEmpty()
                                ? member.name() + " has no device now; /reset gives a way back."
                                : "/unlink and the first word of a line revokes that device."));
    }

    /// `DEVICE` of one's own, or `MEMBER:DEVICE`.
    CompletableFuture<Outcome> unlink(Session session, String whole) {
        boolean sure = whole.endsWith(SURE);
        String typed = sure ? whole.substring(0, whole.length() - SURE.length()) : whole;
        int colon = typed.indexOf(':');
        boolean own = colon < 0;
        Member member =
                own
                        ? session.snapshot().me()
                        : ModerationActions.member(session, typed.substring(0, colon));
        Device device = device(member, typed.substring(colon + 1));
        boolean last = member.liveDevices().size() == 1; // the server refuses that anyway
        if (device.key().equals(session.devices().own()) && !sure && !last) {
            throw new IllegalArgumentException(
                    "That is the device you sit at, and nothing brings it back. If you mean it, type:"
                            + " /unlink "
                            + typed
                            + SURE);
        }
        return session.devices()
                .revoke(member.id(), device.key())
                .thenApply(_ -> Outcome.told(revoked(session, member, device, own)));
    }

    private static String[] revoked(Session session, Member member, Device device, boolean own) {
        String done = device.label() + " doesn't speak for " + member.name() + " any more.";
        boolean hint = own && session.devices().hasPaperKey();
        return hint
                ? new String[] {
                    done,
                    "If somebody else has that device: look at /devices for others that aren't yours,"
                            + " and make a new paper key with /recovery."
                }
                : new String[] {done};
    }

    private static Device device(Member member, String typed) {
        List<Device> live = member.liveDevices();
        List<Device> meant =
                live.stream()
                        .filter(d -> ModerationActions.shortKey(d.key()).equals(typed))
                        .toList();
        if (meant.isEmpty()) {
            meant = live.stream().filter(d -> d.label().equalsIgnoreCase(typed)).toList();
        }
        if (meant.size() != 1) {
            throw refused(
                    Code.UNKNOWN_DEVICE,
                    meant.isEmpty()
                            ? "%s has no device %s; /devices lists them."
                                    .formatted(member.name(), typed)
                            : "Several devices are called %s; take the first word of a line of"
                                            .formatted(typed)
                                    + " /devices.");
        }
        return meant.getFirst();
    }

    CompletableFuture<Outcome> reset(Session session, String typed) {
        Member member = ModerationActions.member(session, typed);
        return session.devices()
                .reset(member.id())
                .thenApply(line ->
                        Outcome.told(
                                "All devices of %s are out, and the paper key is void."
                                        .formatted(member.name()),
                                "This line brings %s back, once. Pass it on so that nobody else sees"
                                                .formatted(member.name())
                                        + " it: whoever uses it first is "
                                        + member.name()
                                        + ".",
                                line.line(),
                                "Use it with: chatbois join LINE"));
    }
}
