package chatbois.server.live;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.VerifyKey;
import chatbois.protocol.ChatState;
import chatbois.protocol.ChatSummary;
import chatbois.protocol.Invitation;
import chatbois.protocol.Limits;
import chatbois.protocol.PublicChat;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Reply;
import chatbois.protocol.Reply.MentionList.Mention;
import chatbois.protocol.Request;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.right.ChatRole;
import chatbois.protocol.view.ChatSettings;
import chatbois.protocol.view.ChatView;
import chatbois.protocol.view.Device;
import chatbois.protocol.view.Member;
import chatbois.server.community.Community;
import chatbois.server.store.LogRow;
import chatbois.server.store.Reader;
import chatbois.server.store.Store;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A member's chats as a list shows them: names from the views, numbers from the store. Safe for
/// any thread; blocks while it reads.
public final class Summaries {
    private final Community community;
    private final Store store;

    public Summaries(Community community, Store store) {
        this.community = community;
        this.store = store;
    }

    /// What a member is called.
    String nameOf(MemberId member) {
        return community
                .look(view -> view.member(member).map(Member::shownName))
                .orElse("Somebody");
    }

    /// What the views say of a chat for one member.
    private record Glance(
            LogId chat,
            @Nullable ChatName name,
            @Nullable MemberId with,
            int members,
            ChatState state,
            boolean member,
            @Nullable MemberId inviter) {
        private static ChatState state(ChatView chat, MemberId member) {
            ChatSettings settings = chat.settings();
            ChatRole role = chat.roles().getOrDefault(member, ChatRole.MEMBER);
            return new ChatState(
                    settings.topic(),
                    settings.publicly(),
                    settings.archived(),
                    role.word(),
                    chat.lastChange());
        }

        static Glance of(ChatView chat, MemberId member) {
            return new Glance(
                    chat.chat(),
                    chat.name(),
                    chat.otherThan(member).orElse(null),
                    chat.members().size(),
                    state(chat, member),
                    chat.members().contains(member),
                    chat.inviterOf(member).orElse(null));
        }
    }

    public Reply.ChatList all(Connection connection) {
        List<ChatSummary> chats = new ArrayList<>();
        List<Invitation> invitations = new ArrayList<>();
        List<VerifyKey> own = devices(connection.member());
        for (Glance glance : glances(connection.member())) {
            store.read(reader -> chat(reader, glance, connection.member(), own))
                    .ifPresent(chats::add);
            store.read(reader -> invitation(reader, glance, connection.device()))
                    .ifPresent(invitations::add);
        }
        return new Reply.ChatList(chats, invitations);
    }

    /// Empty if the member isn't in the chat.
    Optional<ChatSummary> chat(Connection connection, LogId chat) {
        MemberId member = connection.member();
        List<VerifyKey> own = devices(member);
        return glance(member, chat)
                .flatMap(glance -> store.read(reader -> chat(reader, glance, member, own)));
    }

    /// Empty if the member isn't invited to the chat.
    Optional<Invitation> invitation(Connection connection, LogId chat) {
        return glance(connection.member(), chat)
                .flatMap(g -> store.read(reader -> invitation(reader, g, connection.device())));
    }

    /// Who is in a chat, or was when it was deleted, and who is invited to it.
    Set<MemberId> people(LogId chat) {
        return community.people(chat);
    }

    /// Who is invited to a chat.
    Set<MemberId> invited(LogId chat) {
        return community.invited(chat);
    }

    /// What a member sees of a chat before coming in.
    public Reply.Entrance entrance(Request.Entrance asked, Connection connection, long time) {
        ChatName name =
                community
                        .lookFromOutside(
                                asked,
                                connection.member(),
                                time,
                                chat -> Optional.ofNullable(chat.name()))
                        .orElseThrow(() -> refused(Code.NO_SUCH_CHAT, "A direct chat is for two."));
        long authorSeq =
                store.read(reader ->
                        reader.log(asked.chat())
                                .map(row -> reader.lastAuthorSeq(row, connection.device()))
                                .orElse(0L));
        return new Reply.Entrance(name, authorSeq);
    }

