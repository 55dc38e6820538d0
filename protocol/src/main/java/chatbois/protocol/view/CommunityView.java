package chatbois.protocol.view;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.VerifyKey;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.ChatMade;
import chatbois.protocol.event.EventBody.Founded;
import chatbois.protocol.event.EventBody.InviteMade;
import chatbois.protocol.event.EventBody.InviteRevoked;
import chatbois.protocol.event.EventBody.MemberJoined;
import chatbois.protocol.event.EventBody.RoleGiven;
import chatbois.protocol.event.EventBody.SettingsChanged;
import chatbois.protocol.event.JoinProof;
import chatbois.protocol.name.MemberName;
import chatbois.protocol.name.NameKey;
import chatbois.protocol.name.Skeleton;
import chatbois.protocol.right.Rights;
import chatbois.protocol.right.Role;
import chatbois.protocol.view.Invites.Invite;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The community as its log tells it: settings, members, invites, the chats there are.
///
/// [#check] says whether an event may come next, [#apply] takes it in; both see the same rules on a
/// server and on a client. Not thread-safe: one thread at a time, or under its owner's lock.
public final class CommunityView {
    private final LogId community;
    private final VerifyKey server;
    private final Map<MemberId, Member> members = new LinkedHashMap<>();
    private final Map<VerifyKey, Member> byDevice = new HashMap<>();
    private final Map<NameKey, Member> byName = new HashMap<>();
    private final Map<Skeleton, Member> bySkeleton = new HashMap<>();
    private final Invites invites = new Invites();
    private final Set<LogId> chats = new HashSet<>();
    private final Map<MemberId, Integer> chatsMade = new HashMap<>();
    private String name = "";
    private int maxMembers;
    private boolean locked;

    /// @param server the key that wrote the first event
    public CommunityView(LogId community, VerifyKey server) {
        this.community = community;
        this.server = server;
    }

    /// Throws a refusal unless the event may come next at that time of the server's.
    public void check(Header header, EventBody.InCommunity body, long time) {
        switch (body) {
            case Founded founded -> checkFounded(header, founded);
            case MemberJoined joined -> checkJoined(header, joined, time);
            case InviteMade made -> checkInvite(allowed(header, made), made, time);
            case InviteRevoked revoked -> checkRevoked(allowed(header, revoked), revoked, time);
            case SettingsChanged changed -> {
                allowed(header, changed);
                checkSettings(changed);
            }
            case RoleGiven given -> checkRoleGiven(allowed(header, given), given);
            case ChatMade made -> checkChat(allowed(header, made), made);
        }
    }

    /// The author, whose role has what the event needs.
    private Member allowed(Header header, EventBody.InCommunity body) {
        Member author = author(header);
        Rights.check(author.role(), author.id(), body);
        return author;
    }

    /// Takes in an event that was checked.
    public void apply(Header header, EventBody.InCommunity body) {
        switch (body) {
            case Founded founded -> applyFounded(founded);
            case InviteMade made -> invites.add(made.invite(), invite(header.author(), made));
            case InviteRevoked revoked -> invites.revoke(revoked.invite());
            case MemberJoined joined -> applyJoined(header, joined);
            case SettingsChanged changed -> applySettings(changed);
            case RoleGiven(MemberId id, String role) -> applyRole(id, role);
            case ChatMade made -> applyChat(header, made);
        }
    }

    /// The member whose device wrote the header; refuses a device that isn't the author's.
    public Member author(Header header) {
        Member member = byDevice.get(header.device());
        if (member == null || !member.id().equals(header.author())) {
            throw refused(Code.UNKNOWN_DEVICE, "This device belongs to no member here.");
        }
        return member;
    }

    public String name() {
        return name;
    }

    public int maxMembers() {
        return maxMembers;
    }

    public boolean isLocked() {
        return locked;
    }

    public boolean isFull() {
        return members.size() >= maxMembers;
    }

    /// All members in the order in which they came.
    public Collection<Member> members() {
        return Collections.unmodifiableCollection(members.values());
    }

