package chatbois.terminal.state;

import chatbois.client.home.Broken;
import chatbois.client.session.Around;
import chatbois.client.session.Arrival;
import chatbois.client.session.Entry;
import chatbois.client.session.Entry.Delivery;
import chatbois.client.session.Loudness;
import chatbois.client.session.Marks;
import chatbois.client.session.Nearby;
import chatbois.client.session.Notice;
import chatbois.client.session.Said;
import chatbois.client.session.Session.ChatPeople;
import chatbois.client.session.SessionState;
import chatbois.client.session.Snapshot;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.client.session.Snapshot.InvitationInfo;
import chatbois.client.session.Timeline;
import chatbois.client.session.Typist;
import chatbois.log.LogBroken;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.Sha256;
import chatbois.log.VerifyKey;
import chatbois.protocol.ChatState;
import chatbois.protocol.Privacy;
import chatbois.protocol.Receipt;
import chatbois.protocol.event.Attachment;
import chatbois.protocol.name.MemberName;
import chatbois.protocol.right.Role;
import chatbois.protocol.view.Member;
import chatbois.protocol.view.PlannedEnd;
import chatbois.protocol.view.Settings;
import chatbois.terminal.binding.Bindings;
import chatbois.terminal.command.Waiting;
import chatbois.terminal.command.Waiting.What;
import chatbois.terminal.key.Key;
import chatbois.terminal.key.Report;
import chatbois.terminal.screen.Screen;
import chatbois.terminal.setting.Aliases;
import chatbois.terminal.setting.Config;
import chatbois.terminal.setting.Setting;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Made-up communities and what happens in them, for a model without sessions: anna at half past
/// twelve on a Sunday.
public final class Scene {
    public static final Instant NOON = Instant.parse("2026-03-01T12:30:00Z");
    private static final LogId KITCHEN = id("Kitchen");

    public final Model model = new Model("root", () -> ZoneOffset.UTC);
    public final Update update = new Update(model);
    private final List<ChatInfo> chats = new ArrayList<>();
    private final List<InvitationInfo> invitations = new ArrayList<>();
    private final List<Snapshot> others = new ArrayList<>();
    private final List<Member> members = new ArrayList<>(List.of(member("anna", true)));
    private final Set<MemberId> blocked = new HashSet<>();
    private final List<Notice> notices = new ArrayList<>();
    private final List<Arrival> arrivals = new ArrayList<>();
    private final List<Typist> typists = new ArrayList<>();
    private String quiet = "";
    private Nearby nearby = Nearby.NOTHING;
    private final Map<LogId, String> drafts = new HashMap<>();
    private final Map<LogId, Loudness> loudness = new HashMap<>();
    private List<Entry> entries = new ArrayList<>();
    private SessionState state = new SessionState.Online();
    private String name = "Kitchen";
    private int pending;
    private @Nullable Broken broken;
    private @Nullable PlannedEnd plannedEnd;
    private boolean atStart = true;
    private Timeline.Earlier earlier = Timeline.Earlier.NONE;
    private boolean atEnd = true;

    public Scene(int width, int height) {
        model.at(NOON);
        resize(width, height);
    }

    public final void resize(int width, int height) {
        update.take(terminal(new Screen.Event.Resized(width, height)));
    }

    /// The place of a chat in the kitchen, by its title.
    public static Place place(String title) {
        return new Place(KITCHEN, id(title));
    }

    public static Place kitchen() {
        return new Place(KITCHEN, null);
    }

