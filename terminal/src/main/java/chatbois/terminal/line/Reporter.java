package chatbois.terminal.line;

import chatbois.client.Communities;
import chatbois.client.session.Notice;
import chatbois.client.session.Session;
import chatbois.client.session.SessionState;
import chatbois.client.session.Snapshot;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.client.session.Snapshot.InvitationInfo;
import chatbois.log.LogId;
import chatbois.terminal.command.Spot;
import chatbois.terminal.setting.ConfigFile;
import chatbois.terminal.setting.Setting;
import chatbois.terminal.setting.TimeOfDay;
import java.io.PrintStream;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells in words what changes in the communities, each thing once. For one thread.
final class Reporter {
    private final Communities communities;
    private final Listeners listeners;
    private final ConfigFile config;
    private final PrintStream out;
    private final ZoneId zone;
    private final Map<LogId, SessionState> told = new HashMap<>();
    private final Map<LogId, Long> noticed = new HashMap<>();
    private final Set<LogId> invited = new HashSet<>();
    private final Set<LogId> greeted = new HashSet<>();
    private final Set<LogId> met = new HashSet<>();

    /// Chats that came in while the member was elsewhere, with their last messages, and where the
    /// member was not since.
    private final Set<LogId> introduced = new HashSet<>();

    Reporter(
            Communities communities,
            Listeners listeners,
            ConfigFile config,
            PrintStream out,
            ZoneId zone) {
        this.config = config;
        this.communities = communities;
        this.listeners = listeners;
        this.out = out;
        this.zone = zone;
    }

    /// Names communities only while there are several.
    Wording wording() {
        TimeOfDay clock = TimeOfDay.of(config.now().settings());
        boolean numbers = config.now().settings().isOn(Setting.PLAIN_NUMBERS);
        return new Wording(zone, clock, numbers, communities.sessions().size() > 1);
    }

    private int lastEntries() {
        return config.now().settings().number(Setting.PLAIN_ENTRIES);
    }

    /// Whether all is known that will be known soon.
    boolean isSettled() {
        return communities.sessions().stream()
                .map(session -> session.snapshot().state())
                .allMatch(
                        s -> s instanceof SessionState.Online || s instanceof SessionState.Stopped);
    }

    /// The chat with the newest event.
    Optional<Spot> newestChat() {
        return communities.sessions().stream()
                .flatMap(session ->
                        session.snapshot().chats().stream()
                                .max(Comparator.comparingLong(ChatInfo::lastTime))
                                .map(chat ->
                                        Map.entry(chat.lastTime(), new Spot(session, chat.id())))
                                .stream())
                .max(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue);
    }

    void report() {
        communities.sessions().forEach(session -> report(session.snapshot()));
    }

    private void report(Snapshot community) {
        state(community);
        for (Notice notice : community.notices()) {
            if (notice.number() > noticed.getOrDefault(community.community(), 0L)) {
                noticed.put(community.community(), notice.number());
                out.println(Wording.line(community.name() + ": " + notice.sentence()));
            }
        }
        for (InvitationInfo invitation : community.invitations()) {
            if (invited.add(invitation.chat())) {
                out.println(wording().invitation(community, invitation));
            }
        }
    }

    /// Not every try to connect, only what came of it; the first time also what is unread.
    private void state(Snapshot community) {
        SessionState now = community.state();
        SessionState before = told.get(community.community());
        boolean same = before != null && before.getClass().equals(now.getClass());
        if (same || now instanceof SessionState.Connecting || now.equals(SessionState.CLOSED)) {
            return;
        }
        told.put(community.community(), now);
        out.println(wording().state(community));
        if (now instanceof SessionState.Online && greeted.add(community.community())) {
            out.println(wording().unread(community));
        }
    }

    /// Listens to all chats: where the member is, and where they came in now, from a few entries
    /// before the end.
    void listen(Spot here) {
        for (Session session : communities.sessions()) {
            Snapshot community = session.snapshot();
            if (!(community.state() instanceof SessionState.Online)) {
                continue;
            }
            boolean first = met.add(community.community());
            for (ChatInfo chat : community.chats()) {
                if (!listeners.listenTo(chat.id())) {
                    boolean fromNow = first && !chat.id().equals(here.chat());
                    long before = fromNow ? 0 : lastEntries();
                    if (!fromNow && !chat.id().equals(here.chat())) {
                        introduced.add(chat.id());
                    }
                    listeners.listen(session, chat.id(), Math.max(chat.size() + 1 - before, 1));
                }
            }
        }
    }

    void heard(LogId chat, long event) {
        listeners.heard(chat, event);
    }

    /// The chats of which something is still to be told, and up to which event.
    Map<Spot, Long> unheard() {
        Map<Spot, Long> unheard = new HashMap<>();
        for (Session session : communities.sessions()) {
            for (ChatInfo chat : session.snapshot().chats()) {
                if (listeners.areBehind(chat.id(), chat.size())) {
                    unheard.put(new Spot(session, chat.id()), chat.size());
                }
            }
        }
        return unheard;
    }

    /// Says where the member is now and tells the last messages there, which are those that were
    /// not read, or some. Gives up to which event there is something to be heard.
    long arrived(Spot here) {
        ChatInfo chat = here.info().orElse(null);
        Snapshot community = here.session().snapshot();
        if (chat == null) {
            out.println(Wording.line("now in " + community.name() + ", in no chat."));
            return 0;
        }
        String unread = chat.unread() == 0 ? "." : ", " + chat.unread() + " unread:";
        out.println("now in " + wording().chat(community, chat) + unread);
        if (!listeners.listenTo(chat.id())) {
            return chat.size();
        }
        long from = Math.max(chat.size() + 1 - lastEntries(), 1);
        if (introduced.remove(chat.id()) || from > chat.size()) {
            return 0;
        }
        listeners.repeat(here.session(), chat.id(), from, chat.size());
        return chat.size();
    }
}
