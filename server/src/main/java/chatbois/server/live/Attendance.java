package chatbois.server.live;

import chatbois.log.MemberId;
import chatbois.protocol.Frames;
import chatbois.protocol.Limits;
import chatbois.protocol.Push;
import chatbois.protocol.ServerFrame;
import chatbois.protocol.Sighting;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Who is there, and who wants to know it of whom. It is kept in memory only.
///
/// What changes is not told at once but noted with those who watch, and told by one thread: at most
/// one push in a second to each connection, with a bounded number of members, each as they are
/// then. So whatever comes and goes, a connection is told no more than that; and a member who only
/// blinked is told as if nothing had been.
///
/// Safe for any thread; its own monitor is taken last, and never while something is told.
public final class Attendance implements AutoCloseable {
    private static final Duration APART = Duration.ofSeconds(1);

    /// Says what may be told to whom.
    public interface Rules {
        /// Whether somebody may know of a member how they are there.
        boolean isShown(MemberId member, MemberId to);

        /// When a member was connected last, to the minute; 0 if that somebody may not know it.
        long lastSeen(MemberId member, MemberId to);
    }

    /// What a connection watches.
    private static final class Watch {
        final Connection connection;
        final Set<MemberId> members;
        final Set<MemberId> changed = new LinkedHashSet<>();

        /// Of whom the connection was told something, and not that there is nothing to be told.
        final Set<MemberId> known = new HashSet<>();

        /// Whether it was told how all of them were at first.
        boolean begun;

        Watch(Connection connection, Collection<MemberId> members) {
            this.connection = connection;
            this.members = Set.copyOf(members);
        }

        /// Takes note of what is told, and says whether it is to be: who was hidden before and
        /// still is comes and goes without a word, for even a word that says nothing would tell
        /// that.
        boolean takes(Sighting sighting) {
            if (sighting.state() == Sighting.State.UNKNOWN) {
                return known.remove(sighting.member());
            }
            known.add(sighting.member());
            return true;
        }
    }

    private record News(Watch watch, List<MemberId> members) {}

    private final Rules rules;
    private final Consumer<RuntimeException> failed;

    /// What is said at each connection at which somebody sits about being away; null for not away.
    @GuardedBy("this")
    private final Map<MemberId, Map<Connection, @Nullable String>> here = new HashMap<>();

    @GuardedBy("this")
    private final Map<Connection, Watch> watches = new HashMap<>();

    @GuardedBy("this")
    private final Map<MemberId, Set<Watch>> watchers = new HashMap<>();

    /// Those who have to be told something.
    @GuardedBy("this")
    private final Set<Watch> waiting = new LinkedHashSet<>();

    private final Thread thread = Thread.ofPlatform().name("attendance").unstarted(this::run);

    /// @param failed hears of what could not be told
    public Attendance(Rules rules, Consumer<RuntimeException> failed) {
        this.rules = rules;
        this.failed = failed;
    }

    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(APART);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Somebody sits at that connection. What is heard of one that is over changes nothing: it
    /// would never be forgotten.
    ///
    /// @param away what is said about being away, null for not away
    public synchronized void isHere(Connection connection, @Nullable String away) {
        if (!connection.isGone()) {
            here.computeIfAbsent(connection.member(), _ -> new LinkedHashMap<>())
                    .put(connection, away);
            note(connection.member());
        }
    }

    /// The connection is over.
    public synchronized void left(Connection connection) {
        forget(watches.remove(connection));
        Map<Connection, @Nullable String> all = here.get(connection.member());
        if (all != null && all.containsKey(connection)) {
            all.remove(connection);
            if (all.isEmpty()) {
                here.remove(connection.member());
            }
        }
        note(connection.member());
    }

    /// Lets a connection be told from now on how some members are there, in place of those before,
    /// and says how they are now, those of whom that may be known. Reads the store.
    public List<Sighting> watch(Connection connection, Collection<MemberId> members) {
        // Before the look, so that nothing that happens between the two escapes.
        Watch watch = begin(connection, members);
        List<Sighting> now = sightings(members, connection.member());
        synchronized (this) {
            watch.begun = true;
            return now.stream().filter(watch::takes).toList();
        }
    }

