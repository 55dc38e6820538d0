package chatbois.terminal.state;

import chatbois.client.session.Entry;
import chatbois.client.session.Findings.Finding;
import chatbois.client.session.SessionState;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.terminal.alert.Alerts;
import chatbois.terminal.command.Input;
import chatbois.terminal.command.Waiting;
import chatbois.terminal.command.Waiting.What;
import chatbois.terminal.edit.Draft;
import chatbois.terminal.screen.Screen;
import chatbois.terminal.talk.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// Changes the model by events. Owned by the screen's thread.
public final class Update {
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Model model;
    private final Keys keys;
    final Scroller scroller;
    private final Pointer pointer;
    private final Roll roll = new Roll();
    final Remarks remarks;
    private final Alerts alerts = new Alerts();
    private final TypingSigns signs = new TypingSigns();
    private final DraftSigns drafts = new DraftSigns();
    private final List<Effect> effects = new ArrayList<>();

    /// Whether the member has been led to a chat already.
    private boolean settled;

    /// When a sheet was filled last, and whether it is being filled now.
    private Instant asked = Instant.EPOCH;

    private boolean asking;

    /// Whether there was no community when the program started.
    private boolean newcomer;

    private boolean warnedOfLoss;

    public Update(Model model) {
        this.model = model;
        this.remarks = new Remarks(model);
        this.scroller = new Scroller(model, this::want);
        this.keys = new Keys(model, this);
        this.pointer = new Pointer(model, this, keys);
    }

    /// Takes an event and gives what has to happen outside, in order.
    public List<Effect> take(Event event) {
        effects.clear();
        switch (event) {
            case Event.OnTerminal(Screen.Event what) -> {
                terminal(what);
                signs.after(model).forEach(this::want);
            }
            case Event.Changed changed -> changed(changed);
            case Event.Told(Place at, List<String> lines) -> remarks.told(at, lines);
            case Event.Listed listed -> remarks.listed(listed);
            case Event.Copied(Place at, String text, List<String> lines) -> {
                want(new Effect.Copy(text));
                remarks.told(at, lines);
            }
            case Event.Shown(var watch, String title, List<String> lines) -> {
                asked = model.now();
                model.overlay = new Overlay.Sheet(title, lines, List.of(), 0, watch);
            }
            case Event.Refreshed refreshed -> refreshed(refreshed);
            case Event.Ticked() -> ticked();
            case Event.WentTo(Place to, List<String> lines, String say) -> {
                go(to);
                remarks.told(to, lines);
                if (!say.isEmpty()) {
                    want(new Effect.Run(to, new Input.Say(say)));
                }
            }
            case Event.Failed(Place at, Input input, String sentence) ->
                    remarks.failed(at, input, sentence);
            case Event.Configured(var config) -> {
                model.settings = config.settings();
                model.bindings = config.bindings();
                model.themes = config.themes();
                model.aliases = config.aliases();
            }
            case Event.Edited(var text, String remark) -> {
                text.ifPresent(model.editor()::rewrite);
                model.hint = remark;
            }
            case Event.Newcomer() -> model.hint = model.tour.begin(model);
            case Event.NumbersRead(var saved) -> model.numbers.restore(saved);
            case Event.Trouble(String sentence) -> remarks.trouble(sentence);
            case Event.Slid _ -> scroller.slid();
            case Event.Transfer now -> model.moving.take(now);
            case Event.Exposed(var shot, var what) -> model.showcase.gallery().take(shot, what);
            case Event.Gathered answer -> roll.take(model, answer);
            case Event.Read answer -> model.readers.take(answer);
            case Event.Found answer -> {
                if (model.finder != null) {
                    model.finder.take(answer).ifPresent(this::want);
                }
            }
            case Event.LookedAround answer -> {
                if (model.finder != null) {
                    model.finder.take(answer);
                }
            }
            case Event.Waits(var mentions) -> {
                if (model.overlay instanceof Overlay.Unread(Inbox inbox)) {
                    inbox.take(mentions);
                }
            }
            case Event.Pinned(Place chat, var seqs) -> {
                model.room(chat).pins = seqs;
                keys.remind();
            }
            case Event.Suggested answer -> model.offers.answered(answer).ifPresent(this::want);
            case Event.Joined(Place to) -> {
                model.overlay = new Overlay.None();
                if (newcomer) {
                    newcomer = false;
                    model.hint = model.tour.begin(model);
                }
                go(to);
            }
            case Event.NotJoined(String sentence, boolean byName) -> {
                if (model.overlay instanceof Overlay.Join(JoinForm form)) {
                    form.refused(sentence, byName);
                }
            }
        }
        if (event instanceof Event.Slid(String failure) && !failure.isEmpty()) {
            model.hint = failure; // and no new try until something else happens
        } else {
            follow();
        }
        boolean ending = effects.stream().anyMatch(Effect.Quit.class::isInstance);
        model.idleness.after(model).ifPresent(this::want);
        drafts.after(model, ending).ifPresent(effects::addFirst);
        model.keeping = drafts.isWaiting();
        roll.after(model).ifPresent(this::want);
        model.gathering = roll.isWaiting();
        model.readers.after(model).ifPresent(this::want);
        return List.copyOf(effects);
    }

