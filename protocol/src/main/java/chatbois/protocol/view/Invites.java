package chatbois.protocol.view;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.VerifyKey;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.event.EventBody.InviteMade;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The invites of a community: those that are open, and closed ones while there is room, because
/// their holders should hear "used up" and not "unknown". Not thread-safe.
final class Invites {
    record Invite(int usesLeft, long expires, boolean forOwner) {
        boolean isUsedUp() {
            return usesLeft == 0;
        }

        boolean hasExpired(long time) {
            return expires != 0 && time > expires;
        }

        private long closes() {
            return isUsedUp() ? 0 : expires == 0 ? Long.MAX_VALUE : expires;
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
                && byKey.values().stream().noneMatch(i -> i.isUsedUp() || i.hasExpired(time))) {
            throw refused(Code.TOO_MANY, "Too many invites are open; let some of them be used.");
        }
    }

    /// Takes in an invite that was checked; so if there is no room, at least one is closed, and the
    /// one that closed first goes.
    void add(VerifyKey key, int uses, long expires, boolean forOwner) {
        if (byKey.size() >= Limits.OPEN_INVITES) {
            byKey.entrySet().stream()
                    .min(Comparator.comparingLong(entry -> entry.getValue().closes()))
                    .ifPresent(entry -> byKey.remove(entry.getKey()));
        }
        byKey.put(key, new Invite(uses, expires, forOwner));
    }

    @Nullable Invite get(VerifyKey key) {
        return byKey.get(key);
    }

    /// Takes one use of an invite, and says whether it makes its user the owner.
    boolean use(VerifyKey key) {
        Invite invite = byKey.get(key);
        if (invite == null) {
            return false;
        }
        byKey.put(key, new Invite(invite.usesLeft - 1, invite.expires, invite.forOwner));
        return invite.forOwner;
    }
}
