package chatbois.protocol.view;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.VerifyKey;
import chatbois.protocol.Limits;
import chatbois.protocol.OpenLink;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.ChatChanged;
import chatbois.protocol.event.EventBody.ChatCreated;
import chatbois.protocol.event.EventBody.ChatDeleted;
import chatbois.protocol.event.EventBody.ChatJoined;
import chatbois.protocol.event.EventBody.ChatJoinedByLink;
import chatbois.protocol.event.EventBody.ChatLeft;
import chatbois.protocol.event.EventBody.ChatLinkMade;
import chatbois.protocol.event.EventBody.ChatLinkRevoked;
import chatbois.protocol.event.EventBody.ChatMemberRemoved;
import chatbois.protocol.event.EventBody.ChatRetentionSet;
import chatbois.protocol.event.EventBody.ChatRoleGiven;
import chatbois.protocol.event.EventBody.Described;
import chatbois.protocol.event.EventBody.InvitationTakenBack;
import chatbois.protocol.event.EventBody.MemberInvited;
import chatbois.protocol.event.EventBody.Message;
import chatbois.protocol.event.EventBody.MessageDeleted;
import chatbois.protocol.event.EventBody.MessageEdited;
import chatbois.protocol.event.EventBody.MessagePinned;
import chatbois.protocol.event.EventBody.MessageUnpinned;
import chatbois.protocol.event.EventBody.OnMessage;
import chatbois.protocol.event.EventBody.Reacted;
import chatbois.protocol.event.EventBody.ReactionWithdrawn;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.right.ChatRole;
import chatbois.protocol.right.Permission;
import chatbois.protocol.right.Rights;
import chatbois.protocol.right.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A chat as its log tells it: what it is called and set to, who is in it and as what, who is
/// invited, what is pinned.
///
/// Messages change nothing here, so a view can be folded from the other events alone. Not
/// thread-safe: one thread at a time, or under its owner's lock.
public final class ChatView {
    private final LogId community;
    private final LogId chat;
    private final ChatPeople people = new ChatPeople();
    private final ChatLinks links = new ChatLinks();
    private final Pins pins = new Pins();
    private ChatSettings settings = ChatSettings.fresh(null);
    private @Nullable Integer retentionDays;
    private boolean created;
    private boolean direct;
    private boolean deleted;
    private long lastChange;

    public ChatView(LogId community, LogId chat) {
        this.community = community;
        this.chat = chat;
    }

    /// Throws a refusal unless the event may come next at that time of the server's. The caller has
    /// made sure that the author's device is the author's.
    public void check(Header header, EventBody.InChat body, CommunityView all, long time) {
        MemberId author = header.author();
        switch (body) {
            case ChatCreated event -> checkCreated(header, event, all, time);
            case ChatJoined _ -> checkJoined(author);
            case ChatJoinedByLink event -> checkJoinedByLink(header, event, time);
            case ChatLeft _ -> checkLeft(author, body);
            case Message _,
                    MemberInvited _,
                    InvitationTakenBack _,
                    ChatChanged _,
                    ChatMemberRemoved _,
                    ChatRoleGiven _,
                    ChatLinkMade _,
                    ChatLinkRevoked _,
                    MessagePinned _,
                    MessageUnpinned _,
                    OnMessage _,
                    ChatRetentionSet _,
                    ChatDeleted _ -> {
                ChatRole role = actsAs(author, body, all, time);
                checkState(body);
                Rights.check(role, author, body);
                checkDeed(role, header, body, all, time);
            }
        }
    }

    /// Refuses who can say nothing now.
    public void checkMaySay(MemberId author, CommunityView all, long time) {
        Message word = new Message("a", false);
        ChatRole role = actsAs(author, word, all, time);
        checkState(word);
        Rights.check(role, author, word);
    }

