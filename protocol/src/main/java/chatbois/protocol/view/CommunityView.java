package chatbois.protocol.view;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.VerifyKey;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.Announced;
import chatbois.protocol.event.EventBody.ChatJoined;
import chatbois.protocol.event.EventBody.ChatJoinedByLink;
import chatbois.protocol.event.EventBody.ChatLeft;
import chatbois.protocol.event.EventBody.ChatMade;
import chatbois.protocol.event.EventBody.DeviceLinked;
import chatbois.protocol.event.EventBody.DeviceReturned;
import chatbois.protocol.event.EventBody.Founded;
import chatbois.protocol.event.EventBody.InviteMade;
import chatbois.protocol.event.EventBody.InviteRevoked;
import chatbois.protocol.event.EventBody.MemberJoined;
import chatbois.protocol.event.EventBody.MemberLeft;
import chatbois.protocol.event.EventBody.OnMember;
import chatbois.protocol.event.EventBody.OnServer;
import chatbois.protocol.event.EventBody.RecoverySet;
import chatbois.protocol.event.EventBody.RoleMade;
import chatbois.protocol.event.EventBody.RoleRemoved;
import chatbois.protocol.event.EventBody.SettingsChanged;
import chatbois.protocol.event.EventBody.StatusSet;
import chatbois.protocol.name.MemberName;
import chatbois.protocol.right.Permission;
import chatbois.protocol.right.Rights;
import chatbois.protocol.right.Role;
import chatbois.protocol.view.Invites.Invite;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The community as its log tells it: settings, members, roles, invites, the chats there are.
///
/// [#check] says whether an event may come next, [#apply] takes it in; both see the same rules on a
/// server and on a client. What happens in chats is judged by time: a chat's event sees the
/// community as it was at the event's time, and the server's times put the events of all logs in
/// one order. Not thread-safe: one thread at a time, or under its owner's lock.
public final class CommunityView {
    private final LogId community;
    private final VerifyKey server;
    private final Roster roster = new Roster();
    private final RoleBook roles = new RoleBook();
    private final Devices devices;
    private final Moderation moderation;
    private final ServerPlan serverPlan = new ServerPlan();
    private final Inviting inviting = new Inviting(roster, roles);
    private final Set<LogId> chats = new HashSet<>();
    private final Map<MemberId, Integer> chatsMade = new HashMap<>();
    private Settings settings = Settings.NONE;

    /// @param server the key that wrote the first event
    public CommunityView(LogId community, VerifyKey server) {
        this.community = community;
        this.server = server;
        this.devices = new Devices(community, roster);
        this.moderation = new Moderation(roster, roles, devices);
    }

    /// Who hears of the members from now on.
    public void watch(MemberWatch watching) {
        roster.watch(watching);
    }

    /// Throws a refusal unless the event may come next at that time of the server's.
    public void check(Header header, EventBody.InCommunity body, long time) {
        switch (body) {
            case Founded founded -> checkFounded(header, founded);
            case MemberJoined joined -> checkJoined(header, joined, time);
            case MemberLeft _ -> moderation.checkOwnerLeft(author(header));
            case InviteMade made -> checkInvite(allowed(header, made, time), made, time);
            case InviteRevoked revoked ->
                    inviting.checkRevoked(allowed(header, revoked, time), revoked, time);
            case SettingsChanged changed -> {
                allowed(header, changed, time);
                Settings.check(changed);
            }
            case OnServer on -> {
                allowed(header, on, time);
                serverPlan.check(on, time);
            }
            case OnMember on -> moderation.check(allowed(header, on, time), on, time);
            case RoleMade made -> roles.checkMade(allowed(header, made, time).role(), made);
            case RoleRemoved removed ->
                    roles.checkRemoved(
                            allowed(header, removed, time).role(),
                            removed.name(),
                            isInUse(removed.name()));
            case Announced announced -> {
                allowed(header, announced, time);
                checkAnnounced(announced);
            }
            case StatusSet status -> {
                checkNotMuted(allowed(header, status, time), time);
                OneLine.check(status.text(), Limits.STATUS, "A status");
            }
            case DeviceLinked linked -> devices.checkLinked(allowed(header, linked, time), linked);
            case DeviceReturned returned -> {
                Member member = devices.checkReturned(header, returned);
                checkNotBanned(member, header.device(), time);
            }
            case RecoverySet set -> {
                allowed(header, set, time);
                devices.checkRecovery(set);
            }
            case ChatMade made -> checkChat(allowed(header, made, time), made, time);
        }
    }