    /// Asks again for what an open sheet shows, but not before the last answer has come.
    private void ticked() {
        if (model.overlay instanceof Overlay.Sheet sheet
                && sheet.watch() != null
                && !asking
                && Duration.between(asked, model.now()).compareTo(FRESH) >= 0) {
            asking = true;
            want(new Effect.Refresh(sheet.watch()));
        }
    }

    private void refreshed(Event.Refreshed now) {
        asking = false;
        asked = model.now();
        if (model.overlay instanceof Overlay.Sheet sheet && now.watch().equals(sheet.watch())) {
            model.overlay = sheet.with(now.lines());
        }
    }

    private void terminal(Screen.Event what) {
        switch (what) {
            case Screen.Event.Pressed(var key) -> keys.press(key);
            case Screen.Event.Resized(int width, int height) -> {
                model.width = width;
                model.height = height;
            }
            case Screen.Event.Looked() -> {} // the next picture is made accordingly
            case Screen.Event.Pointed(var mouse) -> pointer.take(mouse);
            case Screen.Event.Interrupted() -> want(new Effect.Quit(130));
            case Screen.Event.Ended() -> want(new Effect.Quit(129));
        }
    }

    void want(Effect effect) {
        effects.add(effect);
    }

    // What the sessions tell.

    private void changed(Event.Changed changed) {
        model.communities = changed.communities();
        model.talk = changed.talk();
        scroller.center();
        if (model.communities.isEmpty()) {
            newcomer = true;
            if (!(model.overlay instanceof Overlay.Join)) {
                model.overlay = new Overlay.Join(new JoinForm(model.userName, remarks.troubles()));
            }
            return;
        }
        settle();
        number();
        model.takeDrafts();
        model.here().map(model::room).ifPresent(room -> room.recall(model.talk.entries()));
        model.here()
                .filter(this::isToStay)
                .ifPresent(here -> {
                    remarks.tellTroubles(here);
                    remarks.tellInvitations(here);
                });
        model.communities.forEach(remarks::tellNotices);
        if (model.overlay instanceof Overlay.Unread(Inbox inbox)) {
            inbox.ask(model).ifPresent(this::want);
        }
        alerts.of(model.communities, model.looking(), model.wishes(), model.now(), model.zone())
                .forEach(alert -> want(new Effect.Notify(alert)));
    }

    /// Whether the member is not about to be led elsewhere, where nobody would see it.
    private boolean isToStay(Place here) {
        return settled
                || model.community(here)
                        .filter(c -> !(c.state() instanceof SessionState.Connecting))
                        .isPresent();
    }

    /// Leads to the chat with the newest message, once there is one, unless the member was faster;
    /// and out of a chat that the member is in no more.
    private void settle() {
        Optional<Place> newest =
                model.items().stream()
                        .filter(item -> item instanceof Item.Chat)
                        .max(Comparator.comparingLong(Update::lastTime))
                        .map(Item::place);
        if (!settled && newest.isPresent()) {
            Draft typed = model.editor().draft();
            go(newest.get());
            bring(typed);
        } else if (model.here == null) {
            model.here = model.items().getFirst().place();
            model.editor().remember(model.room(model.here).history());
        } else if (model.community().isPresent()
                && model.chat().isEmpty()
                && model.invitation().isEmpty()) {
            model.here().filter(place -> place.chat() != null).ifPresent(this::leave);
        }
    }

    /// What was typed before there was a chat is meant for the first one.
    private void bring(Draft typed) {
        if (!typed.equals(Draft.EMPTY) && model.editor().draft().equals(Draft.EMPTY)) {
            model.editor().load(typed);
        }
    }

    private void leave(Place gone) {
        go(new Place(gone.community(), null));
    }

    private static long lastTime(Item item) {
        return item instanceof Item.Chat(_, ChatInfo info) ? info.lastTime() : 0;
    }

    /// Reads on with what comes, marks it as read if it is seen, or where the new begins if not.
    private void follow() {
        ChatInfo chat = model.chat().orElse(null);
        Place here = model.here;
        if (chat == null || here == null || here.isThread()) {
            return;
        }
        Room room = model.room(here);
        boolean following = room.top.isEmpty();
        if (following && !model.talk.atEnd()) {
            scroller.slide(Effect.Direction.NEWEST);
        } else if (following) {
            scroller.fill();
        }
        boolean seen =
                following
                        && model.talk.atEnd()
                        && model.focused
                        && model.overlay instanceof Overlay.None;
        long last = model.lastStored();
        if (seen && last > chat.readUpTo()) {
            want(new Effect.MarkRead(here, last));
        } else if (!seen && chat.unread() > 0 && room.newAfter == Story.NOTHING_NEW) {
            room.newAfter = chat.readUpTo();
        }
    }

    // Where the member goes.

