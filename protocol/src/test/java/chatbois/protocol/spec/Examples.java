package chatbois.protocol.spec;

import chatbois.log.Event;
import chatbois.log.LogId;
import chatbois.log.SignedEvent;
import chatbois.log.TreeHead;
import chatbois.protocol.AddressBan;
import chatbois.protocol.AddressRange;
import chatbois.protocol.BackupName;
import chatbois.protocol.ChatState;
import chatbois.protocol.ChatSummary;
import chatbois.protocol.ClientFrame;
import chatbois.protocol.DirectChat;
import chatbois.protocol.Draft;
import chatbois.protocol.Frames;
import chatbois.protocol.Hit;
import chatbois.protocol.Invitation;
import chatbois.protocol.LogLevel;
import chatbois.protocol.OpenLink;
import chatbois.protocol.Presence;
import chatbois.protocol.Privacy;
import chatbois.protocol.PublicChat;
import chatbois.protocol.Push;
import chatbois.protocol.Receipt;
import chatbois.protocol.Refusal;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.SeenDevice;
import chatbois.protocol.ServerFrame;
import chatbois.protocol.ServerInfo;
import chatbois.protocol.Sighting;
import chatbois.protocol.Slot;
import chatbois.protocol.Sought;
import chatbois.protocol.Suggestion;
import chatbois.protocol.event.Attachment;
import chatbois.protocol.event.DeviceProof;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.JoinProof;
import chatbois.protocol.event.Kind;
import chatbois.protocol.event.Preview;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.name.Emoji;
import chatbois.protocol.name.MemberName;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// One example of everything that can be said, out of the [Story]. Whoever adds a request, a reply,
/// a push or a kind of event adds its example here.
final class Examples {
    private static final Story STORY = new Story();
    private static final BackupName BACKUP = new BackupName("chatbois-20261125T144906123Z.backup");

    private Examples() {}

    private static final AddressRange RANGE = AddressRange.parse("203.0.113.0/24");

    private static final Slot SLOT = new Slot(4821);

    private static final Attachment FILE =
            new Attachment(
                    Story.hash("a picture"),
                    401_493,
                    "summit.jpg",
                    "image/jpeg",
                    "A cross of wood on a rock, in fog.",
                    new Preview(Story.hash("a preview"), 61_022, 960, 640, 1, 0));

    static List<Request> requests() {
        List<Event> chat = STORY.chat();
        TreeHead pinned = Story.head(Story.CHAT, chat, 3).head();
        return List.of(
                new Request.Hello(1, Story.HANDSHAKE.clientNonce()),
                new Request.Login(Story.ANNA.verifyKey(), Story.HANDSHAKE.signAsDevice(Story.ANNA)),
                new Request.Register(
                        signed(STORY.community(), 4), Story.HANDSHAKE.signAsDevice(Story.BEN)),
                new Request.Append(signed(chat, 2)),
                new Request.MakeChat(signed(STORY.community(), 5), signed(chat, 1)),
                new Request.Resume(List.of(new Request.Resume.From(Story.CHAT, 3, pinned))),
                new Request.Page(Story.CHAT, 3, 2, 5),
                new Request.Chats(),
                new Request.Related(Story.CHAT, 3, 4, 5),
                new Request.ThreadOf(Story.CHAT, 3, 5, 4L),
                new Request.Mentions(),
                new Request.ChatMembers(Story.CHAT),
                new Request.ChatDetails(Story.CHAT),
                new Request.PublicChats("climb"),
                new Request.Entrance(Story.CHAT, Story.CODE.verifyKey()),
                new Request.Who(),
                new Request.MarkRead(Story.CHAT, 4),
                new Request.Typing(Story.CHAT, true),
                new Request.BeHere(true, "lunch"),
                new Request.See(List.of(Story.BEN_ID), true),
                new Request.Receipts(Story.CHAT),
                new Request.PrivacyNow(),
                new Request.SetPrivacy(Privacy.USUAL),
                new Request.KeepDraft(new Draft(Story.CHAT, "half a sent")),
                new Request.Drafts(),
                new Request.Presences(),
                new Request.BanAddresses(RANGE, 1_800_000_000_000L, "spam"),
                new Request.UnbanAddresses(RANGE),
                new Request.AddressBans(),
                new Request.Status(),
                new Request.SetLogLevel(LogLevel.VERBOSE),
                new Request.Retention(30),
                new Request.OldFiles(90),
                new Request.Backup(),
                new Request.Backups(),
                new Request.BackupPart(BACKUP, 262_144),
                new Request.Knock(SLOT, "c29tZXRoaW5n"),
                new Request.Returning(Story.CODE.verifyKey()),
                new Request.Return(
                        signed(STORY.community(), 4), Story.HANDSHAKE.signAsDevice(Story.BEN)),
                new Request.OpenSlot(),
                new Request.AnswerSlot(SLOT, "c29tZXRoaW5n"),
                new Request.CloseSlot(SLOT),
                new Request.SeenDevices(Story.ANNA_ID),
                new Request.Block(Story.BEN_ID),
                new Request.Unblock(Story.BEN_ID),
                new Request.Blocks(),
                new Request.Suggest("be", Suggestion.Sort.MEMBER, Story.CHAT),
                new Request.Search(
                        new Sought(
                                List.of(
                                        new Sought.Term("climbing wall", false, false),
                                        new Sought.Term("satur", true, false),
                                        new Sought.Term("rain", false, true)),
                                Story.ANNA_ID,
                                null,
                                1_790_000_000_000L,
                                0,
                                false,
                                true),
                        new Hit.Spot(Story.CHAT, 40)),
                new Request.OfferFile(FILE.hash(), FILE.size()),
                new Request.PutFilePart(FILE.hash(), 98_304, "iVBORw0KGgo"),
                new Request.FilePart(Story.CHAT, 4, FILE.hash(), 98_304, 65_536));
    }