    private static LogId id(String text) {
        return new LogId(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Member member(String name, boolean owner) {
        return Member.newcomer(
                idOf(name),
                new MemberName(name),
                owner ? Role.OWNER : Role.MEMBER,
                new VerifyKey(id(name).value()),
                0);
    }

    /// The id of a member.
    public static MemberId idOf(String name) {
        return new MemberId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    // What there is.

    public Scene named(String community) {
        name = community;
        return this;
    }

    /// Sets something, in place of everything that was set.
    public Scene set(Setting setting, String value) {
        var settings = chatbois.terminal.setting.Settings.STANDARD.with(setting, value);
        update.take(
                new Event.Configured(
                        new Config(settings, Bindings.STANDARD, Aliases.NONE, List.of())));
        return this;
    }

    public Scene members(String... names) {
        for (String other : names) {
            members.add(member(other, false));
        }
        return this;
    }

    public Scene blocked(String name) {
        members.stream()
                .filter(member -> member.name().value().equals(name))
                .forEach(member -> blocked.add(member.id()));
        return this;
    }

    public Scene chat(String title, int unread) {
        return chat(title, unread, 10);
    }

    public Scene chat(String title, int unread, long size) {
        return chat(title, unread, size, 3);
    }

    /// @param people how many are in it, if it isn't for two
    public Scene chat(String title, int unread, long size, int people) {
        return chat(title, unread, size, people, null);
    }

    private Scene chat(String title, int unread, long size, int people, @Nullable Broken broken) {
        boolean direct = title.startsWith("@");
        String plain = title.substring(1);
        chats.removeIf(chat -> chat.id().equals(id(title)));
        chats.add(
                new ChatInfo(
                        id(title),
                        plain,
                        direct,
                        direct ? member(plain, false).id() : null,
                        direct ? 2 : people,
                        new ChatState("", false, false, direct ? "owner" : "member", size),
                        size,
                        NOON.toEpochMilli() - chats.size(),
                        size - unread,
                        unread,
                        0,
                        0,
                        broken));
        return this;
    }

    public Scene broken(String title, String sentence) {
        LogId log = id(title);
        return chat(title, 0, 10, 3, new Broken(log, LogBroken.Kind.REWRITTEN, 0, sentence));
    }

    public Scene without(String title) {
        chats.removeIf(chat -> chat.id().equals(id(title)));
        return this;
    }

    public Scene takenBack(String title) {
        invitations.removeIf(one -> one.chat().equals(id(title)));
        return this;
    }

    public Scene invitation(String title, String by) {
        invitations.add(new InvitationInfo(id(title), title.substring(1), by));
        return this;
    }

    /// The history of the community itself is not what it was. The server is going to end.
    public Scene planned(PlannedEnd end) {
        plannedEnd = end;
        return this;
    }

    public Scene broken(String sentence) {
        broken = new Broken(KITCHEN, LogBroken.Kind.TRUNCATED, 0, sentence);
        return state(new SessionState.Stopped(broken.report()));
    }

    public Scene state(SessionState now) {
        state = now;
        return this;
    }

    public Scene pending(int count) {
        pending = count;
        return this;
    }

    public Scene notice(String sentence) {
        notices.add(new Notice(notices.size() + 1, NOON.toEpochMilli(), sentence, false));
        return this;
    }

    /// Something that is only good to know.
    public Scene mention(String sentence) {
        notices.add(new Notice(notices.size() + 1, NOON.toEpochMilli(), sentence, true));
        return this;
    }

    /// One more community, of which nothing but the name and its chats is special.
    public Scene community(String other, String... titles) {
        Scene there = new Scene(80, 24);
        for (String title : titles) {
            there.chat(title, 1);
        }
        Snapshot like = there.snapshot();
        others.add(
                new Snapshot(
                        like.state(),
                        id(other),
                        other,
                        like.me(),
                        like.members(),
                        like.roles(),
                        like.settings(),
                        like.chats(),
                        List.of(),
                        Set.of(),
                        0,
                        List.of(),
                        null,
                        null,
                        Around.NOTHING));
        return this;
    }

    /// Somebody said something in a chat that is not in view.
    public Scene arrives(String title, String author, String text) {
        long number = arrivals.size() + 1L;
        Entry entry =
                new Entry(
                        1_000 + number,
                        NOON.toEpochMilli(),
                        MemberId.SERVER,
                        author,
                        new Said.Text(text),
                        false,
                        Delivery.STORED,
                        new Marks(null, text.contains("@anna"), 0, List.of()));
        arrivals.add(new Arrival.Heard(number, id(title), entry));
        return this;
    }

    /// The open inbox learns of a message that is meant for anna.
    public List<Effect> mentioned(String title, String author, String text, long seq) {
        Entry entry =
                new Entry(
                        seq,
                        NOON.toEpochMilli(),
                        MemberId.SERVER,
                        author,
                        new Said.Text(text),
                        false,
                        Delivery.STORED,
                        new Marks(null, true, 0, List.of()));
        ChatInfo chat =
                chats.stream().filter(c -> c.id().equals(id(title))).findFirst().orElseThrow();
        return update.take(
                new Event.Waits(List.of(new Waiting(KITCHEN, name, new What.Named(chat, entry)))));
    }

    /// So many messages came while there was no connection.
    public Scene missed(String title, int messages) {
        arrivals.add(new Arrival.Missed(arrivals.size() + 1L, id(title), messages));
        return this;
    }

    public Scene types(String title, String author) {
        long until = NOON.plusSeconds(6).toEpochMilli();
        typists.add(new Typist(id(title), MemberId.SERVER, author, until));
        return this;
    }

    public Scene quiet(String hours) {
        quiet = hours;
        return this;
    }

    /// Anna lets it be known what she has read, or not, and sees it of others, or not.
    public Scene receipts(boolean on) {
        nearby =
                new Nearby(
                        Map.of(), Optional.empty(), Optional.of(new Privacy(true, true, on, true)));
        return this;
    }

    /// The server says how far somebody has read a chat: `ben 3`.
    public List<Effect> read(String title, String... readers) {
        List<Receipt> receipts =
                Stream.of(readers)
                        .map(reader -> reader.split(" "))
                        .map(words -> new Receipt(idOf(words[0]), Long.parseLong(words[1])))
                        .toList();
        return update.take(new Event.Read(place(title), receipts));
    }

    /// Anna has said that she is away.
    public Scene away(String words) {
        nearby = new Nearby(Map.of(), Optional.of(words), Optional.empty());
        return this;
    }

    public Scene draft(String title, String text) {
        drafts.put(id(title), text);
        return this;
    }

    public Scene loud(String title, Loudness level) {
        loudness.put(id(title), level);
        return this;
    }

    // What is said in the chat in view.

    public Scene says(String author, String text) {
        return said(author, new Said.Text(text), Delivery.STORED);
    }

    public Scene said(String author, Said what, Delivery delivery) {
        long seq = entries.isEmpty() ? 1 : entries.getLast().seq() + 1;
        long time = NOON.plusSeconds(60L * entries.size()).toEpochMilli();
        boolean own = author.equals("anna");
        boolean waits = delivery == Delivery.PENDING;
        entries.add(new Entry(waits ? 0 : seq, time, idOf(author), author, what, own, delivery));
        return this;
    }

    /// Somebody says something and sends files along.
    public Scene sends(String author, String text, Attachment... files) {
        says(author, text);
        Entry plain = entries.removeLast();
        entries.add(
                new Entry(
                        plain.seq(),
                        plain.time(),
                        plain.by(),
                        author,
                        plain.said(),
                        plain.own(),
                        Delivery.STORED,
                        new Marks(
                                null,
                                false,
                                0,
                                List.of(),
                                Stream.of(files).map(file -> new Marks.File(file, 0)).toList())));
        return this;
    }

    /// Somebody answers a message.
    public Scene answers(String author, String text, long to) {
        says(author, text);
        Entry plain = entries.removeLast();
        entries.add(
                new Entry(
                        plain.seq(),
                        plain.time(),
                        plain.by(),
                        author,
                        plain.said(),
                        plain.own(),
                        Delivery.STORED,
                        new Marks(to, false, 0, List.of())));
        return this;
    }

    private Map<Long, Entry> answered() {
        Map<Long, Entry> answered = new HashMap<>();
        entries.forEach(entry -> answered.put(entry.seq(), entry));
        return answered;
    }

    /// Messages with these numbers and nothing else.
    public Scene window(long from, long to, boolean start, boolean end) {
        entries = new ArrayList<>();
        for (long seq = from; seq <= to; seq++) {
            String text = "message " + seq;
            entries.add(
                    new Entry(
                            seq,
                            NOON.plusSeconds(seq).toEpochMilli(),
                            idOf("bob"),
                            "bob",
                            new Said.Text(text),
                            false,
                            Delivery.STORED));
        }
        atStart = start;
        atEnd = end;
        return this;
    }

    private Snapshot snapshot() {
        return new Snapshot(
                state,
                KITCHEN,
                name,
                members.getFirst(),
                members,
                Role.BUILT_IN,
                Settings.NONE,
                chats,
                invitations,
                blocked,
                pending,
                notices,
                broken,
                plannedEnd,
                new Around(arrivals, loudness, typists, true, drafts, quiet, true, nearby));
    }

    /// What the thread in view has besides what is in it.
    public Scene earlier(int replies, boolean more) {
        earlier = new Timeline.Earlier(replies, more);
        return this;
    }

    // What happens.

    /// The sessions have changed to what was set. If that leads elsewhere, the chat there is
    /// opened.
    public List<Effect> changed() {
        List<Snapshot> all = new ArrayList<>(others);
        all.add(snapshot());
        Event changed =
                new Event.Changed(
                        all, new Timeline.View(entries, atStart, atEnd, answered(), earlier));
        Optional<Place> before = model.here();
        List<Effect> effects = new ArrayList<>(update.take(changed));
        if (!model.here().equals(before)) {
            effects.addAll(update.take(changed));
        }
        return effects;
    }

    /// The member is in no community.
    public Scene nowhere() {
        update.take(new Event.Changed(List.of(), Model.NOTHING));
        return this;
    }

    public Scene at(String title) {
        update.take(new Event.WentTo(place(title), List.of(), ""));
        changed();
        return this;
    }

    /// Who is in the chat in view, each with a role: `carl moderator`.
    public Scene gathered(String... people) {
        List<Member> here = new ArrayList<>();
        Map<MemberId, String> roles = new HashMap<>();
        for (String one : people) {
            String[] words = one.split(" ", -1);
            here.add(member(words[0], false));
            roles.put(idOf(words[0]), words[1]);
        }
        ChatPeople all = new ChatPeople(here, roles, List.of());
        update.take(new Event.Gathered(model.here().orElseThrow(), all));
        return this;
    }

    /// Does something with the mouse, in a cell.
    public List<Effect> point(Report.Action action, int x, int y) {
        return update.take(terminal(new Screen.Event.Pointed(new Report.Mouse(action, x, y))));
    }

    public List<Effect> press(Key... keys) {
        List<Effect> effects = new ArrayList<>();
        for (Key key : keys) {
            effects.addAll(update.take(terminal(new Screen.Event.Pressed(key))));
        }
        return effects;
    }

    public List<Effect> press(Key.Name name) {
        return press(Key.named(name));
    }

    public List<Effect> type(String text) {
        return press(text.codePoints().mapToObj(Key::typed).toArray(Key[]::new));
    }

    /// Types a line and sends it.
    public List<Effect> enter(String text) {
        List<Effect> effects = new ArrayList<>(type(text));
        effects.addAll(press(Key.Name.ENTER));
        return effects;
    }

    private static Event terminal(Screen.Event what) {
        return new Event.OnTerminal(what);
    }
}