    private void checkDeed(
            ChatRole role, Header header, EventBody.InChat body, CommunityView all, long time) {
        MemberId author = header.author();
        switch (body) {
            case Message message -> Messages.check(message, header.seen().size());
            case OnMessage event -> checkOnMessage(role, header, event);
            case MemberInvited event -> checkInvited(role, event, all, time);
            case ChatChanged event -> ChatSettings.check(event);
            case InvitationTakenBack event -> checkTakenBack(role, author, event);
            case ChatMemberRemoved event -> checkRemoved(role, event);
            case ChatRoleGiven event -> checkRoleGiven(role, author, event);
            case ChatLinkMade event -> links.check(event, time);
            case ChatLinkRevoked event -> links.checkOpen(event.link(), time);
            case MessagePinned event -> pins.check(event, header.seen().size());
            case MessageUnpinned event -> pins.check(event);
            case ChatRetentionSet event -> ServerPlan.checkDays(event.days());
            case ChatDeleted _, ChatCreated _, ChatJoined _, ChatJoinedByLink _, ChatLeft _ -> {}
        }
    }

    /// As what the author does it. Who moderates the community's chats counts as an owner where the
    /// own role doesn't do, but not against somebody of the same rank in the community or above.
    private ChatRole actsAs(MemberId author, EventBody.InChat body, CommunityView all, long time) {
        ChatRole own = needRole(author);
        MemberId other = other(author, body);
        ChatRole others = other == null ? null : people.role(other);
        boolean suffices =
                own.permissions().containsAll(Rights.needed(author, body))
                        && (others == null || own.rank() > others.rank());
        return !suffices
                        && !direct
                        && Rights.moderates(role(author, all, time), role(other, all, time))
                ? ChatRole.OWNER
                : own;
    }

    /// Who else it is done to, if anybody.
    private static @Nullable MemberId other(MemberId author, EventBody.InChat body) {
        MemberId other =
                switch (body) {
                    case ChatMemberRemoved removed -> removed.member();
                    case ChatRoleGiven given -> given.member();
                    case MessageDeleted deleted -> deleted.by();
                    case EventBody.InChat _ -> null;
                };
        return author.equals(other) ? null : other;
    }

    private static @Nullable Role role(@Nullable MemberId member, CommunityView all, long time) {
        return member == null ? null : all.memberAt(member, time).map(Member::role).orElse(null);
    }

    /// Takes in an event that was checked.
    ///
    /// @param seq its place in the log
    public void apply(Header header, EventBody.InChat body, long seq) {
        MemberId author = header.author();
        switch (body) {
            case ChatCreated event -> applyCreated(author, event);
            case MemberInvited event -> people.invite(event.member(), author);
            case ChatJoined _ -> people.enter(author);
            case ChatJoinedByLink event -> {
                links.use(event.link());
                people.enter(author);
            }
            case ChatLeft _ -> people.leave(author);
            case Message _, MessageEdited _, Reacted _, ReactionWithdrawn _, Described _ -> {
                return;
            }
            case MessageDeleted event -> {
                if (!pins.holds(event.seq())) {
                    return;
                }
                pins.remove(event.seq());
            }
            case ChatChanged event -> settings = settings.with(event);
            case InvitationTakenBack event -> people.takeBack(event.member());
            case ChatMemberRemoved event -> people.remove(event.member());
            case ChatRoleGiven event ->
                    ChatRole.named(event.role())
                            .ifPresent(role -> people.give(event.member(), role));
            case ChatLinkMade event -> links.add(author, event);
            case ChatLinkRevoked event -> links.revoke(event.link());
            case MessagePinned event -> pins.add(event.seq());
            case MessageUnpinned event -> pins.remove(event.seq());
            case ChatRetentionSet event -> retentionDays = event.days();
            case ChatDeleted _ -> {
                deleted = true;
                links.clear();
                pins.clear();
            }
        }
        lastChange = seq;
    }

    private void applyCreated(MemberId maker, ChatCreated event) {
        created = true;
        settings = ChatSettings.fresh(event.name());
        direct = event.direct();
        people.begin(event.members(), maker, direct);
    }

    /// Takes out somebody who is no member of the community any more; a chat that loses its last
    /// owner so gets another one. A direct chat still says who its two were.
    public void drop(MemberId member) {
        if (!direct) {
            people.drop(member);
        }
    }

