package chatbois.terminal.command;

import static chatbois.protocol.Refusal.refused;

import chatbois.client.session.Session;
import chatbois.log.VerifyKey;
import chatbois.protocol.AddressBan;
import chatbois.protocol.AddressRange;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.event.EventBody.DeviceBanned;
import chatbois.protocol.event.EventBody.DeviceUnbanned;
import chatbois.protocol.event.EventBody.MemberBanned;
import chatbois.protocol.event.EventBody.MemberKicked;
import chatbois.protocol.event.EventBody.MemberMuted;
import chatbois.protocol.event.EventBody.MemberRemoved;
import chatbois.protocol.event.EventBody.MemberUnbanned;
import chatbois.protocol.event.EventBody.MemberUnmuted;
import chatbois.protocol.event.EventBody.OnMember;
import chatbois.protocol.name.MemberName;
import chatbois.protocol.right.Permission;
import chatbois.protocol.view.Device;
import chatbois.protocol.view.Member;
import chatbois.protocol.view.Sanction;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Acts against whoever misbehaves: members, devices, addresses.
final class ModerationActions {
    private static final int SHORT_KEY = 8;

    private final Clock clock;

    ModerationActions(Clock clock) {
        this.clock = clock;
    }

    /// Whom a ban is about, as it was typed.
    private sealed interface Target {
        record Whole(Member member) implements Target {}

        record OneDevice(Member member, Device device) implements Target {}

        record Addresses(AddressRange range) implements Target {}
    }

    CompletableFuture<Outcome> kick(Session session, List<String> words, Verb verb) {
        Member member = member(session, first(words, verb));
        return act(
                session,
                new MemberKicked(member.id(), reason(words)),
                member.name() + " was disconnected.");
    }

    CompletableFuture<Outcome> expel(Session session, List<String> words, Verb verb) {
        Member member = member(session, first(words, verb));
        return act(
                session,
                new MemberRemoved(member.id(), reason(words)),
                member.name() + " is no member any more.");
    }

    CompletableFuture<Outcome> mute(Session session, List<String> words, Verb verb) {
        Member member = member(session, first(words, verb));
        Term term = term(words);
        return act(
                session,
                new MemberMuted(member.id(), term.until(), term.reason()),
                "%s is muted%s.".formatted(member.name(), term.end()));
    }

    CompletableFuture<Outcome> unmute(Session session, List<String> words, Verb verb) {
        Member member = member(session, first(words, verb));
        return act(session, new MemberUnmuted(member.id()), member.name() + " can speak again.");
    }

    CompletableFuture<Outcome> ban(Session session, List<String> words, Verb verb) {
        Term term = term(words);
        return switch (target(session, first(words, verb))) {
            case Target.Whole(Member member) ->
                    act(
                            session,
                            new MemberBanned(member.id(), term.until(), term.reason()),
                            "%s is banned%s.".formatted(member.name(), term.end()));
            case Target.OneDevice(Member member, Device device) ->
                    act(
                            session,
                            new DeviceBanned(
                                    member.id(), device.key(), term.until(), term.reason()),
                            "%s is banned%s."
                                    .formatted(deviceName(member, device.key()), term.end()));
            case Target.Addresses(AddressRange range) ->
                    session.operations()
                            .banAddresses(range, term.until(), term.reason())
                            .thenApply(_ ->
                                    Outcome.told("%s is banned%s.".formatted(range, term.end())));
        };
    }

    CompletableFuture<Outcome> unban(Session session, List<String> words, Verb verb) {
        return switch (target(session, first(words, verb))) {
            case Target.Whole(Member member) ->
                    act(
                            session,
                            new MemberUnbanned(member.id()),
                            member.name() + " can come in again.");
            case Target.OneDevice(Member member, Device device) ->
                    act(
                            session,
                            new DeviceUnbanned(member.id(), device.key()),
                            deviceName(member, device.key()) + " can come in again.");
            case Target.Addresses(AddressRange range) ->
                    session.operations()
                            .unbanAddresses(range)
                            .thenApply(_ -> Outcome.told(range + " can come in again."));
        };
    }

