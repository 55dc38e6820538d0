package chatbois.terminal.chat;

import chatbois.cellart.worker.Studio;
import chatbois.cellart.worker.Workshop;
import chatbois.client.Communities;
import chatbois.client.home.Home;
import chatbois.client.session.Outside;
import chatbois.client.session.Session;
import chatbois.client.session.SessionState;
import chatbois.client.session.Snapshot;
import chatbois.terminal.cell.Cells;
import chatbois.terminal.cell.ColorDepth;
import chatbois.terminal.command.Verb;
import chatbois.terminal.key.Key;
import chatbois.terminal.media.Conditions;
import chatbois.terminal.media.Drawing;
import chatbois.terminal.media.Projector;
import chatbois.terminal.media.Wanted;
import chatbois.terminal.screen.Appearance;
import chatbois.terminal.screen.Screen;
import chatbois.terminal.setting.Config;
import chatbois.terminal.setting.ConfigFile;
import chatbois.terminal.setting.Setting;
import chatbois.terminal.state.Effect;
import chatbois.terminal.state.Event;
import chatbois.terminal.state.Model;
import chatbois.terminal.state.Overlay;
import chatbois.terminal.state.Update;
import chatbois.terminal.view.View;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The client on the screen, from its opening to its end.
///
/// One thread owns the model: it takes events from a queue, carries out what they lead to, and
/// shows a new picture when something has changed, but not more than about sixty in a second.
/// Everybody else only puts events into the queue.
public final class ChatScreen {
    /// So long the first picture goes before everything else.
    private static final Duration FIRST_PICTURE = Duration.ofMillis(50);

    private static final long FRAME_NANOS = TimeUnit.MILLISECONDS.toNanos(16);

    /// How long a new picture waits for the names that it is to show: about as long as a server
    /// nearby takes to answer. One that is far away does not make typing slow.
    private static final long NAMES_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

    /// Says that the sessions changed; what they say is only asked for when it is taken.
    private static final Object CHANGED = new Object();

    /// As many keys as may wait to be taken.
    private static final int MOST_KEYS = 10_000;

    /// Says that the first picture is there, after which the terminal may be asked for more.
    private static final Object SHOWN = new Object();

    /// Says that the terminal had time to tell how it takes pixels.
    private static final Object LATE = new Object();

    /// Says that all that is saved here is open, or why that can't be.
    private record Opened(@Nullable Exception failure) {}

    private final BlockingQueue<Object> queue = new LinkedBlockingQueue<>();

    /// For keys in the queue.
    private final Semaphore room = new Semaphore(MOST_KEYS);

    private final AtomicBoolean changed = new AtomicBoolean();
    private final Clock clock;
    private final Communities communities;
    private final ConfigFile config;
    private final Deeds deeds;
    private final OwnEditor ownEditor;
    private final NumbersFile numbers;
    private final Model model;
    private final Update update;
    private final Eyes eyes = new Eyes();
    private boolean asking;
    private boolean opened;

    /// Keys that were pressed before there was anything that they could be meant for.
    private final List<Event> early = new ArrayList<>();

    private OptionalInt ended = OptionalInt.empty();

    /// Since there was a picture to be seen.
    private @Nullable Projector projector;

    /// When a key was pressed last, by the clock of [System#nanoTime].
    private long typedAt = System.nanoTime();

    /// How many frames of pictures were taken.
    private long exposed;

    /// @param userName suggested where a name is asked for
    public ChatScreen(Home home, Outside outside, String userName) {
        clock = outside.clock();
        communities = new Communities(home, outside, this::changed);
        config = new ConfigFile(home, Verb::isNamed);
        deeds = new Deeds(communities, clock, config, queue::add);
        ownEditor = new OwnEditor(home);
        numbers = new NumbersFile(home);
        model = new Model(userName, ZoneId::systemDefault);
        model.at(clock.instant()); // before anything is measured from it
        update = new Update(model);
    }

