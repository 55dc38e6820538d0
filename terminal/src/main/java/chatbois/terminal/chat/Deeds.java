package chatbois.terminal.chat;

import chatbois.client.Communities;
import chatbois.client.pairing.PairingCode;
import chatbois.client.session.ChatThread;
import chatbois.client.session.DeviceLabel;
import chatbois.client.session.Session;
import chatbois.client.session.Snapshot;
import chatbois.client.session.Timeline;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.protocol.Address;
import chatbois.protocol.Invite;
import chatbois.protocol.Refusal;
import chatbois.protocol.Refused;
import chatbois.protocol.name.MemberName;
import chatbois.terminal.command.Actions;
import chatbois.terminal.command.Input;
import chatbois.terminal.command.Lookup;
import chatbois.terminal.command.Outcome;
import chatbois.terminal.command.Sentences;
import chatbois.terminal.command.Spot;
import chatbois.terminal.command.Verb;
import chatbois.terminal.command.Waiting;
import chatbois.terminal.media.Source;
import chatbois.terminal.setting.ConfigFile;
import chatbois.terminal.state.Effect;
import chatbois.terminal.state.Event;
import chatbois.terminal.state.Overlay;
import chatbois.terminal.state.Place;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Does with the sessions what the model wants; what comes of it is an event. Owned by the screen's
/// thread.
final class Deeds {
    /// Chats that stay open though they are not in view, because they were left scrolled up.
    private static final int MOST_LEFT_OPEN = 4;

    private final Communities communities;
    private final Actions actions;
    private final Lookup lookup;
    private final Consumer<Event> events;
    private final SequencedMap<Place, Timeline> open = new LinkedHashMap<>();
    private @Nullable Timeline inView;
    private @Nullable Place thread;
    private @Nullable ChatThread threadInView;

    Deeds(Communities communities, Clock clock, ConfigFile config, Consumer<Event> events) {
        this.communities = communities;
        this.actions = new Actions(communities, clock, config, new Reports(events));
        this.lookup = new Lookup(clock);
        this.events = events;
    }

    /// Turns to another chat or thread, or to none; says whether that is a change.
    boolean look(Optional<Place> place, Predicate<Place> isScrolled) {
        boolean other = lookAtThread(place.filter(Place::isThread).orElse(null));
        return lookAtChat(place.map(Place::whole), isScrolled) || other;
    }

    private boolean lookAtThread(@Nullable Place place) {
        LogId chat = place == null ? null : place.chat();
        if (Objects.equals(place, thread)) {
            return false;
        }
        if (threadInView != null) {
            threadInView.close();
        }
        thread = place;
        threadInView =
                place == null || chat == null
                        ? null
                        : session(place).map(s -> s.chat(chat).thread(place.thread())).orElse(null);
        if (threadInView != null) {
            threadInView.ready().whenComplete((_, failure) -> slid(failure));
        }
        return true;
    }

    private boolean lookAtChat(Optional<Place> place, Predicate<Place> isScrolled) {
        Timeline before = inView;
        inView = place.map(this::timeline).orElse(null);
        if (inView == before) {
            return false;
        }
        open.entrySet()
                .removeIf(entry -> {
                    boolean done = entry.getValue() != inView && !isScrolled.test(entry.getKey());
                    if (done) {
                        entry.getValue().close();
                    }
                    return done;
                });
        while (open.size() > MOST_LEFT_OPEN) {
            open.pollFirstEntry().getValue().close();
        }
        return true;
    }

    private @Nullable Timeline timeline(Place place) {
        Timeline known = open.remove(place);
        Timeline timeline = known != null ? known : opened(place).orElse(null);
        if (timeline != null) {
            open.put(place, timeline);
        }
        return timeline;
    }

    private Optional<Timeline> opened(Place place) {
        LogId chat = place.chat();
        return chat == null ? Optional.empty() : session(place).map(s -> s.timeline(chat));
    }

    private Optional<Session> session(Place place) {
        return communities.session(place.community());
    }

    /// The open part of the chat in view.
    Timeline.View talk() {
        if (threadInView != null) {
            return threadInView.view();
        }
        return inView == null ? new Timeline.View(List.of(), true, true) : inView.view();
    }