    /// All bans and mutes in force; those of addresses only for who may see them.
    CompletableFuture<Outcome> bans(Session session) {
        List<List<Object>> rows = new ArrayList<>();
        for (Member member : session.snapshot().members()) {
            add(rows, session, "ban", member.name().value(), member.ban());
            add(rows, session, "mute", member.name().value(), member.mute());
            for (Device device : member.liveDevices()) {
                add(rows, session, "ban", deviceName(member, device.key()), device.ban());
            }
        }
        boolean all =
                session.snapshot().me().role().permissions().contains(Permission.BAN_ADDRESSES);
        CompletableFuture<List<AddressBan>> addresses =
                all
                        ? session.operations().addressBans()
                        : CompletableFuture.completedFuture(List.of());
        return addresses.thenApply(bans -> {
            bans.forEach(ban -> add(rows, session, ban));
            return listed(rows);
        });
    }

    private static Outcome listed(List<List<Object>> rows) {
        Table table = new Table(List.of("what", "whom", "until", "by", "reason"), rows);
        return Outcome.listed(
                table,
                List.of(
                        rows.isEmpty()
                                ? "Nobody is banned or muted."
                                : "/unban and /unmute lift them."));
    }

    private void add(
            List<List<Object>> rows,
            Session session,
            String what,
            String whom,
            @Nullable Sanction sanction) {
        if (sanction != null && !sanction.isOver(clock.millis())) {
            rows.add(
                    List.of(
                            what,
                            whom,
                            end(sanction.until()),
                            session.nameOf(sanction.by()),
                            sanction.reason()));
        }
    }

    private static void add(List<List<Object>> rows, Session session, AddressBan ban) {
        rows.add(
                List.of(
                        "ban",
                        ban.range().toString(),
                        end(ban.until()),
                        session.nameOf(ban.by()),
                        ban.reason()));
    }

    private static Object end(long until) {
        return until == 0 ? "for ever" : Instant.ofEpochMilli(until);
    }

    private static CompletableFuture<Outcome> act(
            Session session, OnMember event, String sentence) {
        return session.change(event).thenApply(_ -> Outcome.told(sentence));
    }

    private Term term(List<String> words) {
        return Term.parse(words.subList(Math.min(1, words.size()), words.size()), clock.instant());
    }

    private static String reason(List<String> words) {
        return String.join(" ", words.subList(1, words.size()));
    }

    private static String first(List<String> words, Verb verb) {
        if (words.isEmpty()) {
            throw WrongUsage.of(verb);
        }
        return words.getFirst();
    }

    private static Target target(Session session, String typed) {
        boolean address = typed.matches("[0-9.]+(/[0-9]+)?|.*:.*:.*");
        if (address && !isName(session, typed)) {
            return new Target.Addresses(AddressRange.parse(typed));
        }
        int colon = typed.indexOf(':');
        if (colon < 0) {
            return new Target.Whole(member(session, typed));
        }
        Member member = member(session, typed.substring(0, colon));
        return new Target.OneDevice(member, device(member, typed.substring(colon + 1)));
    }

    /// Whether somebody is called like an address; with `/32` it is the address that is meant.
    private static boolean isName(Session session, String typed) {
        try {
            return session.memberNamed(MemberName.parse(typed)).isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Device device(Member member, String typed) {
        List<Device> meant =
                member.liveDevices().stream()
                        .filter(device -> shortKey(device.key()).equals(typed))
                        .toList();
        if (meant.size() != 1) {
            throw refused(
                    Code.UNKNOWN_DEVICE,
                    "%s has no device %s; /who shows devices.".formatted(member.name(), typed));
        }
        return meant.getFirst();
    }

    /// How a device is named beside its member: `ben:Ab12Cd34`.
    static String deviceName(Member member, VerifyKey device) {
        return member.name() + ":" + shortKey(device);
    }

    static String shortKey(VerifyKey device) {
        return device.toString().substring(0, SHORT_KEY);
    }

    static Member member(Session session, String typed) {
        String plain = typed.startsWith("@") ? typed.substring(1) : typed;
        return session.memberNamed(MemberName.parse(plain))
                .orElseThrow(
                        () -> refused(Code.NO_SUCH_MEMBER, "Nobody here is called " + plain + "."));
    }
}
