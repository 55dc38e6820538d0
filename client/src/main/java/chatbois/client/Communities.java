package chatbois.client;

import static chatbois.protocol.Refusal.refused;

import chatbois.client.home.CorruptFile;
import chatbois.client.home.Home;
import chatbois.client.home.Profile;
import chatbois.client.link.Untrusted;
import chatbois.client.pairing.PairingCode;
import chatbois.client.pairing.PairingFailed;
import chatbois.client.session.Outside;
import chatbois.client.session.Session;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.log.LogId;
import chatbois.log.SigningKey;
import chatbois.protocol.Address;
import chatbois.protocol.Invite;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.name.MemberName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All communities of one member on this machine, several of them connected at once. Safe for any
/// thread.
public final class Communities implements AutoCloseable {
    private final Home home;
    private final Outside outside;
    private final Runnable listener;

    /// By the community's id, so that the order is the same every time.
    private final Map<String, Session> sessions = new ConcurrentSkipListMap<>();

    private final Map<LogId, String> problems = new ConcurrentHashMap<>();

    /// @param listener is told that something has changed in some session: often, by any thread
    public Communities(Home home, Outside outside, Runnable listener) {
        this.home = home;
        this.outside = outside;
        this.listener = listener;
    }

    /// Where they are saved.
    public Home home() {
        return home;
    }

    /// A chat of one of the communities.
    public record Found(Session session, ChatInfo chat) {}

    /// The memberships that are saved here, those of unfinished joins too; one whose files are
    /// damaged is left out and told as a problem.
    public List<Profile> saved() throws IOException {
        List<Profile> saved = new ArrayList<>();
        for (LogId community : home.communities()) {
            try {
                home.folder(community).profile().ifPresent(saved::add);
            } catch (CorruptFile e) {
                problems.put(community, String.valueOf(e.getMessage()));
            }
        }
        return saved;
    }

    /// What is wrong with the files of communities that are left out, in sentences.
    public List<String> problems() {
        return List.copyOf(problems.values());
    }

    /// Opens a saved community, or gives the session that is open.
    public synchronized Session open(LogId community) throws IOException {
        Session open = sessions.get(community.toString());
        if (open != null) {
            return open;
        }
        Session opened = Session.open(home.folder(community), outside, listener);
        sessions.put(community.toString(), opened);
        return opened;
    }

    /// Opens all that are saved, but those with damaged files.
    public List<Session> openAll() throws IOException {
        for (Profile profile : saved()) {
            try {
                open(profile.community());
            } catch (CorruptFile e) {
                problems.put(profile.community(), String.valueOf(e.getMessage()));
            }
        }
        return sessions();
    }

    /// Becomes a member of one more; waits until the server has taken the member in.
    public Session join(Invite invite, MemberName name) throws IOException, Untrusted {
        return opened(Session.join(home, invite, name, outside, listener));
    }

    private Session opened(Session now) {
        Session before = sessions.put(now.community().toString(), now);
        if (before != null) {
            before.close();
        }
        return now;
    }

    /// Becomes one more device of a member; waits until that is done.
    public Session link(Address address, PairingCode code, String label)
            throws IOException, Untrusted, PairingFailed {
        return opened(Session.link(home, address, code, label, outside, listener));
    }

    /// Comes back as a member by the line of a reset.
    public Session comeBack(Invite line) throws IOException, Untrusted {
        return comeBack(line.address(), line.community(), line.code().key());
    }

    /// Comes back as a member with a new device; waits until that is done.
    public Session comeBack(Address address, LogId community, SigningKey key)
            throws IOException, Untrusted {
        return opened(Session.comeBack(home, address, community, key, outside, listener));
    }

    /// Those that are open.
    public List<Session> sessions() {
        return List.copyOf(sessions.values());
    }

    public Optional<Session> session(LogId community) {
        return Optional.ofNullable(sessions.get(community.toString()));
    }

    /// Unread messages in all of them.
    public int unread() {
        return sessions().stream().mapToInt(session -> session.snapshot().unread()).sum();
    }

    /// The one chat with that title, whatever its case and with or without `#`, or with that id;
    /// refuses when there is none, or more than one.
    public Found chatNamed(String title) {
        return chatNamed(title, null);
    }

    /// The one that is meant from there: chats of that community come before others, and those
    /// called exactly so before those in another case.
    ///
    /// @param title with the sign in front or without
    public Found chatNamed(String title, @Nullable LogId from) {
        List<Found> found = called(title);
        found = preferred(found, each -> each.session().community().equals(from));
        found = preferred(found, each -> title.startsWith("@") == each.chat().direct());
        found = preferred(found, each -> bare(title).equals(each.chat().title()));
        found = preferred(found, each -> each.chat().title().startsWith(bare(title)));
        if (found.isEmpty()) {
            throw refused(Code.NO_SUCH_CHAT, "You are in no chat called " + title + ".");
        }
        if (found.size() > 1) {
            throw refused(Code.TOO_MANY, several(title, found));
        }
        return found.getFirst();
    }

    private static List<Found> preferred(List<Found> found, Predicate<Found> better) {
        List<Found> best = found.stream().filter(better).toList();
        return best.isEmpty() ? found : best;
    }

    private static String several(String title, List<Found> found) {
        return "%d of your chats are called %s; say which one: %s."
                .formatted(
                        found.size(),
                        title,
                        found.stream().map(Communities::name).collect(Collectors.joining(", ")));
    }

    private List<Found> called(String title) {
        List<Found> found = new ArrayList<>();
        for (Session session : sessions()) {
            for (ChatInfo chat : session.snapshot().chats()) {
                if (chat.isCalled(bare(title)) || chat.id().toString().equals(title)) {
                    found.add(new Found(session, chat));
                }
            }
        }
        return found;
    }

    private static String name(Found found) {
        return found.chat().title() + " in " + found.session().snapshot().name();
    }

    private static String bare(String title) {
        return title.startsWith("#") || title.startsWith("@") ? title.substring(1) : title;
    }

    /// Ends all connections and saves what was seen.
    @Override
    public void close() {
        sessions().forEach(Session::close);
        sessions.clear();
    }
}
