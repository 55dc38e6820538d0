package chatbois.terminal.state;

import chatbois.client.home.Broken;
import chatbois.client.session.Entry;
import chatbois.client.session.SessionState;
import chatbois.client.session.Snapshot;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.client.session.Snapshot.InvitationInfo;
import chatbois.client.session.Timeline;
import chatbois.client.session.Typist;
import chatbois.log.MemberId;
import chatbois.protocol.Limits;
import chatbois.protocol.Sighting;
import chatbois.terminal.alert.Looking;
import chatbois.terminal.alert.Wishes;
import chatbois.terminal.binding.Bindings;
import chatbois.terminal.command.Input;
import chatbois.terminal.command.Sentences;
import chatbois.terminal.command.Whereabouts;
import chatbois.terminal.edit.Draft;
import chatbois.terminal.edit.Editor;
import chatbois.terminal.emoji.DearEmoji;
import chatbois.terminal.setting.Aliases;
import chatbois.terminal.setting.Setting;
import chatbois.terminal.setting.Settings;
import chatbois.terminal.setting.Themes;
import chatbois.terminal.talk.Anchor;
import chatbois.terminal.talk.Local;
import chatbois.terminal.talk.Story;
import chatbois.terminal.talk.Talk;
import chatbois.terminal.text.SafeText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything that decides what the screen shows. Owned by the screen's thread; only [Update]
/// changes it.
public final class Model {
    static final Timeline.View NOTHING = new Timeline.View(List.of(), true, true);

    final String userName;
    private final Supplier<ZoneId> zone;
    private final Map<Place, Room> rooms = new HashMap<>();
    private final Editor editor = new Editor(Limits.TEXT);

    int width = 80;
    int height = 24;
    boolean focused = true;

    /// Whether the terminal tells when it gets or loses the keyboard.
    boolean tellsFocus;

    boolean keeping;
    Instant pressedAt = Instant.EPOCH;
    Wishes wishes = Wishes.USUAL;
    Instant now = Instant.EPOCH;
    List<Snapshot> communities = List.of();
    Timeline.View talk = NOTHING;
    @Nullable Place here;
    Optional<Boolean> listChosen = Optional.empty();
    Optional<Boolean> membersChosen = Optional.empty();
    Optional<Boolean> mouseChosen = Optional.empty();
    Optional<Crowd> crowd = Optional.empty();
    boolean gathering;
    Overlay overlay = new Overlay.None();
    @Nullable Finder finder;
    Optional<Completion> completion = Optional.empty();
    final Offers offers = new Offers(this);
    final Readers readers = new Readers();
    final Tour tour = new Tour();
    final Numbers numbers = new Numbers();
    final DearEmoji emoji = new DearEmoji();
    String hint = "";
    Settings settings = Settings.STANDARD;
    Bindings bindings = Bindings.STANDARD;
    Themes themes = Themes.NONE;
    final IdleSigns idleness = new IdleSigns();
    Aliases aliases = Aliases.NONE;

    final Showcase showcase = new Showcase(this);
    final Moving moving = new Moving();

    /// Whether what the signs around words mean can't be shown, so that they are.
    private boolean signs;

    /// @param userName suggested where a name is asked for
    public Model(String userName, Supplier<ZoneId> zone) {
        this.userName = userName;
        this.zone = zone;
    }

    /// Says how the member wishes to be notified.
    public void wish(Wishes now) {
        wishes = now;
    }

    public Wishes wishes() {
        return wishes;
    }

    /// Which pictures there are to see, and how they are drawn.
    public Showcase showcase() {
        return showcase;
    }

    /// Who is typing in the chat in view.
    public List<String> typing() {
        return community().stream()
                .flatMap(community ->
                        chat().stream()
                                .flatMap(chat ->
                                        community
                                                .around()
                                                .typing(chat.id(), now.toEpochMilli())
                                                .stream()))
                .map(Typist::name)
                .toList();
    }

    /// How long until this client counts as one at which nobody sits, if no key is pressed; nothing
    /// if it does already, or never does.
    public Optional<Duration> untilIdle() {
        return idleness.left(this);
    }

    /// Whether something is written that is to be kept soon.
    public boolean isKeeping() {
        return keeping;
    }

    Looking looking() {
        return new Looking(tellsFocus, focused, pressedAt);
    }

    /// Keeps the signs around words, for a terminal that can't show what they mean.
    public void showSigns(boolean show) {
        signs = show;
    }

    /// The sign for how somebody is there, and how to write it here.
    public String sign(Sighting sighting) {
        return Whereabouts.sign(sighting.state(), signs);
    }

    /// How the other one in a chat for two is there, in words; empty if nothing is told.
    public String whereabouts(ChatInfo chat) {
        MemberId with = chat.with();
        return with == null
                ? ""
                : community()
                        .map(c -> Whereabouts.words(c.around().nearby().of(with), now))
                        .orElse("");
    }