    private synchronized Watch begin(Connection connection, Collection<MemberId> members) {
        Watch watch = new Watch(connection, members);
        if (connection.isGone()) {
            return watch;
        }
        forget(watches.put(connection, watch));
        for (MemberId member : watch.members) {
            watchers.computeIfAbsent(member, _ -> new HashSet<>()).add(watch);
        }
        return watch;
    }

    @GuardedBy("this")
    private void forget(@Nullable Watch watch) {
        if (watch == null) {
            return;
        }
        waiting.remove(watch);
        for (MemberId member : watch.members) {
            watchers.computeIfPresent(
                    member,
                    (_, all) -> {
                        all.remove(watch);
                        return all.isEmpty() ? null : all;
                    });
        }
    }

    /// What may be told of a member, and to them, is not what it was.
    public synchronized void changed(MemberId member) {
        note(member);
        for (Watch watch : watches.values()) {
            if (watch.connection.member().equals(member)) {
                watch.changed.addAll(watch.members);
                await(watch);
            }
        }
    }

    @GuardedBy("this")
    private void note(MemberId member) {
        for (Watch watch : watchers.getOrDefault(member, Set.of())) {
            watch.changed.add(member);
            await(watch);
        }
    }

    @GuardedBy("this")
    private void await(Watch watch) {
        waiting.add(watch);
        notifyAll();
    }

    /// How members are there, as far as somebody may know it. Reads the store.
    public List<Sighting> sightings(Collection<MemberId> members, MemberId to) {
        return members.stream().distinct().map(member -> sighting(member, to)).toList();
    }

    private Sighting sighting(MemberId member, MemberId to) {
        if (!rules.isShown(member, to)) {
            return Sighting.unknown(member);
        }
        String away = "";
        synchronized (this) {
            Map<Connection, @Nullable String> all = here.get(member);
            if (all != null) {
                for (String words : all.values()) {
                    if (words == null) {
                        return new Sighting(member, Sighting.State.ONLINE, "", 0);
                    }
                    away = words;
                }
                return new Sighting(member, Sighting.State.AWAY, away, 0);
            }
        }
        return new Sighting(member, Sighting.State.OFFLINE, "", rules.lastSeen(member, to));
    }

    private void run() {
        try {
            while (true) {
                awaitNews();
                tell();
                Thread.sleep(APART);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void awaitNews() throws InterruptedException {
        while (waiting.isEmpty()) {
            wait();
        }
    }

    /// Tells each connection for which something is waiting a first part of it.
    void tell() {
        takeNews().forEach(this::tellOrSayWhyNot);
    }

    /// One that can't be told keeps nobody else from being told.
    private void tellOrSayWhyNot(News news) {
        try {
            tell(news);
        } catch (RejectedExecutionException e) {
            // The event loops have ended, and all connections with them.
        } catch (RuntimeException e) {
            failed.accept(e);
        }
    }

    private void tell(News news) {
        Connection connection = news.watch().connection;
        List<Sighting> now = told(news.watch(), sightings(news.members(), connection.member()));
        if (!now.isEmpty()) {
            connection.hint(Frames.encode(new ServerFrame.Told(new Push.Sightings(now))));
        }
    }

    private synchronized List<Sighting> told(Watch watch, List<Sighting> now) {
        return now.stream().filter(watch::takes).toList();
    }

    /// For a connection whose line is slow it waits, and becomes no more by that.
    private synchronized List<News> takeNews() {
        List<News> all = new ArrayList<>();
        Iterator<Watch> each = waiting.iterator();
        while (each.hasNext()) {
            Watch watch = each.next();
            if (watch.begun && !watch.connection.isCongested()) {
                List<MemberId> some = watch.changed.stream().limit(Limits.SIGHTINGS).toList();
                some.forEach(watch.changed::remove);
                all.add(new News(watch, some));
                if (watch.changed.isEmpty()) {
                    each.remove();
                }
            }
        }
        return all;
    }
}