    static List<Reply> replies() {
        List<Event> chat = STORY.chat();
        return List.of(
                new Reply.Welcome(
                        1,
                        "The kitchen",
                        Story.GENESIS,
                        Story.EPOCH,
                        Story.HANDSHAKE.serverNonce(),
                        Story.HANDSHAKE.signAsServer(Story.SERVER)),
                new Reply.LoggedIn(Story.ANNA_ID),
                new Reply.Appended(
                        List.of(new Reply.Appended.Place(Story.CHAT, 2, chat.get(1).time()))),
                new Reply.Resumed(
                        List.of(
                                new Reply.Resumed.Start(
                                        Story.CHAT, Story.offer(Story.CHAT, chat, 3, 3), 2))),
                new Reply.Paged(STORY.page(2, 3)),
                new Reply.Related(List.of(STORY.page(3, 3)), true),
                new Reply.MentionList(List.of(new Reply.MentionList.Mention(Story.CHAT, 3))),
                new Reply.ChatList(List.of(summary(), direct()), List.of(invitation())),
                new Reply.MemberList(
                        List.of(Story.ANNA_ID, Story.BEN_ID),
                        List.of("owner", "member"),
                        List.of(Story.CARLA_ID)),
                new Reply.ChatDetails(
                        "Where we plan the summer.",
                        30,
                        List.of(2L, 5L),
                        List.of(new OpenLink(Story.CODE.verifyKey(), Story.ANNA_ID, 3, 0))),
                new Reply.PublicChatList(
                        List.of(
                                new PublicChat(
                                        new LogId(Story.hash("another chat")),
                                        new ChatName("climbing"),
                                        "Tuesdays at seven",
                                        12)),
                        0),
                new Reply.Entrance(new ChatName("climbing"), 0),
                new Reply.Online(List.of(Story.ANNA_ID)),
                new Reply.PresenceList(
                        List.of(
                                new Presence(
                                        Story.ANNA_ID,
                                        1_790_000_000_000L,
                                        1_790_000_060_000L,
                                        Story.ANNA.verifyKey(),
                                        "203.0.113.7"))),
                new Reply.AddressBanList(
                        List.of(new AddressBan(RANGE, 1_800_000_000_000L, "spam", Story.ANNA_ID))),
                new Reply.Status(
                        "0.1.0",
                        Story.START,
                        Story.START + 3_600_000,
                        3,
                        2,
                        41,
                        new Reply.Status.Memory(48_000_000, 512_000_000, 190_000_000L),
                        new Reply.Status.Disk(2_400_000, 80_000_000_000L),
                        new Reply.Status.Logs(3, 1_204, 970),
                        new Reply.Status.Files(12, 9_400_210),
                        BACKUP,
                        LogLevel.NORMAL),
                new Reply.Retention(
                        365,
                        new Reply.Retention.Sum(812, 60_211),
                        List.of(
                                new Reply.Retention.InChat(
                                        Story.CHAT, null, new Reply.Retention.Sum(3, 290)))),
                new Reply.OldFiles(7, 5_120_400),
                new Reply.BackupList(
                        false,
                        null,
                        List.of(new Reply.BackupList.Kept(BACKUP, 401_493, Story.hash("backup")))),
                new Reply.BackupBytes(401_490, "AAECAw"),
                new Reply.SlotOpened(SLOT, 1_790_000_300_000L),
                new Reply.Relayed("c29tZXRoaW5n"),
                new Reply.ComingBack(Story.BEN_ID, new MemberName("ben")),
                new Reply.SeenDeviceList(
                        List.of(new SeenDevice(Story.ANNA.verifyKey(), 1_790_000_000_000L, true))),
                new Reply.BlockList(List.of(Story.BEN_ID)),
                new Reply.Sightings(
                        List.of(
                                new Sighting(
                                        Story.BEN_ID,
                                        Sighting.State.OFFLINE,
                                        "",
                                        1_790_000_040_000L))),
                new Reply.Receipts(List.of(new Receipt(Story.BEN_ID, 4))),
                new Reply.PrivacyIs(Privacy.USUAL),
                new Reply.DraftList(List.of(new Draft(Story.CHAT, "half a sent"))),
                new Reply.Suggested(
                        List.of(
                                new Suggestion(Story.BEN_ID, null, null),
                                new Suggestion(null, Story.CHAT, new ChatName("plans")))),
                new Reply.Found(
                        List.of(
                                new Hit(
                                        new Hit.Spot(Story.CHAT, 4),
                                        1_790_000_000_000L,
                                        Story.ANNA_ID,
                                        "the climbing wall `opens` on Saturday",
                                        List.of(new Hit.Mark(4, 17), new Hit.Mark(29, 37)),
                                        false,
                                        false)),
                        true),
                new Reply.FileHeld(98_304),
                new Reply.FileBytes(98_304, "iVBORw0KGgo"),
                new Reply.Done());
    }

