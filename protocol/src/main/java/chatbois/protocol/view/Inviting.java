package chatbois.protocol.view;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.VerifyKey;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.event.EventBody.InviteMade;
import chatbois.protocol.event.EventBody.InviteRevoked;
import chatbois.protocol.event.EventBody.MemberJoined;
import chatbois.protocol.event.JoinProof;
import chatbois.protocol.right.Permission;
import chatbois.protocol.right.Rights;
import chatbois.protocol.right.Role;
import chatbois.protocol.view.Invites.Invite;
import java.util.List;
import java.util.Optional;

/// Who may let whom in: an invite is worth what its maker is. Not thread-safe.
final class Inviting {
    private final Roster roster;
    private final RoleBook roles;
    private final Invites invites = new Invites();

    Inviting(Roster roster, RoleBook roles) {
        this.roster = roster;
        this.roles = roles;
    }

    /// Takes in the first owner's invite, which the server made.
    void begin(VerifyKey owners) {
        invites.add(owners, new Invite(MemberId.SERVER, 1, 0, Role.OWNER.name(), false));
    }

    void check(Member author, InviteMade made, long time) {
        Rights.checkCovered(author.role(), roles.named(roleOf(made)));
        invites.check(made, time);
    }

    void make(MemberId maker, InviteMade made) {
        invites.add(
                made.invite(), new Invite(maker, made.uses(), made.expires(), roleOf(made), false));
    }

    private static String roleOf(InviteMade made) {
        return made.role() == null ? Role.MEMBER.name() : made.role();
    }

    void checkRevoked(Member author, InviteRevoked revoked, long time) {
        Invite invite = invites.get(revoked.invite());
        if (invite == null || !invite.isOpen(time)) {
            throw refused(
                    Code.INVITE_UNKNOWN, "There is no such open invite; /invites lists them.");
        }
        Rights.checkRevoking(author.role(), author.id(), invite.maker());
    }

    void revoke(InviteRevoked revoked) {
        invites.revoke(revoked.invite());
    }

    /// Calls back what gives a role that is removed: another one of that name is another role.
    void roleIsGone(String role) {
        invites.revokeFor(role);
    }

    /// The invite by which somebody comes in; refuses one that lets nobody in.
    Invite checkUse(LogId community, Header header, MemberJoined joined, long time) {
        VerifyKey key = joined.invite();
        Invite invite = invites.get(key);
        if (invite == null
                || !JoinProof.isGenuine(
                        key, joined.proof(), community, header.author(), header.device())) {
            throw refused(
                    Code.INVITE_UNKNOWN,
                    "This invite is not known here; ask for a new one and copy it whole.");
        }
        checkOpen(invite, time);
        return invite;
    }

    private void checkOpen(Invite invite, long time) {
        if (invite.revoked()) {
            throw refused(Code.INVITE_USED_UP, "This invite was called back; ask for a new one.");
        }
        if (invite.isUsedUp()) {
            throw refused(Code.INVITE_USED_UP, "This invite is used up; ask for a new one.");
        }
        if (invite.hasExpired(time)) {
            throw refused(Code.INVITE_EXPIRED, "This invite has expired; ask for a new one.");
        }
        if (backed(invite, time).isEmpty()) {
            throw refused(
                    Code.INVITE_USED_UP,
                    "Whoever made this invite may not make such invites any more; ask for a new one.");
        }
    }

    /// Who made an invite, if it is still known; nobody made the first owner's.
    Optional<MemberId> maker(VerifyKey key) {
        return Optional.ofNullable(invites.get(key))
                .filter(invite -> !invite.forOwner())
                .map(Invite::maker);
    }

    /// Takes one use of an invite, and says which role it gives, by name.
    String use(MemberJoined joined) {
        return invites.use(joined.invite());
    }

    /// Those that still let somebody in at that time, but the first owner's.
    List<OpenInvite> open(long time) {
        return invites.open(time).entrySet().stream()
                .filter(entry -> !entry.getValue().forOwner())
                .flatMap(entry -> open(entry.getKey(), entry.getValue(), time).stream())
                .toList();
    }

    private Optional<OpenInvite> open(VerifyKey key, Invite invite, long time) {
        return backed(invite, time)
                .map(role ->
                        new OpenInvite(
                                key, invite.maker(), invite.usesLeft(), invite.expires(), role));
    }

    /// The role that an invite gives, while its maker could still make it.
    private Optional<Role> backed(Invite invite, long time) {
        return roles.find(invite.role())
                .filter(role ->
                        invite.forOwner()
                                || roster.present(invite.maker())
                                        .filter(maker -> backs(maker, role, time))
                                        .isPresent());
    }

    private static boolean backs(Member maker, Role given, long time) {
        Role role = maker.role();
        return role.permissions().contains(Permission.INVITE)
                && role.covers(given)
                && !maker.isBanned(time);
    }
}