    /// The public chats whose names contain that.
    public Reply.PublicChatList publicChats(String containing) {
        String wanted = containing.toLowerCase(Locale.ROOT);
        List<PublicChat> found =
                community.eachOpenChat(Summaries::publicChat).stream()
                        .filter(chat ->
                                chat.name().value().toLowerCase(Locale.ROOT).contains(wanted))
                        .sorted(Comparator.comparingInt(PublicChat::members).reversed())
                        .toList();
        List<PublicChat> first = found.stream().limit(Limits.PUBLIC_CHATS).toList();
        return new Reply.PublicChatList(first, found.size() - first.size());
    }

    private static PublicChat publicChat(ChatView chat) {
        return new PublicChat(
                chat.chat(),
                Objects.requireNonNull(chat.name()),
                chat.settings().topic(),
                chat.members().size());
    }

    /// How much the member has not read in a chat after an event.
    public int unread(LogId chat, long seq, MemberId member) {
        List<VerifyKey> own = devices(member);
        return store.read(
                reader -> reader.log(chat).map(row -> unread(reader, row, seq, own)).orElse(0));
    }

    /// How much of that is meant for the member.
    public int mentions(LogId chat, long seq, MemberId member) {
        return store.read(reader ->
                reader.log(chat).map(row -> mentions(reader, row, seq, member)).orElse(0));
    }

    private static int mentions(Reader reader, LogRow row, long seq, MemberId member) {
        return reader.mentions(row, seq, member, ChatSummary.MOST_UNREAD);
    }

    /// The newest messages that are meant for the member, in all chats that they are in.
    public Reply.MentionList mentions(MemberId member) {
        record Found(LogId chat, Reader.Stated message) {}
        List<Found> found = new ArrayList<>();
        for (Glance glance : glances(member)) {
            if (glance.member()) {
                store.read(reader ->
                                reader.log(glance.chat())
                                        .map(row ->
                                                reader.newestMentions(
                                                        row, 0, member, Limits.MENTIONED))
                                        .orElse(List.of()))
                        .forEach(message -> found.add(new Found(glance.chat(), message)));
            }
        }
        return new Reply.MentionList(
                found.stream()
                        .sorted(
                                Comparator.comparingLong((Found each) -> each.message().time())
                                        .reversed())
                        .limit(Limits.MENTIONED)
                        .map(each -> new Mention(each.chat(), each.message().seq()))
                        .toList());
    }

    private static int unread(Reader reader, LogRow row, long seq, List<VerifyKey> own) {
        return reader.unread(row, seq, own, ChatSummary.MOST_UNREAD);
    }

    /// All devices that ever spoke for the member: what they wrote is not unread.
    private List<VerifyKey> devices(MemberId member) {
        return community.look(view ->
                view.everMember(member)
                        .map(found -> found.devices().stream().map(Device::key).toList())
                        .orElse(List.of()));
    }

    private List<Glance> glances(MemberId member) {
        return community.eachChatOf(member, chat -> Glance.of(chat, member));
    }

    private Optional<Glance> glance(MemberId member, LogId chat) {
        return glances(member).stream().filter(g -> g.chat().equals(chat)).findFirst();
    }

    private static Optional<ChatSummary> chat(
            Reader reader, Glance glance, MemberId member, List<VerifyKey> own) {
        if (!glance.member()) {
            return Optional.empty();
        }
        return reader.log(glance.chat())
                .map(row -> {
                    long read = reader.marker(row, member);
                    return new ChatSummary(
                            glance.chat(),
                            glance.name(),
                            glance.with(),
                            glance.members(),
                            glance.state(),
                            row.size(),
                            row.lastTime(),
                            read,
                            unread(reader, row, read, own),
                            mentions(reader, row, read, member));
                });
    }

    private static Optional<Invitation> invitation(Reader reader, Glance glance, VerifyKey device) {
        MemberId inviter = glance.inviter();
        ChatName name = glance.name();
        if (inviter == null || name == null) {
            return Optional.empty();
        }
        return reader.log(glance.chat())
                .map(row ->
                        new Invitation(
                                glance.chat(), name, inviter, reader.lastAuthorSeq(row, device)));
    }
}
