package chatbois.protocol.view;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.MemberId;
import chatbois.log.VerifyKey;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.event.EventBody.InviteMade;
import chatbois.protocol.right.Role;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The invites of a community: those that are open, and closed ones while there is room, because
/// their holders should hear "used up" and not "unknown". Not thread-safe.
final class Invites {
    /// @param maker who made it; the server for the owner's
    /// @param role the name of the role that it gives
    record Invite(MemberId maker, int usesLeft, long expires, String role, boolean revoked) {
        boolean isUsedUp() {
            return usesLeft == 0;
        }

        boolean forOwner() {
            return maker.equals(MemberId.SERVER);
        }

        boolean hasExpired(long time) {
            return expires != 0 && time > expires;
        }

        boolean isOpen(long time) {
            return !revoked && !isUsedUp() && !hasExpired(time);
        }

        private long closes() {
            return isUsedUp() || revoked ? 0 : expires == 0 ? Long.MAX_VALUE : expires;
        }
    }

    private final Map<VerifyKey, Invite> byKey = new LinkedHashMap<>();

    void check(InviteMade made, long time) {
        if (made.uses() < 1 || made.uses() > Limits.INVITE_USES) {
            throw refused(Code.BAD_REQUEST, "An invite has 1 to " + Limits.INVITE_USES + " uses.");
        }
        if (made.expires() < 0) {
            throw refused(Code.BAD_REQUEST, "An invite expires after 1970, or never.");
        }
        if (byKey.containsKey(made.invite())) {
            throw refused(Code.ALREADY_THERE, "This invite exists already.");
        }
        if (byKey.size() >= Limits.OPEN_INVITES
                && byKey.values().stream().allMatch(invite -> invite.isOpen(time))) {
            throw refused(Code.TOO_MANY, "Too many invites are open; let some of them be used.");
        }
    }

    /// Takes in an invite that was checked; so if there is no room, at least one is closed, and the
    /// one that closed first goes.
    void add(VerifyKey key, Invite invite) {
        if (byKey.size() >= Limits.OPEN_INVITES) {
            byKey.entrySet().stream()
                    .min(Comparator.comparingLong(entry -> entry.getValue().closes()))
                    .ifPresent(entry -> byKey.remove(entry.getKey()));
        }
        byKey.put(key, invite);
    }

    /// Those that still let somebody in at that time, in the order in which they were made.
    Map<VerifyKey, Invite> open(long time) {
        Map<VerifyKey, Invite> open = new LinkedHashMap<>(byKey);
        open.values().removeIf(invite -> !invite.isOpen(time));
        return open;
    }

    void revoke(VerifyKey key) {
        byKey.computeIfPresent(
                key, (_, now) -> new Invite(now.maker, now.usesLeft, now.expires, now.role, true));
    }

    /// Revokes all that give that role.
    void revokeFor(String role) {
        byKey.replaceAll((_, invite) ->
                invite.role().equals(role)
                        ? new Invite(invite.maker, invite.usesLeft, invite.expires, role, true)
                        : invite);
    }

    @Nullable Invite get(VerifyKey key) {
        return byKey.get(key);
    }

    /// Takes one use of an invite, and says which role it gives, by name.
    String use(VerifyKey key) {
        Invite now = byKey.get(key);
        if (now == null) {
            return Role.MEMBER.name();
        }
        byKey.put(key, new Invite(now.maker, now.usesLeft - 1, now.expires, now.role, now.revoked));
        return now.role;
    }
}