    /// The author, who is not kept out and whose role has what the event needs.
    private Member allowed(Header header, EventBody.InCommunity body, long time) {
        Member author = author(header);
        checkNotBanned(author, header.device(), time);
        Rights.check(author.role(), author.id(), body);
        return author;
    }

    /// Takes in an event that was checked.
    ///
    /// @param time the server's time of the event
    public void apply(Header header, EventBody.InCommunity body, long time) {
        switch (body) {
            case Founded founded -> applyFounded(founded);
            case InviteMade made -> inviting.make(header.author(), made);
            case InviteRevoked revoked -> inviting.revoke(revoked);
            case MemberJoined joined -> applyJoined(header, joined, time);
            case MemberLeft _ ->
                    roster.present(header.author())
                            .ifPresent(m -> roster.put(m.goneAt(time), time));
            case SettingsChanged changed -> settings = settings.with(changed);
            case OnServer on -> serverPlan.apply(header.author(), on, time);
            case OnMember on -> moderation.apply(header.author(), on, time);
            case RoleMade made -> applyRole(made, time);
            case RoleRemoved(String name) -> {
                roles.remove(name);
                inviting.roleIsGone(name);
            }
            case Announced _ -> {}
            case StatusSet(String text) ->
                    roster.present(header.author())
                            .ifPresent(m -> roster.touch(m.withStatus(text)));
            case DeviceLinked linked -> devices.link(header.author(), linked, time);
            case DeviceReturned returned -> devices.comeBack(header, returned, time);
            case RecoverySet set -> devices.setRecovery(header.author(), set);
            case ChatMade made -> applyChat(header, made);
        }
    }

    /// The member whose device wrote the header; refuses a device that isn't the author's now.
    public Member author(Header header) {
        return roster.present(header.author())
                .filter(member -> member.device(header.device()).filter(Device::isLive).isPresent())
                .orElseThrow(CommunityView::unknownDevice);
    }

    /// The author of an event in a chat, as of that time; refuses a device that was not the
    /// author's then.
    public Member authorAt(Header header, long time) {
        return roster.at(header.author(), time)
                .filter(member -> wasLive(member, header.device(), time))
                .orElseThrow(CommunityView::unknownDevice);
    }

    /// Somebody who was a member at that time.
    public Optional<Member> memberAt(MemberId id, long time) {
        return roster.at(id, time).filter(member -> !member.gone());
    }

    private static boolean wasLive(Member member, VerifyKey device, long time) {
        return member.device(device).filter(d -> d.wasLive(time)).isPresent();
    }

    private static RuntimeException unknownDevice() {
        return refused(Code.UNKNOWN_DEVICE, "This device belongs to no member here.");
    }

    /// Refuses whoever is kept out at that time, the member or only the device.
    public void checkNotBanned(Member member, VerifyKey device, long time) {
        checkBan(member.ban(), time, "You are banned from " + name());
        member.device(device)
                .ifPresent(d -> checkBan(d.ban(), time, "This device is banned from " + name()));
    }

