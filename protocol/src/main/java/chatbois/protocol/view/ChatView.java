package chatbois.protocol.view;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.protocol.DirectChat;
import chatbois.protocol.GroupChat;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.ChatCreated;
import chatbois.protocol.event.EventBody.ChatJoined;
import chatbois.protocol.event.EventBody.ChatLeft;
import chatbois.protocol.event.EventBody.ChatRetentionSet;
import chatbois.protocol.event.EventBody.MemberInvited;
import chatbois.protocol.event.EventBody.Message;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.right.Rights;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A chat as its log tells it: its name, who is in it and who is invited.
///
/// Messages change nothing here, so a view can be folded from the other events alone. Not
/// thread-safe: one thread at a time, or under its owner's lock.
public final class ChatView {
    private final LogId community;
    private final LogId chat;
    private final Set<MemberId> members = new LinkedHashSet<>();
    private final Map<MemberId, MemberId> invitedBy = new LinkedHashMap<>();
    private @Nullable ChatName name;
    private @Nullable Integer retentionDays;
    private boolean created;
    private boolean direct;

    public ChatView(LogId community, LogId chat) {
        this.community = community;
        this.chat = chat;
    }

    /// Throws a refusal unless the event may come next. The caller has made sure that the author's
    /// device is the author's.
    public void check(Header header, EventBody.InChat body, CommunityView all) {
        MemberId author = header.author();
        switch (body) {
            case ChatCreated event -> checkCreated(header, event, all);
            case MemberInvited event -> checkInvited(author, event.member(), all);
            case ChatJoined _ -> checkJoined(author);
            case ChatLeft _ -> checkLeft(author);
            case Message message -> checkMessage(author, message);
            case ChatRetentionSet(var days) -> checkRetention(author, days, all);
        }
    }

    /// Takes in an event that was checked.
    public void apply(Header header, EventBody.InChat body) {
        MemberId author = header.author();
        switch (body) {
            case ChatCreated event -> {
                created = true;
                name = event.name();
                direct = event.direct();
                members.addAll(event.members());
            }
            case MemberInvited event -> invitedBy.put(event.member(), author);
            case ChatJoined _ -> {
                invitedBy.remove(author);
                members.add(author);
            }
            case ChatLeft _ -> members.remove(author);
            case ChatRetentionSet(var days) -> retentionDays = days;
            case Message _ -> {}
        }
    }

    /// Takes out somebody who is no member of the community any more. A direct chat still says who
    /// its two were.
    public void drop(MemberId member) {
        invitedBy.remove(member);
        if (!direct) {
            members.remove(member);
        }
    }

    public LogId chat() {
        return chat;
    }

    /// Null for a direct chat.
    public @Nullable ChatName name() {
        return name;
    }

    /// How many days messages are kept here, 0 for ever; null for as long as the community says.
    public @Nullable Integer retentionDays() {
        return retentionDays;
    }

    public boolean isDirect() {
        return direct;
    }

    public Set<MemberId> members() {
        return Collections.unmodifiableSet(members);
    }

    public Set<MemberId> invited() {
        return Collections.unmodifiableSet(invitedBy.keySet());
    }

    /// Who invited that member, if the invitation is open.
    public Optional<MemberId> inviterOf(MemberId member) {
        return Optional.ofNullable(invitedBy.get(member));
    }

    /// The one whom a member talks with in a direct chat.
    public Optional<MemberId> otherThan(MemberId member) {
        return direct
                ? members.stream().filter(m -> !m.equals(member)).findFirst()
                : Optional.empty();
    }

    /// Refuses whoever is not in the chat, in the words for a chat that doesn't exist: who is
    /// outside doesn't learn which chats there are.
    public void checkMember(MemberId member) {
        if (!members.contains(member)) {
            throw noSuchChat();
        }
    }