    public LogId chat() {
        return chat;
    }

    /// Null for a direct chat.
    public @Nullable ChatName name() {
        return settings.name();
    }

    public ChatSettings settings() {
        return settings;
    }

    /// How many days messages are kept here, 0 for ever; null for as long as the community says.
    public @Nullable Integer retentionDays() {
        return retentionDays;
    }

    public boolean isDirect() {
        return direct;
    }

    public boolean isDeleted() {
        return deleted;
    }

    /// Whether everybody in the community may come in now.
    public boolean isOpen() {
        return settings.publicly() && !settings.archived() && !deleted;
    }

    /// The last event that changed something here.
    public long lastChange() {
        return lastChange;
    }

    /// Those in the chat, in the order in which they came; of a deleted one those who were in it.
    public Set<MemberId> members() {
        return people.members().keySet();
    }

    /// The same, and what each is.
    public Map<MemberId, ChatRole> roles() {
        return people.members();
    }

    public Set<MemberId> invited() {
        return people.invited();
    }

    /// What is pinned, the oldest pin first.
    public List<Long> pins() {
        return pins.list();
    }

    /// The links that still let somebody in at that time, for who may see them.
    public List<OpenLink> links(MemberId member, long time) {
        ChatRole role = people.role(member);
        return role != null && role.permissions().contains(Permission.CHAT_LINKS)
                ? links.open(time)
                : List.of();
    }

    /// Who invited that member, if the invitation is open.
    public Optional<MemberId> inviterOf(MemberId member) {
        return deleted ? Optional.empty() : Optional.ofNullable(people.inviterOf(member));
    }

    /// The one whom a member talks with in a direct chat.
    public Optional<MemberId> otherThan(MemberId member) {
        return direct
                ? members().stream().filter(m -> !m.equals(member)).findFirst()
                : Optional.empty();
    }

    /// How long this member waits from one message to the next at that time, in milliseconds.
    public long slowFor(MemberId member, CommunityView all, long time) {
        if (settings.slowSeconds() == 0) {
            return 0;
        }
        ChatRole role = people.role(member);
        boolean hurries =
                role != null && role.permissions().contains(Permission.CHAT_HURRY)
                        || Rights.moderates(role(member, all, time), null);
        return hurries ? 0 : settings.slowSeconds() * 1_000L;
    }

    /// Refuses whoever is not in the chat, in the words for a chat that doesn't exist: who is
    /// outside doesn't learn which chats there are.
    public void checkMember(MemberId member) {
        needRole(member);
    }

    /// Refuses whoever may not look in from outside: without an invitation, a link that is open at
    /// that time, or a public chat.
    public void checkMayEnter(MemberId member, @Nullable VerifyKey link, long time) {
        boolean invited = inviterOf(member).isPresent();
        if (!invited && !isOpen() && (link == null || !links.isOpen(link, time))) {
            throw link == null ? noSuchChat() : ChatLinks.leadsNowhere();
        }
    }

    private ChatRole needRole(MemberId member) {
        ChatRole role = deleted ? null : people.role(member);
        if (role == null) {
            throw noSuchChat();
        }
        return role;
    }

    private void checkState(EventBody.InChat body) {
        Intake.check(direct, settings.archived(), body);
    }

    private void checkCreated(Header header, ChatCreated event, CommunityView all, long time) {
        if (created) {
            throw refused(Code.ALREADY_THERE, "This chat exists already.");
        }
        new ChatBirth(community, header, event).check(all, time);
    }

    private void checkInvited(ChatRole author, MemberInvited event, CommunityView all, long time) {
        ChatBirth.checkExists(event.member(), all, time);
        if (people.isMember(event.member()) || people.inviterOf(event.member()) != null) {
            throw refused(Code.ALREADY_THERE, "Already in this chat, or invited to it.");
        }
        if (people.wasRemoved(event.member())
                && !author.permissions().contains(Permission.CHAT_REMOVE)) {
            throw refused(
                    Code.NOT_ALLOWED,
                    "They were put out of this chat; only who has the permission "
                            + Permission.CHAT_REMOVE.word()
                            + " can invite them back.");
        }
        checkRoom();
    }