    /// The member for whom a device may come in at that time; refuses all other devices.
    public Member checkMayEnter(VerifyKey device, long time) {
        Member member =
                everWithDevice(device)
                        .orElseThrow(() ->
                                refused(
                                        Code.UNKNOWN_DEVICE,
                                        "This device belongs to no member here; join with an"
                                                + " invite."));
        if (member.gone()) {
            String why = moderation.whyRemoved(member.id());
            throw refused(
                    Code.UNKNOWN_DEVICE,
                    "You are no member of %s any more%s; ask for an invite to come back."
                            .formatted(name(), why.isBlank() ? "" : " (" + why + ")"));
        }
        if (memberWithDevice(device).isEmpty()) {
            throw refused(
                    Code.UNKNOWN_DEVICE,
                    "This device was revoked and doesn't speak for you any more. Use another one of"
                            + " yours, come back with your paper key (chatbois recover), or ask an"
                            + " admin for a /reset.");
        }
        checkNotBanned(member, device, time);
        return member;
    }

    private static void checkBan(@Nullable Sanction ban, long time, String sentence) {
        if (ban != null && !ban.isOver(time)) {
            throw refused(Code.BANNED, sentence + ban.details());
        }
    }

    /// Refuses whoever may not write that into a chat at that time, whatever the chat says of them.
    ///
    /// @return the author, as of that time
    public Member checkWriter(Header header, EventBody.InChat body, long time) {
        Member author = authorAt(header, time);
        checkNotBanned(author, header.device(), time);
        if (!(body instanceof ChatJoined
                || body instanceof ChatJoinedByLink
                || body instanceof ChatLeft)) {
            checkNotMuted(author, time);
        }
        return author;
    }

    private static void checkNotMuted(Member author, long time) {
        Sanction mute = author.mute();
        if (mute != null && !mute.isOver(time)) {
            throw refused(Code.MUTED, "You are muted here" + mute.details());
        }
    }

    public String name() {
        return settings.name();
    }

    public Settings settings() {
        return settings;
    }

    /// The end of the server that is planned for later than that time.
    public Optional<PlannedEnd> plannedEnd(long time) {
        return serverPlan.end(time);
    }

    /// How many days messages are kept where nothing else is said; 0 for ever.
    public int retentionDays() {
        return serverPlan.retentionDays();
    }

    /// Which files the community takes.
    public FileRules files() {
        return serverPlan.files();
    }

    /// How long everybody has to wait between two messages at present; 0 for not at all.
    public int slowSeconds() {
        return settings.panic().slowSeconds();
    }

    public boolean isFull() {
        return members().size() >= settings.maxMembers();
    }

    /// All who are members now, in the order in which they came.
    public Collection<Member> members() {
        return roster.present();
    }

    /// Somebody who is a member now.
    public Optional<Member> member(MemberId id) {
        return roster.present(id);
    }

    /// Somebody who is a member now; refuses other ids.
    public Member needMember(MemberId id) {
        return roster.present(id)
                .orElseThrow(
                        () -> refused(Code.NO_SUCH_MEMBER, "Nobody here has the id " + id + "."));
    }

    /// Somebody who is a member or was one.
    public Optional<Member> everMember(MemberId id) {
        return roster.ever(id);
    }

    public Optional<Member> memberNamed(MemberName memberName) {
        return roster.named(memberName);
    }

    /// The member whose device it is now.
    public Optional<Member> memberWithDevice(VerifyKey device) {
        return everWithDevice(device)
                .filter(m -> m.device(device).filter(Device::isLive).isPresent());
    }

    /// The member whose device it is or was.
    public Optional<Member> everWithDevice(VerifyKey device) {
        return roster.withDevice(device);
    }

    /// The paper key with which a member comes back who has no device.
    public Optional<VerifyKey> paperKey(MemberId member) {
        return devices.paperKey(member);
    }

    /// The member who comes back with that key, on paper or of a reset; refuses all other keys.
    public Member comingBackWith(VerifyKey key) {
        return devices.comesBackWith(key).orElseThrow(Devices::unknownKey);
    }

    /// The roles there are, the highest first.
    public List<Role> roles() {
        return roles.all();
    }