    void run(Effect.Run run) {
        session(run.at())
                .ifPresent(session ->
                        actions.run(run.input(), new Spot(session, run.at().chat()))
                                .whenComplete((outcome, failure) -> {
                                    if (failure != null) {
                                        events.accept(
                                                new Event.Failed(
                                                        run.at(),
                                                        run.input(),
                                                        Sentences.of(failure)));
                                    } else {
                                        events.accept(event(run, outcome));
                                    }
                                }));
    }

    void answer(Effect.Answer answer) {
        session(answer.at())
                .ifPresent(session ->
                        actions.answer(
                                        new Spot(session, answer.at().chat()),
                                        answer.to(),
                                        answer.text(),
                                        answer.action())
                                .exceptionally(failure -> {
                                    events.accept(
                                            new Event.Failed(
                                                    answer.at(),
                                                    new Input.Say(answer.text()),
                                                    Sentences.of(failure)));
                                    return Outcome.told();
                                }));
    }

    private static Event event(Effect.Run run, Outcome outcome) {
        if (run.input() instanceof Input.Run typed
                && typed.verb() == Verb.SERVER
                && typed.words().isEmpty()) {
            return new Event.Shown(
                    new Overlay.Watch(run.at(), typed), "The server", outcome.text());
        }
        if (outcome instanceof Outcome.Listed listed) {
            return new Event.Listed(run.at(), listed, page(run.input()));
        }
        return event(run.at(), outcome);
    }

    /// What is long and of no chat has a page of its own.
    private static String page(Input input) {
        return input instanceof Input.Run(Verb verb, var words, _)
                        && verb == Verb.SET
                        && words.isEmpty()
                ? "Settings"
                : "";
    }

    /// Does again what a sheet shows the answer of.
    void refresh(Overlay.Watch watch) {
        session(watch.at())
                .ifPresent(session ->
                        actions.run(watch.input(), new Spot(session, watch.at().chat()))
                                .whenComplete((outcome, failure) ->
                                        events.accept(
                                                new Event.Refreshed(
                                                        watch,
                                                        failure == null
                                                                ? outcome.text()
                                                                : List.of(
                                                                        Sentences.of(failure))))));
    }