    void go(Place place) {
        settled = true;
        if (place.equals(model.here)) {
            return;
        }
        if (model.here != null) {
            Room left = model.room(model.here);
            left.draft = model.editor().draft();
            left.newAfter = Story.NOTHING_NEW;
            left.marked = 0;
            left.jumping = false;
        }
        Room room = model.room(place);
        model.here = place;
        model.talk = Model.NOTHING;
        model.editor().load(room.draft);
        model.editor().remember(room.history());
        model.offers.stop();
        room.newAfter =
                model.chat(place)
                        .filter(chat -> chat.unread() > 0 && !place.isThread())
                        .map(ChatInfo::readUpTo)
                        .orElse(Story.NOTHING_NEW);
    }

    /// Goes through the list by one.
    void goBy(int step) {
        List<Item> stops = stops();
        int at = indexOfHere(stops);
        if (!stops.isEmpty()) {
            int next = at < 0 ? 0 : Math.floorMod(at + step, stops.size());
            go(stops.get(next).place());
        }
    }

    void goToNumber(int number) {
        stops().stream()
                .map(Item::place)
                .filter(place -> model.numbers.of(place) == number)
                .findFirst()
                .ifPresentOrElse(
                        this::go,
                        () ->
                                model.hint =
                                        "No chat has the number %d; /number %d gives it to this one."
                                                .formatted(number, number));
    }

    /// Gives the chat in view a number.
    void number(String typed) {
        Place here = model.here == null ? null : model.here.whole();
        if (here == null || here.chat() == null || !typed.matches("[1-9]")) {
            model.hint = "Type /number and a digit from 1 to 9, in a chat.";
            return;
        }
        int number = Integer.parseInt(typed);
        model.numbers.give(here, number);
        number();
        want(new Effect.KeepNumbers(model.numbers.all()));
        model.hint = "This chat has the number " + number + " now.";
    }

    /// Gives numbers to the chats that are new in the list.
    private void number() {
        List<Place> stops =
                stops().stream()
                        .filter(item -> !(item instanceof Item.Heading))
                        .map(Item::place)
                        .toList();
        if (model.numbers.fill(stops, model.communities)) {
            want(new Effect.KeepNumbers(model.numbers.all()));
        }
    }

    /// Goes to the next chat in which something is unread; first to where it is meant for this
    /// member.
    void goToUnread() {
        if (!goToNext(Item::mentions)
                && !goToNext(Item::unread)
                && !goToNext(item -> item instanceof Item.Invited ? 1 : 0)) {
            model.hint = "Nothing else is unread.";
        }
    }

    private boolean goToNext(ToIntFunction<Item> count) {
        List<Item> stops = stops();
        int at = indexOfHere(stops);
        for (int i = 1; i <= stops.size(); i++) {
            Item item = stops.get(Math.floorMod(at + i, stops.size()));
            if (count.applyAsInt(item) > 0 && !model.isIn(item.place())) {
                go(item.place());
                return true;
            }
        }
        return false;
    }

    private List<Item> stops() {
        return model.items().stream().filter(Item::isStop).toList();
    }

    private int indexOfHere(List<Item> stops) {
        Place here = model.here == null ? null : model.here.whole();
        return stops.stream().map(Item::place).toList().indexOf(here);
    }

    /// Shows only the thread that a message is in.
    void goToThread(long seq) {
        if (seq < 1 || seq > model.chat().map(ChatInfo::size).orElse(0L)) {
            model.hint = "There is no message #" + seq + " here.";
            return;
        }
        model.here().ifPresent(here -> go(here.thread(model.root(seq))));
    }

    /// Leads from a thread back to its chat, where it was left; false if this is none.
    boolean leaveThread() {
        boolean inThread = model.here().filter(Place::isThread).isPresent();
        model.here().filter(Place::isThread).ifPresent(here -> go(here.whole()));
        return inThread;
    }

    /// Leads to the message that is chosen.
    void jump(Finder finder) {
        Finding one = finder.chosenOne().orElse(null);
        if (one == null) {
            return;
        }
        Place place = new Place(finder.at().community(), one.chat().id());
        if (model.chat(place).isEmpty()) {
            model.hint = "You are not in this chat any more.";
            return;
        }
        model.overlay = new Overlay.None();
        jump(place, one.seq());
    }

    /// Leads to what waits: a message, a chat or an invitation.
    void goTo(Waiting one) {
        model.overlay = new Overlay.None();
        switch (one.what()) {
            case What.Named(_, Entry entry) -> jump(Inbox.place(one), entry.seq());
            case What.Unread _, What.Invited _ -> go(Inbox.place(one));
        }
    }

    /// Leads to a message of a chat.
    void jump(Place place, long seq) {
        go(place);
        scroller.jump(place, seq);
    }

    // What was typed, and what came of it.

    /// Ends the program; but if that would lose something, says so first.
    void quit(Place at) {
        Loss loss = Loss.of(model).orElse(null);
        if (loss != null && !warnedOfLoss) {
            warnedOfLoss = true;
            remarks.fail(at, loss.warning());
        } else {
            want(new Effect.Quit(0));
        }
    }
}