    /// The invites that still let somebody in at that time, but the first owner's.
    public List<OpenInvite> openInvites(long time) {
        return inviting.open(time);
    }

    /// Who made an invite, open or not; empty for the first owner's, and when it is long closed.
    public Optional<MemberId> inviter(VerifyKey invite) {
        return inviting.maker(invite);
    }

    public boolean hasChat(LogId chat) {
        return chats.contains(chat);
    }

    private void checkFounded(Header header, Founded founded) {
        if (!header.device().equals(server) || !header.author().equals(MemberId.SERVER)) {
            throw refused(Code.NOT_ALLOWED, "Only the server founds its community.");
        }
        if (!name().isEmpty()) {
            throw refused(Code.ALREADY_THERE, "The community is founded already.");
        }
        Settings.checkName(founded.name());
        Settings.checkMaxMembers(founded.maxMembers());
    }

    private void applyFounded(Founded founded) {
        settings = new Settings(founded.name(), founded.maxMembers(), false, "", Panic.PEACE);
        inviting.begin(founded.ownerInvite());
    }

    private void checkJoined(Header header, MemberJoined joined, long time) {
        if (header.author().equals(MemberId.SERVER)) {
            throw refused(Code.BAD_REQUEST, "This id is the server's own; take a random one.");
        }
        checkTakesIn(inviting.checkUse(community, header, joined, time));
        if (everWithDevice(header.device()).isPresent()
                || everMember(header.author()).isPresent()) {
            throw refused(Code.ALREADY_THERE, "This device is a member already; just connect.");
        }
        roster.checkFree(joined.name(), null);
    }

    private void checkInvite(Member author, InviteMade made, long time) {
        if (settings.panic().fewInvite()) {
            checkUndisturbed(author, "no invites are made");
        }
        if (settings.panic().nobodyNew()) {
            throw refused(Code.LOCKED, "No invites are made at this " + panicLevel());
        }
        inviting.check(author, made, time);
    }

    private void checkUndisturbed(Member author, String sentence) {
        if (!author.role().permissions().contains(Permission.PANIC)) {
            throw refused(Code.LOCKED, "For now %s: %s".formatted(sentence, panicLevel()));
        }
    }

    private String panicLevel() {
        return "panic level (%d); /panic shows what it means.".formatted(settings.panic().level());
    }

    private void checkTakesIn(Invite invite) {
        if (settings.isClosed() && !invite.forOwner()) {
            throw refused(
                    Code.LOCKED,
                    "%s takes in nobody now; ask its owner to %s."
                            .formatted(
                                    name(),
                                    settings.locked() ? "/unlock it" : "lower the /panic level"));
        }
        if (isFull()) {
            throw refused(
                    Code.SERVER_FULL,
                    "%s is full (%d members); its owner can raise the /limit."
                            .formatted(name(), settings.maxMembers()));
        }
    }

    private void applyJoined(Header header, MemberJoined joined, long time) {
        Role role = roles.find(inviting.use(joined)).orElse(Role.MEMBER);
        roster.put(
                Member.newcomer(header.author(), joined.name(), role, header.device(), time), time);
    }

    private boolean isInUse(String role) {
        return members().stream().anyMatch(member -> member.role().name().equals(role));
    }

    private void applyRole(RoleMade made, long time) {
        Role role = roles.make(made);
        List.copyOf(members()).stream()
                .filter(member -> member.role().name().equals(role.name()))
                .forEach(member -> roster.put(member.withRole(role), time));
    }

    private static void checkAnnounced(Announced announced) {
        OneLine.check(announced.text(), Limits.ANNOUNCEMENT, "An announcement");
        if (announced.text().isBlank()) {
            throw refused(Code.BAD_REQUEST, "An announcement needs a text.");
        }
    }

    private void checkChat(Member author, ChatMade made, long time) {
        checkNotMuted(author, time);
        if (settings.panic().fewMakeChats()) {
            checkUndisturbed(author, "no chats are made");
        }
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
}