    /// Takes what happens on the terminal. Whoever presses keys faster than they are taken waits.
    public void tell(Screen.Event event) {
        if (event instanceof Screen.Event.Pressed) {
            room.acquireUninterruptibly();
        }
        queue.add(new Event.OnTerminal(event));
    }

    /// Guides the member, who is new here and to the program.
    public void welcome() {
        queue.add(new Event.Newcomer());
    }

    /// Runs on a screen that tells its events, gives it back at the end, and gives the exit code.
    public int run(Screen screen) throws IOException {
        Runtime.getRuntime().addShutdownHook(new Thread(communities::close, "session-closer"));
        try (communities;
                screen;
                Closing _ = this::endPictures) {
            model.showSigns(!screen.able().looks());
            configure(screen);
            Thread opener = new Thread(() -> open(screen), "opener");
            begin(screen);
            opener.start();
            loop(screen);
            opener.join();
            numbers.finish();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return ended.orElse(1);
    }

    private interface Closing extends AutoCloseable {
        @Override
        void close();
    }

    private void endPictures() {
        if (projector != null) {
            projector.close();
        }
    }

    /// Before the first picture, so that nothing changes its looks while somebody watches.
    private void configure(Screen screen) {
        config.onChange(now -> queue.add(new Event.Configured(now)));
        config.now().problems().forEach(problem -> queue.add(new Event.Trouble(problem)));
        configured(config.now(), screen);
    }

    private void configured(Config now, Screen screen) {
        carryOut(update.take(new Event.Configured(now)), screen);
        dress(now, screen);
        model.showcase().draws(word -> drawing(word, now, screen));
    }

    private static Optional<Drawing> drawing(String word, Config now, Screen screen) {
        String colors = now.settings().value(Setting.LOOKS_COLORS);
        ColorDepth depth = screen.depth().chosen(colors);
        return Drawing.of(word, depth, screen.environment(), screen.optics());
    }

    private static void dress(Config now, Screen screen) {
        screen.wear(
                new Appearance(
                        now.theme(),
                        now.settings().value(Setting.LOOKS_COLORS),
                        now.settings().value(Setting.LOOKS_LINKS)));
    }

    private void changed() {
        if (changed.compareAndSet(false, true)) {
            queue.add(CHANGED);
        }
    }

    /// Shows the first picture: what has been saved is opened and checked while the member sees
    /// that the program is there.
    private void begin(Screen screen) throws IOException {
        for (Object next = queue.poll(); next != null; next = queue.poll()) {
            take(next, screen);
        }
        show(screen);
    }

    private void open(Screen screen) {
        try {
            screen.awaitShown(FIRST_PICTURE);
            queue.add(SHOWN);
            queue.add(new Event.NumbersRead(numbers.read()));
            communities.openAll();
            communities.problems().forEach(problem -> queue.add(new Event.Trouble(problem)));
            queue.add(new Opened(null));
        } catch (IOException | RuntimeException e) {
            queue.add(new Opened(e));
        }
    }

    private void loop(Screen screen) throws IOException, InterruptedException {
        long shownAt = System.nanoTime() - FRAME_NANOS;
        long staleAt = shownAt;
        long echoedAt = shownAt;
        boolean stale = true;
        boolean typed = false;
        while (ended.isEmpty()) {
            long wait = stale ? nanosTo(typed ? echoedAt : shownAt, staleAt) : tickNanos();
            // What is there already is taken first, but what comes all the time doesn't keep the
            // picture from being shown.
            boolean due = stale && wait <= 0 && System.nanoTime() - staleAt >= FRAME_NANOS;
            Object next = due ? null : queue.poll(wait, TimeUnit.NANOSECONDS);
            model.at(clock.instant());
            if (next != null) {
                take(next, screen);
                staleAt = stale ? staleAt : System.nanoTime();
                stale = true;
                typed |= isKey(next);
            } else {
                carryOut(update.take(new Event.Ticked()), screen);
                show(screen);
                shownAt = System.nanoTime();
                echoedAt = typed ? shownAt : echoedAt;
                stale = false;
                typed = false;
            }
        }
    }

    /// Until the next picture, if the one before was shown then and became stale then. A key waits
    /// for no frame of a film: for it only pictures count that showed a key.
    private long nanosTo(long shownAt, long staleAt) {
        long now = System.nanoTime();
        long frame = shownAt + FRAME_NANOS - now;
        return asking ? Math.max(frame, staleAt + NAMES_NANOS - now) : frame;
    }

    /// Until the picture changes by itself: while a countdown is shown, or something that is kept
    /// fresh, each second.
    private long tickNanos() {
        boolean counting = model.community().filter(ChatScreen::isCounting).isPresent();
        boolean watching = model.overlay() instanceof Overlay.Sheet sheet && sheet.watch() != null;
        boolean waiting = model.isKeeping() || model.isGathering() || model.isAskingReaders();
        return counting || watching || !model.typing().isEmpty() || waiting
                ? TimeUnit.SECONDS.toNanos(1)
                : model.untilIdle().map(Duration::toNanos).orElse(Long.MAX_VALUE);
    }

    private static boolean isCounting(Snapshot community) {
        return community.state() instanceof SessionState.Waiting || community.plannedEnd() != null;
    }

    private void take(Object next, Screen screen) throws IOException {
        if (next instanceof Event.OnTerminal(Screen.Event.Pressed _)) {
            room.release();
        }
        if (next instanceof Opened(var failure)) {
            throwIfAny(failure);
            opened = true;
            refresh(screen);
            early.forEach(event -> carryOut(update.take(event), screen));
            early.clear();
        } else if (!opened && next instanceof Event event && isForLater(event)) {
            early.add(event);
        } else if (next == CHANGED) {
            changed.set(false);
            refresh(screen);
        } else if (next == SHOWN) {
            look(screen);
        } else if (next == LATE) {
            sayWhatIsNotSeen(screen, /* late= */ true);
        } else if (next instanceof Event event) {
            typedAt = isKey(event) ? System.nanoTime() : typedAt;
            exposed += event instanceof Event.Exposed ? 1 : 0;
            asking &= !(event instanceof Event.Suggested);
            if (mayTellOfChats(event)) {
                refresh(screen); // it may be about a chat that nobody told of yet
            }
            carryOut(update.take(event), screen);
            if (event instanceof Event.Configured(Config now)) {
                dress(now, screen);
                model.showcase().draws(word -> drawing(word, now, screen));
                look(screen);
            } else if (event instanceof Event.OnTerminal(Screen.Event.Looked())) {
                sayWhatIsNotSeen(screen, /* late= */ false);
            } else if (event instanceof Event.Gathered) {
                changed(); // there are others to watch now
            }
        }
        if (deeds.look(model.open(), model::isScrolled)) {
            refresh(screen);
        }
    }

    private void look(Screen screen) {
        eyes.wish(model.settings().value(Setting.MEDIA_STYLE), screen, () -> queue.add(LATE));
        sayWhatIsNotSeen(screen, /* late= */ false);
    }

    private void sayWhatIsNotSeen(Screen screen, boolean late) {
        Optional<String> refusal = eyes.refusal(screen, late);
        if (refusal.isPresent()) {
            carryOut(update.take(new Event.Trouble(refusal.get())), screen);
            refresh(screen);
        }
    }

    /// What is typed ahead; but who wants out again is heard at once.
    private static boolean isForLater(Event event) {
        return event instanceof Event.OnTerminal(Screen.Event.Pressed(var key))
                && !key.equals(Key.ctrl('c'));
    }

    private static boolean isKey(Object event) {
        return event instanceof Event.OnTerminal(Screen.Event.Pressed(var key))
                && !(key instanceof Key.Focus);
    }

    private static void throwIfAny(@Nullable Exception failure) throws IOException {
        if (failure instanceof IOException broken) {
            throw broken;
        }
        if (failure instanceof RuntimeException unexpected) {
            throw unexpected;
        }
    }

    private static boolean mayTellOfChats(Event event) {
        return !(event instanceof Event.OnTerminal
                || event instanceof Event.Trouble
                || event instanceof Event.Exposed
                || event instanceof Event.Transfer
                || event instanceof Event.Found
                || event instanceof Event.LookedAround
                || event instanceof Event.Waits
                || event instanceof Event.Read
                || event instanceof Event.Pinned
                || event instanceof Event.Suggested);
    }

    /// Not before all is open: with nothing, a newcomer would be welcomed; with a part, the member
    /// be led to the newest chat of that part.
    private void refresh(Screen screen) {
        if (!opened) {
            return;
        }
        List<Snapshot> snapshots = communities.sessions().stream().map(Session::snapshot).toList();
        snapshots.forEach(community -> deeds.attend(community, model.seated(community)));
        carryOut(update.take(new Event.Changed(snapshots, deeds.talk())), screen);
    }

    private void carryOut(List<Effect> effects, Screen screen) {
        screen.point(model.points());
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.KeepNumbers(var numbers) ->
                        this.numbers.save(numbers, why -> queue.add(new Event.Trouble(why)));
                case Effect.Copy(String text) -> screen.copy(text);
                case Effect.Redraw() -> screen.redraw();
                case Effect.Typing(var chat, boolean now) -> deeds.typing(chat, now);
                case Effect.Idle(boolean now) -> deeds.idle(now);
                case Effect.Keep(var chat, String text) -> deeds.keep(chat, text);
                case Effect.Notify(var alert) -> screen.alert(alert, model.wishes().voice());
                case Effect.Suspend() -> screen.suspend();
                case Effect.Edit(String text) -> {
                    String command = model.settings().value(Setting.WRITING_EDITOR);
                    carryOut(update.take(ownEditor.edit(text, command, screen)), screen);
                }
                case Effect.Quit(int code) -> ended = OptionalInt.of(code);
                case Effect.Run run -> deeds.run(run);
                case Effect.Answer answer -> deeds.answer(answer);
                case Effect.Refresh(var watch) -> deeds.refresh(watch);
                case Effect.Slide(var to) -> deeds.slide(to);
                case Effect.Gather(var chat) -> deeds.gather(chat);
                case Effect.AskReaders(var chat) -> deeds.askReaders(chat);
                case Effect.Find find -> deeds.find(find);
                case Effect.LookIntoInbox() -> deeds.lookIntoInbox();
                case Effect.LookAtPins(var chat) -> deeds.lookAtPins(chat);
                case Effect.LookAround look -> deeds.lookAround(look);
                case Effect.Jump(var chat, long seq) -> deeds.jump(chat, seq);
                case Effect.MarkRead(var chat, long seq) -> deeds.markRead(chat, seq);
                case Effect.Suggest suggest -> {
                    asking = true;
                    deeds.suggest(suggest);
                }
                case Effect.Join(var invite, var name) -> deeds.join(invite, name);
                case Effect.ComeBack(var line) -> deeds.comeBack(line);
                case Effect.Link(var address, var code) -> deeds.link(address, code);
            }
        }
    }

    private void show(Screen screen) {
        Cells cells = new Cells(model.width(), model.height());
        List<Wanted> pictures = View.draw(cells, model);
        screen.show(cells);
        if (projector != null || !pictures.isEmpty()) {
            project(pictures, screen);
        }
    }

    private void project(List<Wanted> pictures, Screen screen) {
        if (projector == null) {
            projector =
                    new Projector(
                            deeds::track,
                            new Studio(Workshop.ofThisProgram()),
                            screen::traffic,
                            (shot, what) -> queue.add(new Event.Exposed(shot, what)));
        }
        int kilobytes = model.settings().number(Setting.MEDIA_BYTES);
        boolean plays = model.showcase().plays();
        projector.show(pictures, new Conditions(plays, kilobytes * 1_000, typedAt, exposed));
    }
}
