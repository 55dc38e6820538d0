package chatbois.protocol.view;

import chatbois.log.Bytes32;
import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.Sha256;
import chatbois.log.SigningKey;
import chatbois.log.TreeHead;
import chatbois.log.VerifyKey;
import chatbois.protocol.GroupChat;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.ChatCreated;
import chatbois.protocol.event.EventBody.ChatMade;
import chatbois.protocol.event.EventBody.Founded;
import chatbois.protocol.event.EventBody.InviteMade;
import chatbois.protocol.event.Kind;
import chatbois.protocol.name.ChatName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A community and its chats, as one who checks everything sees them. Anna is the owner, Ben and
/// Carla are members, Dora is not.
final class Town {
    static final SigningKey SERVER = Person.key("server");
    static final SigningKey OWNER_INVITE = Person.key("owner's invite");
    static final SigningKey INVITE = Person.key("invite");
    static final Person ANNA = Person.called("anna");
    static final Person BEN = Person.called("ben");
    static final Person CARLA = Person.called("carla");
    static final Person DORA = Person.called("dora");
    static final LogId COMMUNITY = new LogId(hash("the community"));
    static final long NOW = 1_000_000;

    record Step(Header header, EventBody.InCommunity body, long time) {}

    final CommunityView view = new CommunityView(COMMUNITY, SERVER.verifyKey());
    final List<Step> log = new ArrayList<>();
    long time = NOW;

    static Town unfounded() {
        return new Town();
    }

    static Town founded() {
        Town town = new Town();
        town.take(
                header(MemberId.SERVER, SERVER.verifyKey(), COMMUNITY),
                new Founded("The kitchen", 10, OWNER_INVITE.verifyKey()));
        return town;
    }

    static Town ofThree() {
        Town town = founded();
        town.join(ANNA, "anna", OWNER_INVITE);
        town.take(ANNA, new InviteMade(INVITE.verifyKey(), 5, 0));
        town.join(BEN, "ben", INVITE);
        town.join(CARLA, "carla", INVITE);
        return town;
    }

    void join(Person who, String name, SigningKey invite) {
        take(who, who.joining(COMMUNITY, name, invite));
    }

    void take(Person who, EventBody.InCommunity body) {
        take(header(who, COMMUNITY), body);
    }

    void take(Header header, EventBody.InCommunity body) {
        view.check(header, body, time);
        view.apply(header, body, time);
        log.add(new Step(header, body, time));
    }

    /// Takes an event in as if it had been checked.
    void takeUnchecked(Person who, EventBody.InCommunity body) {
        view.apply(header(who, COMMUNITY), body, time);
    }

    /// Makes a chat of these members, the first of whom is its maker.
    ChatView chat(String name, Person... members) {
        Person maker = members[0];
        LogId id = GroupChat.id(COMMUNITY, maker.id(), Bytes32.ZERO);
        ChatView chat = new ChatView(COMMUNITY, id);
        if (!view.hasChat(id)) {
            take(maker, new ChatMade(id));
        }
        take(chat, maker, created(name, members));
        return chat;
    }

    void take(ChatView chat, Person who, EventBody.InChat body) {
        take(chat, header(who, chat.chat()), body);
    }

    void take(ChatView chat, Header header, EventBody.InChat body) {
        chat.check(header, body, view, time);
        chat.apply(header, body, chat.lastChange() + 1);
    }

    static ChatCreated created(String name, Person... members) {
        return new ChatCreated(
                new ChatName(name), false, Stream.of(members).map(Person::id).toList());
    }

    /// All that can be seen of a community.
    static List<Object> seen(CommunityView view) {
        return List.of(view.settings(), view.roles(), view.isFull(), List.copyOf(view.members()));
    }

    static List<Object> seen(ChatView chat) {
        return List.of(
                String.valueOf(chat.name()),
                chat.isDirect(),
                List.copyOf(chat.roles().entrySet()),
                List.copyOf(chat.invited()),
                chat.settings(),
                chat.pins(),
                chat.isDeleted());
    }

    static Header header(Person who, LogId log) {
        return header(who.id(), who.verifyKey(), log);
    }

    /// By somebody who has seen that much of the chat.
    static Header header(Person who, LogId log, long seen) {
        Header plain = header(who, log);
        return new Header(
                log,
                plain.author(),
                plain.device(),
                2,
                new TreeHead(seen, hash("seen")),
                NOW,
                plain.kind(),
                Bytes32.ZERO);
    }

    /// The views look at the author, the device and the commitment; the rest is the log's to check.
    static Header header(MemberId author, VerifyKey device, LogId log) {
        int kind = Kind.MESSAGE.code();
        return new Header(log, author, device, 1, TreeHead.EMPTY, NOW, kind, Bytes32.ZERO);
    }

    static Bytes32 hash(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