    private void checkRoom() {
        if (people.isFull()) {
            throw refused(Code.TOO_MANY, "A chat has at most " + Limits.CHAT_MEMBERS + " members.");
        }
    }

    private void checkJoined(MemberId author) {
        checkOutside(author);
        if (people.inviterOf(author) != null) {
            checkState(new ChatJoined());
            return;
        }
        if (!isOpen()) {
            throw noSuchChat();
        }
        checkWelcome(author);
    }

    private void checkJoinedByLink(Header header, ChatJoinedByLink joined, long time) {
        if (deleted || !created) {
            throw noSuchChat();
        }
        links.checkUse(header, joined, time);
        checkOutside(header.author());
        checkState(joined);
        checkWelcome(header.author());
    }

    private void checkOutside(MemberId author) {
        if (deleted) {
            throw noSuchChat();
        }
        if (people.isMember(author)) {
            throw refused(Code.ALREADY_THERE, "You are in this chat already.");
        }
    }

    /// Refuses who comes without being invited and should not, or finds no room.
    private void checkWelcome(MemberId author) {
        if (people.inviterOf(author) != null) {
            return;
        }
        if (people.wasRemoved(author)) {
            throw refused(
                    Code.NOT_ALLOWED,
                    "You were put out of this chat; somebody who may do so has to invite you.");
        }
        checkRoom();
    }

    private void checkLeft(MemberId author, EventBody.InChat body) {
        needRole(author);
        checkState(body);
        if (people.isLastOwner(author) && people.members().size() > 1) {
            throw refused(
                    Code.NOT_ALLOWED,
                    "You are this chat's last owner; make somebody else one first with /chatrole,"
                            + " or /delete it.");
        }
    }

    private void checkTakenBack(ChatRole role, MemberId author, InvitationTakenBack event) {
        MemberId inviter = people.inviterOf(event.member());
        if (inviter == null) {
            throw refused(Code.NO_SUCH_MEMBER, "They are not invited; /members lists who is.");
        }
        Rights.checkTakingBack(role, author, inviter);
    }

    private void checkRemoved(ChatRole author, ChatMemberRemoved event) {
        ChatRole role = people.role(event.member());
        if (role == null) {
            throw notHere();
        }
        Rights.checkActing(author, role);
        if (event.reason() != null) {
            OneLine.check(event.reason(), Limits.REASON, "A reason");
        }
    }

    private void checkRoleGiven(ChatRole giver, MemberId author, ChatRoleGiven event) {
        ChatRole before = people.role(event.member());
        ChatRole after =
                ChatRole.named(event.role())
                        .orElseThrow(() ->
                                refused(
                                        Code.BAD_REQUEST,
                                        "There is no such role in a chat; /chatrole lists what"
                                                + " there is."));
        if (before == null) {
            throw notHere();
        }
        boolean own = event.member().equals(author);
        if (!own) {
            Rights.checkActing(giver, before);
        }
        Rights.checkCovered(own ? before : giver, after);
        if (people.isLastOwner(event.member()) && after != ChatRole.OWNER) {
            throw refused(
                    Code.NOT_ALLOWED,
                    "The last owner of a chat stays one; make somebody else the owner first.");
        }
    }

    private void checkOnMessage(ChatRole role, Header header, OnMessage event) {
        Messages.check(event, header.seen().size());
        MemberId other = other(header.author(), event);
        ChatRole others = other == null ? null : people.role(other);
        if (others != null) {
            Rights.checkActing(role, others);
        }
    }

    private static RuntimeException notHere() {
        return refused(Code.NO_SUCH_MEMBER, "They are not in this chat; /members lists who is.");
    }

    private static RuntimeException noSuchChat() {
        return refused(Code.NO_SUCH_CHAT, "You are in no such chat; /join it if you are invited.");
    }
}