    public Optional<Member> member(MemberId id) {
        return Optional.ofNullable(members.get(id));
    }

    public Optional<Member> memberNamed(MemberName memberName) {
        return Optional.ofNullable(byName.get(NameKey.of(memberName)));
    }

    public Optional<Member> memberWithDevice(VerifyKey device) {
        return Optional.ofNullable(byDevice.get(device));
    }

    /// The invites that still let somebody in at that time, but the first owner's.
    public List<OpenInvite> openInvites(long time) {
        return invites.open(time).entrySet().stream()
                .filter(entry -> !entry.getValue().forOwner())
                .map(entry -> open(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static OpenInvite open(VerifyKey key, Invite invite) {
        return new OpenInvite(
                key, invite.maker(), invite.usesLeft(), invite.expires(), invite.role());
    }

    public boolean hasChat(LogId chat) {
        return chats.contains(chat);
    }

    private void checkFounded(Header header, Founded founded) {
        if (!header.device().equals(server) || !header.author().equals(MemberId.SERVER)) {
            throw refused(Code.NOT_ALLOWED, "Only the server founds its community.");
        }
        if (!name.isEmpty()) {
            throw refused(Code.ALREADY_THERE, "The community is founded already.");
        }
        checkName(founded.name());
        checkMaxMembers(founded.maxMembers());
    }

    private void applyFounded(Founded founded) {
        name = founded.name();
        maxMembers = founded.maxMembers();
        invites.add(founded.ownerInvite(), new Invite(MemberId.SERVER, 1, 0, Role.OWNER, false));
    }

    private void checkJoined(Header header, MemberJoined joined, long time) {
        if (header.author().equals(MemberId.SERVER)) {
            throw refused(Code.BAD_REQUEST, "This id is the server's own; take a random one.");
        }
        Invite invite = invites.get(joined.invite());
        if (invite == null
                || !JoinProof.isGenuine(
                        joined.invite(),
                        joined.proof(),
                        community,
                        header.author(),
                        header.device())) {
            throw refused(
                    Code.INVITE_UNKNOWN,
                    "This invite is not known here; ask for a new one and copy it whole.");
        }
        checkOpen(invite, time);
        if (byDevice.containsKey(header.device()) || members.containsKey(header.author())) {
            throw refused(Code.ALREADY_THERE, "This device is a member already; just connect.");
        }
        checkFree(joined.name());
    }

    private void checkInvite(Member author, InviteMade made, long time) {
        Rights.checkInviting(author.role(), roleOf(made));
        invites.check(made, time);
    }

    private static Invite invite(MemberId maker, InviteMade made) {
        return new Invite(maker, made.uses(), made.expires(), roleOf(made), false);
    }

    private static Role roleOf(InviteMade made) {
        return made.role() == null ? Role.MEMBER : role(made.role());
    }

    private void checkRevoked(Member author, InviteRevoked revoked, long time) {
        Invite invite = invites.get(revoked.invite());
        if (invite == null || !invite.isOpen(time)) {
            throw refused(
                    Code.INVITE_UNKNOWN, "There is no such open invite; /invites lists them.");
        }
        Rights.checkRevoking(author.role(), author.id(), invite.maker());
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
        if (locked && !invite.forOwner()) {
            throw refused(Code.LOCKED, name + " takes in nobody now; ask its owner to /unlock it.");
        }
        if (isFull()) {
            throw refused(
                    Code.SERVER_FULL,
                    name
                            + " is full ("
                            + maxMembers
                            + " members); its owner can raise the /limit.");
        }
    }

    private void checkFree(MemberName wanted) {
        if (byName.containsKey(NameKey.of(wanted))) {
            throw refused(
                    Code.NAME_TAKEN, "The name " + wanted.value() + " is taken; choose another.");
        }
        Member similar = bySkeleton.get(Skeleton.of(wanted));
        if (similar != null) {
            throw refused(
                    Code.NAME_CONFUSABLE,
                    "The name "
                            + wanted.value()
                            + " looks too much like "
                            + similar.name().value()
                            + "; choose another.");
        }
    }

    private void applyJoined(Header header, MemberJoined joined) {
        Member member =
                new Member(
                        header.author(),
                        joined.name(),
                        header.device(),
                        invites.use(joined.invite()));
        put(member);
    }

    private void put(Member member) {
        members.put(member.id(), member);
        byDevice.put(member.device(), member);
        byName.put(NameKey.of(member.name()), member);
        bySkeleton.put(Skeleton.of(member.name()), member);
    }

    private void checkRoleGiven(Member giver, RoleGiven given) {
        Member member =
                member(given.member())
                        .orElseThrow(() ->
                                refused(
                                        Code.NO_SUCH_MEMBER,
                                        "Nobody here has the id " + given.member() + "."));
        Role role = role(given.role());
        if (member.id().equals(giver.id())) {
            Rights.checkTaking(giver.role(), role);
        } else {
            Rights.checkGiving(giver.role(), member.role(), role);
        }
        if (isLastOwner(member) && !role.equals(Role.OWNER)) {
            throw refused(
                    Code.NOT_ALLOWED,
                    "The last owner stays one; make somebody else the owner first.");
        }
    }

    private static Role role(String name) {
        return Role.named(name)
                .orElseThrow(() ->
                        refused(
                                Code.BAD_REQUEST,
                                "There is no such role; /role lists what there is."));
    }

    private boolean isLastOwner(Member member) {
        return member.role().equals(Role.OWNER)
                && members.values().stream().filter(m -> m.role().equals(Role.OWNER)).count() == 1;
    }

    private void applyRole(MemberId id, String name) {
        Member member = members.get(id);
        Role role = Role.named(name).orElse(null);
        if (member != null && role != null) {
            put(new Member(id, member.name(), member.device(), role));
        }
    }

    private static void checkSettings(SettingsChanged changed) {
        if (changed.name() != null) {
            checkName(changed.name());
        }
        if (changed.maxMembers() != null) {
            checkMaxMembers(changed.maxMembers());
        }
    }

    private void applySettings(SettingsChanged changed) {
        name = orElse(changed.name(), name);
        maxMembers = orElse(changed.maxMembers(), maxMembers);
        locked = orElse(changed.locked(), locked);
    }

    private static <T> T orElse(@Nullable T changed, T now) {
        return changed == null ? now : changed;
    }

    private void checkChat(Member author, ChatMade made) {
        if (made.chat().equals(community) || chats.contains(made.chat())) {
            throw refused(Code.ALREADY_THERE, "This chat exists already.");
        }
        if (chatsMade.getOrDefault(author.id(), 0) >= Limits.CHATS_MADE) {
            throw refused(
                    Code.TOO_MANY,
                    "You have made " + Limits.CHATS_MADE + " chats, and nobody can make more.");
        }
    }

    private void applyChat(Header header, ChatMade made) {
        chats.add(made.chat());
        chatsMade.merge(header.author(), 1, Integer::sum);
    }

    /// Refuses what no community can be called.
    public static void checkName(String wanted) {
        int length = wanted.codePointCount(0, wanted.length());
        boolean printable = wanted.codePoints().noneMatch(CommunityView::breaksLines);
        if (wanted.isBlank() || length > Limits.COMMUNITY_NAME || !printable) {
            throw refused(
                    Code.BAD_REQUEST,
                    "A community's name has 1 to "
                            + Limits.COMMUNITY_NAME
                            + " characters and no control characters.");
        }
    }

    private static boolean breaksLines(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }

    /// Refuses what can't be the most members allowed.
    public static void checkMaxMembers(int wanted) {
        if (wanted < 1 || wanted > Limits.MEMBERS) {
            throw refused(
                    Code.BAD_REQUEST,
                    "The most members allowed is a number from 1 to " + Limits.MEMBERS + ".");
        }
    }
}