    /// Tells the time, which the model never asks for.
    public void at(Instant time) {
        now = time;
    }

    public Instant now() {
        return now;
    }

    /// What the member has set.
    public Settings settings() {
        return settings;
    }

    /// Which key does what.
    public Bindings bindings() {
        return bindings;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public List<Snapshot> communities() {
        return communities;
    }

    public ZoneId zone() {
        return zone.get();
    }

    public Editor editor() {
        return editor;
    }

    public Overlay overlay() {
        return overlay;
    }

    /// Which message the command in the input is about, in words.
    public Optional<String> aim() {
        return Aim.of(this);
    }

    /// A remark that goes away with the next key.
    public String hint() {
        return hint;
    }

    public Optional<Completion> completion() {
        return completion;
    }

    /// Whether the member wants the chat list; if they never said, it depends on the room.
    Optional<Boolean> listChosen() {
        return listChosen;
    }

    /// Whether the mouse is to tell what it does.
    public boolean points() {
        return mouseChosen.orElseGet(() -> settings.isOn(Setting.LOOKS_MOUSE));
    }

    /// Who is in the chat in view, as far as that is known. Those in the list beside the chat who
    /// can be seen there at most.
    public List<MemberId> seated(Snapshot community) {
        return crowd().filter(known -> known.chat().community().equals(community.community()))
                .map(known -> known.ids(height))
                .orElse(List.of());
    }

    public Optional<Crowd> crowd() {
        return crowd.filter(known -> known.chat().equals(here));
    }

    /// Whether who is in the chat is to be asked soon.
    public boolean isGathering() {
        return gathering;
    }

    /// Whether who has read what is to be asked soon.
    public boolean isAskingReaders() {
        return readers.isWaiting();
    }

    public Optional<Place> here() {
        return Optional.ofNullable(here);
    }

    /// The digits that lead to chats.
    public Numbers numbers() {
        return numbers;
    }

    /// The whole chat list.
    public List<Item> items() {
        return Item.all(communities);
    }

    /// The community that the member is looking at.
    public Optional<Snapshot> community() {
        return here().flatMap(place -> community(place));
    }

    Optional<Snapshot> community(Place place) {
        return communities.stream()
                .filter(c -> c.community().equals(place.community()))
                .findFirst();
    }

    /// The chat in view, if the member is in it.
    public Optional<ChatInfo> chat() {
        return here().flatMap(this::chat);
    }

    Optional<ChatInfo> chat(Place place) {
        return community(place).stream()
                .flatMap(community -> community.chats().stream())
                .filter(chat -> Objects.equals(chat.id(), place.chat()))
                .findFirst();
    }

    /// The invitation in view.
    public Optional<InvitationInfo> invitation() {
        return here().flatMap(place ->
                community(place).stream()
                        .flatMap(community -> community.invitations().stream())
                        .filter(invitation -> Objects.equals(invitation.chat(), place.chat()))
                        .findFirst());
    }

    /// The chat that has to be open for this model.
    public Optional<Place> open() {
        return here().filter(place -> chat(place).isPresent());
    }

    /// Whether coming back to the chat should find it where it was left.
    public boolean isScrolled(Place place) {
        return room(place).top.isPresent();
    }

    Room room(Place place) {
        return rooms.computeIfAbsent(place, _ -> new Room(kept(place)));
    }

    /// What was written on another device comes into the inputs that are empty, or as they were
    /// known here; never over what is being typed.
    void takeDrafts() {
        rooms.forEach((place, room) -> {
            Draft now = kept(place);
            if (chat(place).isEmpty() || now.text().equals(room.known)) {
                return;
            }
            boolean inView = place.equals(here);
            String typed = (inView ? editor.draft() : room.draft).text();
            boolean free = typed.isEmpty() || typed.equals(room.known);
            room.known = now.text();
            if (free && !typed.equals(now.text())) {
                room.draft = now;
                if (inView) {
                    editor.load(now);
                }
            }
        });
    }

    /// What was written there before the program was started, or on another device. A command is no
    /// draft, whoever says so.
    private Draft kept(Place place) {
        return Optional.ofNullable(place.isThread() ? null : place.chat())
                .flatMap(chat -> community(place).map(c -> c.around().drafts().get(chat)))
                .map(SafeText::block)
                .filter(text -> Input.read(text) instanceof Input.Say)
                .map(Draft::of)
                .orElse(Draft.EMPTY);
    }

    /// What the member has to know before anything else; empty if there is nothing.
    String warning() {
        return community()
                .map(Snapshot::broken)
                .or(() -> chat().map(ChatInfo::broken))
                .map(Broken::report)
                .or(() -> community().map(Model::warning))
                .orElse("");
    }

    private static String warning(Snapshot community) {
        return community.state() instanceof SessionState.Stopped stopped
                ? "Not connected: " + Sentences.of(stopped)
                : "";
    }

    /// Why nothing can be sent there, in a sentence; empty if it can.
    String stop(Place place) {
        return community(place)
                .filter(c -> c.state() instanceof SessionState.Stopped)
                .map(c ->
                        c.state() instanceof SessionState.Stopped(_, boolean isOver) && isOver
                                ? "You are in this community no more: nothing can be sent."
                                : "Nothing can be sent without a connection; /reconnect tries once"
                                        + " more.")
                .orElse("");
    }

    boolean isOnline(Place place) {
        return community(place).map(c -> c.state() instanceof SessionState.Online).orElse(false);
    }

    /// Whether the member is in that chat, perhaps in a thread of it.
    public boolean isIn(Place chat) {
        return here != null && here.whole().equals(chat);
    }

    /// What a message leads to that answers one that answers one, as far as that is in view.
    long root(long seq) {
        Map<Long, Entry> known = new HashMap<>(talk.answered());
        talk.entries().forEach(entry -> known.put(entry.seq(), entry));
        long root = seq;
        while (known.get(root) instanceof Entry entry
                && entry.marks().replyTo() instanceof Long answered
                && answered < root) {
            root = answered;
        }
        return root;
    }

    /// The message at the root of the thread in view, as far as is known.
    public long rootInView() {
        return talk.entries().stream()
                .findFirst()
                .map(Entry::seq)
                .or(() -> here().map(Place::thread))
                .orElse(0L);
    }

    /// How many answers are in the thread in view.
    public int replies() {
        int here = (int) talk.entries().stream().skip(1).filter(Entry::isMessage).count();
        return here + talk.earlier().replies();
    }

    /// What there may be in it besides these.
    public boolean mayHaveMoreReplies() {
        return talk.earlier().more();
    }

    /// The message to answer by what is written in a thread: its root, or the newest that is left.
    Optional<Entry> answered() {
        List<Entry> there =
                talk.entries().stream()
                        .filter(entry -> entry.isMessage() && entry.seq() > 0)
                        .toList();
        boolean whole = !there.isEmpty() && there.getFirst().equals(talk.entries().getFirst());
        return whole ? Optional.of(there.getFirst()) : there.reversed().stream().findFirst();
    }

    /// Messages of all communities that no server has yet.
    int pending() {
        return communities.stream().mapToInt(Snapshot::pending).sum();
    }

    public Layout layout() {
        return Layout.of(this);
    }

    /// What is in view, set into rows.
    public Talk talk() {
        return new Talk(story(), layout().talkWidth());
    }

    /// The first row in view.
    public Anchor top(Talk talk) {
        return here().flatMap(place -> room(place).top)
                .orElseGet(() -> talk.end(layout().talkHeight()));
    }

    /// How many entries are below what is seen; 0 while the newest one is followed.
    public long newer() {
        boolean following = here().map(place -> !isScrolled(place)).orElse(true);
        if (following) {
            return 0;
        }
        Talk talk = talk();
        long seen = talk.lastSeen(top(talk), layout().talkHeight());
        if (here != null && here.isThread()) {
            return this.talk.entries().stream().filter(entry -> entry.seq() > seen).count();
        }
        return chat().map(info -> Math.max(info.size() - seen, 0)).orElse(0L);
    }

    private List<Local> locals(Place place) {
        List<Local> moving = this.moving.in(place.whole(), now.toEpochMilli());
        List<Local> told = room(place).locals();
        return moving.isEmpty() ? told : Stream.concat(told.stream(), moving.stream()).toList();
    }

    private Story story() {
        List<Local> locals = here().map(this::locals).orElse(List.of());
        long newAfter = here().map(place -> room(place).newAfter).orElse(Story.NOTHING_NEW);
        long marked = here().map(place -> room(place).marked).orElse(0L);
        MemberId me = community().map(c -> c.me().id()).orElse(MemberId.SERVER);
        return new Story(
                Heads.of(this),
                talk.entries(),
                talk.atStart(),
                talk.atEnd(),
                locals,
                newAfter,
                marked,
                talk.answered(),
                readers.of(this),
                here().map(Place::thread).orElse(0L),
                me,
                zone,
                signs,
                settings,
                showcase.wall().orElse(null));
    }

    /// The place in the log of the last entry in view, those that wait counted too.
    long lastEntry() {
        return Story.last(talk.entries());
    }

    /// The last entry in view that the server has; 0 if there is none.
    long lastStored() {
        return talk.entries().stream().mapToLong(entry -> entry.seq()).max().orElse(0);
    }
}