    static List<Push> pushes() {
        List<Event> chat = STORY.chat();
        return List.of(
                new Push.Events(Story.CHAT, chat.subList(3, 5), Story.head(Story.CHAT, chat, 5)),
                new Push.ChatAdded(summary()),
                new Push.ChatGone(Story.CHAT),
                new Push.Invited(invitation()),
                new Push.Marked(Story.CHAT, 4, 1, 0),
                new Push.Typing(Story.CHAT, Story.BEN_ID, true),
                new Push.Sightings(
                        List.of(new Sighting(Story.BEN_ID, Sighting.State.AWAY, "lunch", 0))),
                new Push.PrivacyIs(Privacy.USUAL),
                new Push.DraftIs(new Draft(Story.CHAT, "half a sent")),
                new Push.Knocked(SLOT, "c29tZXRoaW5n"),
                new Push.SlotClosed(SLOT),
                new Push.Blocked(List.of(Story.BEN_ID)),
                new Push.Closing(
                        new Refusal(
                                Refusal.Code.TOO_SLOW,
                                "The connection took nothing for a while; connect again to go"
                                        + " on.")));
    }

    static ServerFrame declined() {
        return new ServerFrame.Declined(
                9, new Refusal(Refusal.Code.NAME_TAKEN, "The name anna is taken; choose another."));
    }

    static ServerInfo info() {
        return new ServerInfo("The kitchen", Story.COMMUNITY, List.of(1), false, false);
    }