    private void checkCreated(Header header, ChatCreated event, CommunityView all) {
        if (created) {
            throw refused(Code.ALREADY_THERE, "This chat exists already.");
        }
        if (event.members().size() > Limits.NEW_CHAT_MEMBERS) {
            throw refused(
                    Code.TOO_MANY,
                    "A chat begins with at most "
                            + Limits.NEW_CHAT_MEMBERS
                            + " members; invite the others afterwards.");
        }
        Set<MemberId> distinct = new HashSet<>(event.members());
        if (distinct.size() != event.members().size() || !distinct.contains(header.author())) {
            throw refused(
                    Code.BAD_REQUEST, "A chat's maker is one of its members, and nobody is twice.");
        }
        for (MemberId member : distinct) {
            checkExists(member, all);
        }
        checkShape(header, event, distinct);
    }

    private void checkShape(Header header, ChatCreated event, Set<MemberId> distinct) {
        if (!event.direct()) {
            if (event.name() == null) {
                throw refused(Code.BAD_REQUEST, "A chat needs a name.");
            }
            if (!GroupChat.id(community, header.author(), header.commitment()).equals(chat)) {
                throw refused(Code.BAD_REQUEST, "A chat's id comes out of its first event.");
            }
            return;
        }
        MemberId[] two = distinct.toArray(MemberId[]::new);
        if (event.name() != null
                || two.length != 2
                || !DirectChat.id(community, two[0], two[1]).equals(chat)) {
            throw refused(
                    Code.BAD_REQUEST,
                    "A direct chat has two members, no name and an id of its own.");
        }
    }

    private void checkInvited(MemberId author, MemberId invited, CommunityView all) {
        checkMember(author);
        checkExists(invited, all);
        if (direct) {
            throw refused(
                    Code.NOT_ALLOWED,
                    "A direct chat is for two; make a chat with /new to talk with more.");
        }
        if (members.contains(invited) || invitedBy.containsKey(invited)) {
            throw refused(Code.ALREADY_THERE, "Already in this chat, or invited to it.");
        }
        if (members.size() + invitedBy.size() >= Limits.CHAT_MEMBERS) {
            throw refused(Code.TOO_MANY, "A chat has at most " + Limits.CHAT_MEMBERS + " members.");
        }
    }

    private void checkJoined(MemberId author) {
        if (members.contains(author)) {
            throw refused(Code.ALREADY_THERE, "You are in this chat already.");
        }
        if (!invitedBy.containsKey(author)) {
            throw noSuchChat();
        }
    }

    private void checkLeft(MemberId author) {
        checkMember(author);
        if (direct) {
            throw refused(Code.NOT_ALLOWED, "A direct chat can't be left.");
        }
    }

    private void checkRetention(MemberId author, @Nullable Integer days, CommunityView all) {
        checkMember(author);
        all.member(author).ifPresent(member -> Rights.checkKeeping(member.role()));
        if (days != null) {
            ServerPlan.checkDays(days);
        }
    }

    private void checkMessage(MemberId author, Message message) {
        checkMember(author);
        checkText(message);
    }

    /// Refuses a message that is refused everywhere, whoever sends it.
    public static void checkText(Message message) {
        if (message.text().isBlank()) {
            throw refused(Code.BAD_REQUEST, "A message needs a text.");
        }
        byte[] utf8 = message.text().getBytes(StandardCharsets.UTF_8);
        if (utf8.length > Limits.TEXT) {
            throw refused(
                    Code.TOO_LONG,
                    "A message has at most " + Limits.TEXT + " bytes; send it in parts.");
        }
        if (!new String(utf8, StandardCharsets.UTF_8).equals(message.text())) {
            throw refused(Code.BAD_REQUEST, "A message's text can't hold half a character.");
        }
    }

    private static void checkExists(MemberId member, CommunityView all) {
        if (all.member(member).isEmpty()) {
            throw refused(Code.NO_SUCH_MEMBER, "Nobody here has the id " + member + ".");
        }
    }

    private static RuntimeException noSuchChat() {
        return refused(Code.NO_SUCH_CHAT, "You are in no such chat; /join it if you are invited.");
    }
}
