package chatbois.protocol.view;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.MemberId;
import chatbois.log.VerifyKey;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.name.MemberName;
import chatbois.protocol.name.NameKey;
import chatbois.protocol.name.Skeleton;
import chatbois.protocol.right.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who is a member and who was one, and what each of them was at any time: role, devices, bans.
/// Names belong to those who are here. Not thread-safe.
final class Roster {
    /// A member from that time on, until the next version.
    private record Version(long since, Member member) {}

    private final Map<MemberId, Member> present = new LinkedHashMap<>();
    private final Map<MemberId, Member> gone = new HashMap<>();
    private final Map<MemberId, List<Version>> past = new HashMap<>();
    private final Map<VerifyKey, MemberId> byDevice = new HashMap<>();
    private final Map<NameKey, MemberId> byName = new HashMap<>();
    private final Map<Skeleton, MemberId> bySkeleton = new HashMap<>();
    private MemberWatch watch = (_, _) -> {};

    void watch(MemberWatch watching) {
        watch = watching;
    }

    Collection<Member> present() {
        return Collections.unmodifiableCollection(present.values());
    }

    Optional<Member> present(MemberId id) {
        return Optional.ofNullable(present.get(id));
    }

    /// The member, here or gone.
    Optional<Member> ever(MemberId id) {
        return present(id).or(() -> Optional.ofNullable(gone.get(id)));
    }

    Optional<Member> named(MemberName name) {
        return Optional.ofNullable(byName.get(NameKey.of(name))).map(present::get);
    }

    /// Whose device it is or was.
    Optional<Member> withDevice(VerifyKey device) {
        return Optional.ofNullable(byDevice.get(device)).flatMap(this::ever);
    }

    /// The member as of that time; nothing from before the member came.
    Optional<Member> at(MemberId id, long time) {
        List<Version> versions = past.getOrDefault(id, List.of());
        for (Version version : versions.reversed()) {
            if (version.since <= time) {
                return Optional.of(version.member);
            }
        }
        return versions.isEmpty() ? ever(id) : Optional.empty();
    }

    /// Takes in a newcomer, or what a member is from that time on.
    void put(Member now, long time) {
        @Nullable Member before = ever(now.id()).orElse(null);
        if (before != null) {
            forgetName(before);
            past.computeIfAbsent(now.id(), _ -> first(before)).add(new Version(time, now));
        }
        place(now);
    }

    /// Changes what judges nothing that was written before: a name, a status.
    void touch(Member now) {
        ever(now.id()).ifPresent(this::forgetName);
        List<Version> versions = past.get(now.id());
        if (versions != null) {
            versions.set(versions.size() - 1, new Version(versions.getLast().since, now));
        }
        place(now);
    }

    private static List<Version> first(Member before) {
        List<Version> versions = new ArrayList<>();
        versions.add(new Version(before.devices().getFirst().since(), before));
        return versions;
    }

    private void place(Member now) {
        watch.changed(present.get(now.id()), now.gone() ? null : now);
        if (now.gone()) {
            present.remove(now.id());
            gone.put(now.id(), now);
        } else {
            present.put(now.id(), now);
            byName.put(NameKey.of(now.name()), now.id());
            bySkeleton.put(Skeleton.of(now.name()), now.id());
        }
        now.devices().forEach(device -> byDevice.put(device.key(), now.id()));
    }

    private void forgetName(Member before) {
        if (!before.gone()) {
            byName.remove(NameKey.of(before.name()));
            bySkeleton.remove(Skeleton.of(before.name()));
        }
    }

    /// Refuses a name that somebody else has, or that looks like somebody else's.
    void checkFree(MemberName wanted, @Nullable MemberId own) {
        MemberId same = byName.get(NameKey.of(wanted));
        if (same != null && !same.equals(own)) {
            throw refused(
                    Code.NAME_TAKEN, "The name " + wanted.value() + " is taken; choose another.");
        }
        MemberId similar = bySkeleton.get(Skeleton.of(wanted));
        if (similar != null && !similar.equals(own)) {
            String other = ever(similar).map(member -> member.name().value()).orElse("another");
            throw refused(
                    Code.NAME_CONFUSABLE,
                    "The name %s looks too much like %s; choose another."
                            .formatted(wanted.value(), other));
        }
    }

    boolean isLastWith(Role role, Member member) {
        return member.role().equals(role)
                && present.values().stream().filter(m -> m.role().equals(role)).count() == 1;
    }
}