    static List<EventBody> bodies() {
        Stream<EventBody> told =
                Stream.concat(STORY.community().stream(), STORY.chat().stream().limit(4))
                        .map(Examples::body);
        Stream<EventBody> others =
                Stream.of(
                        new EventBody.SettingsChanged("The attic", null, true),
                        new EventBody.InviteRevoked(Story.CODE.verifyKey()),
                        new EventBody.RoleGiven(Story.BEN_ID, "moderator"),
                        new EventBody.RoleMade("greeter", 50, List.of("invite", "make-chats")),
                        new EventBody.RoleRemoved("greeter"),
                        new EventBody.Announced("Tonight at eight in the kitchen."),
                        new EventBody.MemberKicked(Story.BEN_ID, "please read the rules"),
                        new EventBody.MemberBanned(Story.BEN_ID, 1_800_000_000_000L, "spam"),
                        new EventBody.MemberUnbanned(Story.BEN_ID),
                        new EventBody.MemberMuted(Story.BEN_ID, 0, ""),
                        new EventBody.MemberUnmuted(Story.BEN_ID),
                        new EventBody.MemberRemoved(Story.BEN_ID, "asked for it"),
                        new EventBody.MemberLeft(),
                        new EventBody.MemberRenamed(Story.BEN_ID, new MemberName("benny")),
                        new EventBody.StatusSet("on holiday"),
                        new EventBody.DeviceBanned(
                                Story.BEN_ID, Story.CODE.verifyKey(), 0, "stolen"),
                        new EventBody.DeviceUnbanned(Story.BEN_ID, Story.CODE.verifyKey()),
                        new EventBody.DeviceLinked(
                                Story.CODE.verifyKey(),
                                "phone",
                                DeviceProof.link(Story.CODE.key(), Story.COMMUNITY, Story.BEN_ID)),
                        new EventBody.DeviceRevoked(Story.BEN_ID, Story.CODE.verifyKey()),
                        new EventBody.RecoverySet(Story.CODE.verifyKey()),
                        new EventBody.MemberReset(Story.BEN_ID, Story.CODE.verifyKey()),
                        new EventBody.DeviceReturned(
                                "new laptop",
                                Story.CODE.verifyKey(),
                                DeviceProof.comeBack(
                                        Story.CODE.key(),
                                        Story.COMMUNITY,
                                        Story.BEN_ID,
                                        Story.BEN.verifyKey())),
                        new EventBody.ChatJoined(),
                        new EventBody.ChatChanged(null, "The summer", null, true, null, 30),
                        new EventBody.InvitationTakenBack(Story.CARLA_ID),
                        new EventBody.ChatMemberRemoved(Story.BEN_ID, "spam"),
                        new EventBody.ChatRoleGiven(Story.BEN_ID, "moderator"),
                        new EventBody.ChatLinkMade(Story.CODE.verifyKey(), 5, 0),
                        new EventBody.ChatLinkRevoked(Story.CODE.verifyKey()),
                        new EventBody.ChatJoinedByLink(
                                Story.CODE.verifyKey(),
                                JoinProof.sign(
                                        Story.CODE.key(),
                                        Story.CHAT,
                                        Story.BEN_ID,
                                        Story.BEN.verifyKey())),
                        new EventBody.MessagePinned(2),
                        new EventBody.MessageUnpinned(2),
                        new EventBody.MessageEdited(
                                3, "At nine, then, @ben.", List.of(Story.BEN_ID), null),
                        new EventBody.MessageDeleted(3, Story.BEN_ID),
                        new EventBody.Reacted(3, new Emoji("👍")),
                        new EventBody.ReactionWithdrawn(3, new Emoji("👍")),
                        new EventBody.ChatDeleted(),
                        new EventBody.ChatLeft(),
                        new EventBody.ShutdownPlanned(300, true, "a new version"),
                        new EventBody.ShutdownCalledOff(),
                        new EventBody.RetentionSet(365),
                        new EventBody.ChatRetentionSet(30),
                        new EventBody.Described(5, 0, "The summit, in fog."),
                        new EventBody.FilesSet(20_971_520L, null, 90));
        Map<Class<?>, EventBody> one = new LinkedHashMap<>();
        one.put(EventBody.Message.class, withFile());
        Stream.concat(told, others).forEach(body -> one.putIfAbsent(body.getClass(), body));
        return one.values().stream()
                .sorted(Comparator.comparing(body -> Kind.of(body).code()))
                .toList();
    }

    private static EventBody withFile() {
        return new EventBody.Message(
                "We were up there, @ben!", false, null, List.of(Story.BEN_ID), null, List.of(FILE));
    }

    /// Every frame, under the name of what it carries.
    static Map<String, String> frames() {
        Map<String, String> frames = new LinkedHashMap<>();
        long id = 0;
        for (Request request : requests()) {
            frames.put(name(request), text(Frames.encode(new ClientFrame(++id, request))));
        }
        for (Reply reply : replies()) {
            frames.put(name(reply), text(Frames.encode(new ServerFrame.Answered(++id, reply))));
        }
        frames.put("Declined", text(Frames.encode(declined())));
        for (Push push : pushes()) {
            frames.put(name(push), text(Frames.encode(new ServerFrame.Told(push))));
        }
        return frames;
    }

    static String name(Object value) {
        return value.getClass().getSimpleName();
    }

    static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    static EventBody body(Event event) {
        byte[] body = Objects.requireNonNull(event.signed().content()).body();
        return Frames.decodeBody(event.header().kind(), body);
    }

    private static SignedEvent signed(List<Event> events, int seq) {
        return events.get(seq - 1).signed();
    }

    private static ChatSummary summary() {
        return new ChatSummary(
                Story.CHAT,
                new ChatName("plans"),
                null,
                2,
                new ChatState("The summer", false, false, "owner", 4),
                5,
                Story.START + 5_042,
                3,
                1,
                1);
    }

    private static ChatSummary direct() {
        return new ChatSummary(
                DirectChat.id(Story.COMMUNITY, Story.ANNA_ID, Story.BEN_ID),
                null,
                Story.BEN_ID,
                2,
                new ChatState("", false, false, "owner", 1),
                1,
                Story.START + 9_000,
                1,
                0,
                0);
    }

    private static Invitation invitation() {
        return new Invitation(
                new LogId(Story.hash("another chat")), new ChatName("climbing"), Story.BEN_ID, 0);
    }

    static List<MemberName> names() {
        return Stream.of("anna", "Straße", "İpek", "bill", "bi11").map(MemberName::new).toList();
    }
}