    private static Event event(Place at, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Told _, Outcome.Listed _, Outcome.Quit _ ->
                    new Event.Told(at, outcome.text());
            case Outcome.Evident _ -> new Event.Told(at, List.of());
            case Outcome.Copied(String text, List<String> lines) ->
                    new Event.Copied(at, text, lines);
            case Outcome.WentTo(Spot to, List<String> lines, String say) ->
                    new Event.WentTo(new Place(to.session().community(), to.chat()), lines, say);
        };
    }

    void slide(Effect.Direction direction) {
        Timeline timeline = inView;
        CompletableFuture<Void> slid =
                timeline == null
                        ? CompletableFuture.completedFuture(null)
                        : switch (direction) {
                            case OLDER -> timeline.older();
                            case NEWER -> timeline.newer();
                            case NEWEST -> timeline.toEnd();
                        };
        slid.whenComplete((_, failure) -> slid(failure));
    }

    /// Who is there; nothing if it can't be asked now.
    void gather(Place place) {
        LogId chat = place.chat();
        Session session = session(place).orElse(null);
        if (chat == null || session == null) {
            events.accept(new Event.Gathered(place, null));
            return;
        }
        session.chatMembers(chat)
                .whenComplete((people, _) -> events.accept(new Event.Gathered(place, people)));
    }

    /// How far others have read it; nothing if it can't be asked now.
    void askReaders(Place place) {
        LogId chat = place.chat();
        Session session = session(place).orElse(null);
        if (chat == null || session == null) {
            events.accept(new Event.Read(place, null));
            return;
        }
        session.questions()
                .receipts(chat)
                .whenComplete((receipts, _) -> events.accept(new Event.Read(place, receipts)));
    }

    /// Opens the chat there, at that event.
    void jump(Place place, long seq) {
        LogId chat = place.chat();
        if (chat == null) {
            return;
        }
        session(place)
                .ifPresent(session ->
                        session.timeline(chat).to(seq).whenComplete((_, failure) -> slid(failure)));
    }

    private void slid(@Nullable Throwable failure) {
        events.accept(new Event.Slid(failure == null ? "" : Sentences.of(failure)));
    }

    void find(Effect.Find asked) {
        session(asked.at())
                .ifPresent(session ->
                        lookup.find(
                                        asked.typed(),
                                        new Spot(session, asked.at().chat()),
                                        asked.olderThan())
                                .whenComplete((found, failure) ->
                                        events.accept(
                                                new Event.Found(
                                                        asked,
                                                        found,
                                                        failure == null
                                                                ? ""
                                                                : Sentences.of(failure)))));
    }

    /// What can't be read now is not shown.
    void lookAround(Effect.LookAround look) {
        session(new Place(look.community(), null))
                .ifPresent(session ->
                        session.chat(look.at().chat())
                                .around(look.at().seq())
                                .thenAccept(entries ->
                                        events.accept(new Event.LookedAround(look.at(), entries))));
    }

    /// What can't be asked now is not known.
    void lookAtPins(Place place) {
        LogId chat = place.chat();
        if (chat == null) {
            return;
        }
        session(place)
                .ifPresent(session ->
                        session.chat(chat)
                                .details()
                                .thenAccept(details ->
                                        events.accept(
                                                new Event.Pinned(
                                                        place, Set.copyOf(details.pins())))));
    }

    /// What is shown of a picture.
    CompletableFuture<byte[]> track(Source source) {
        return session(new Place(source.community(), null))
                .map(s -> s.files().track(source.chat(), source.seq(), source.preview()))
                .orElseGet(() ->
                        CompletableFuture.failedFuture(
                                new IOException("This community is not open any more.")));
    }

    void lookIntoInbox() {
        Waiting.mentions(communities.sessions())
                .thenAccept(found -> events.accept(new Event.Waits(found)));
    }

    void markRead(Place place, long seq) {
        LogId chat = place.chat();
        if (chat != null) {
            session(place).ifPresent(session -> session.markRead(chat, seq));
        }
    }

    void typing(Place place, boolean now) {
        LogId chat = place.chat();
        if (chat != null) {
            session(place).ifPresent(session -> session.company().typing(chat, now));
        }
    }

    /// Somebody sits here, and sees how others are: those in the list beside the chat, and in the
    /// list of chats the other one of each for two.
    void attend(Snapshot community, List<MemberId> seated) {
        session(new Place(community.community(), null))
                .map(session -> session.company().attendance())
                .ifPresent(attendance -> {
                    attendance.here();
                    List<MemberId> seen = new ArrayList<>(seated);
                    seen.addAll(community.partners());
                    attendance.watch(seen);
                });
    }

    void idle(boolean now) {
        communities.sessions().forEach(session -> session.company().attendance().idle(now));
    }

    void keep(Place place, String text) {
        LogId chat = place.chat();
        if (chat != null) {
            session(place).ifPresent(session -> session.company().drafts().keep(chat, text));
        }
    }

    void suggest(Effect.Suggest typed) {
        CompletableFuture<List<String>> asked =
                session(typed.at())
                        .map(s ->
                                s.questions()
                                        .suggest(
                                                typed.beginning(), typed.sort(), typed.at().chat()))
                        .orElseGet(() -> CompletableFuture.completedFuture(List.of()));
        asked.whenComplete((titles, failure) ->
                events.accept(
                        new Event.Suggested(
                                typed.number(),
                                failure == null ? Optional.of(titles) : Optional.empty())));
    }

    void join(Invite invite, MemberName name) {
        comeIn(() -> communities.join(invite, name));
    }

    void comeBack(Invite line) {
        comeIn(() -> communities.comeBack(line));
    }

    void link(Address address, PairingCode code) {
        comeIn(() -> communities.link(address, code, DeviceLabel.here()));
    }

    private void comeIn(Callable<Session> way) {
        Thread.ofVirtual()
                .name("join")
                .start(() -> {
                    try {
                        Session joined = way.call();
                        events.accept(new Event.Joined(new Place(joined.community(), null)));
                    } catch (Exception e) {
                        events.accept(new Event.NotJoined(Sentences.of(e), isAboutName(e)));
                    }
                });
    }

    private static boolean isAboutName(Exception e) {
        return e instanceof Refused refused
                && (refused.refusal().code() == Refusal.Code.NAME_TAKEN
                        || refused.refusal().code() == Refusal.Code.NAME_CONFUSABLE);
    }
}
