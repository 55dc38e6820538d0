package chatbois.app.member;

import static chatbois.protocol.Refusal.refused;

import chatbois.client.Communities;
import chatbois.client.Communities.Found;
import chatbois.client.home.Home;
import chatbois.client.home.Profile;
import chatbois.client.session.Outside;
import chatbois.client.session.Session;
import chatbois.client.session.SessionState;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.name.MemberName;
import chatbois.protocol.view.Member;
import chatbois.terminal.text.SafeText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One command's time with the member's communities: finds what it names, waits for the server, and
/// hangs up at the end.
final class Visit implements AutoCloseable {
    private static final long CONNECT_SECONDS = 20;
    private static final long ANSWER_SECONDS = 60;

    private final Communities communities;

    private Visit(Communities communities) {
        this.communities = communities;
    }

    static Visit begin() {
        return new Visit(new Communities(home(), Outside.real(), () -> {}));
    }

    static Home home() {
        return new Home(Home.place(System.getenv()));
    }

    Communities communities() {
        return communities;
    }

    /// The session of the community that is meant, connected; with only one community, that one.
    ///
    /// @param named a community's name or the beginning of its id
    Session session(@Nullable String named) throws IOException {
        List<Profile> saved = communities.saved();
        tellProblems(saved.isEmpty());
        List<Profile> meant = saved.stream().filter(p -> isMeant(p, named)).toList();
        if (meant.size() == 1) {
            return connected(communities.open(meant.getFirst().community()));
        }
        String all = saved.stream().map(Profile::name).collect(Collectors.joining(", "));
        throw new IOException(
                meant.isEmpty()
                        ? "You are in no community called " + named + ", only in: " + all
                        : "You are in several communities; name one with --community: " + all);
    }

    /// The sessions that are meant, each connected.
    List<Session> sessions(@Nullable String named) throws IOException {
        if (named != null) {
            return List.of(session(named));
        }
        List<Session> all = communities.openAll();
        tellProblems(all.isEmpty());
        for (Session session : all) {
            connected(session);
        }
        return all;
    }

    /// Communities with damaged files are left out, but not in silence.
    private void tellProblems(boolean nothingLeft) throws IOException {
        List<String> problems = communities.problems();
        if (nothingLeft) {
            throw new IOException(
                    problems.isEmpty()
                            ? "You are in no community yet; use: ./chatbois join INVITE"
                            : String.join("\n", problems));
        }
        problems.forEach(problem -> System.err.println("chatbois: " + SafeText.line(problem)));
    }

    private static boolean isMeant(Profile profile, @Nullable String named) {
        return named == null
                || profile.name().toLowerCase(Locale.ROOT).equals(named.toLowerCase(Locale.ROOT))
                || profile.community().toString().equals(named);
    }

    /// The chat that is meant: by its name, its id, or `@NAME` for the direct chat with a member.
    Found chat(@Nullable String community, String named) throws IOException {
        if (named.startsWith("@")) {
            Session session = session(community);
            Member other = member(session, named.substring(1));
            LogId chat = await(session.direct(other.id()));
            return new Found(session, info(session, chat));
        }
        for (Session session : sessions(community)) {
            for (ChatInfo chat : session.snapshot().chats()) {
                if (chat.id().toString().equals(named)) {
                    return new Found(session, chat);
                }
            }
        }
        return communities.chatNamed(named.startsWith("#") ? named.substring(1) : named);
    }

    /// The members with these names.
    static List<MemberId> members(Session session, List<String> names) {
        return names.stream().map(name -> member(session, name).id()).toList();
    }

    private static Member member(Session session, String name) {
        String plain = name.startsWith("@") ? name.substring(1) : name;
        return session.memberNamed(MemberName.parse(plain))
                .orElseThrow(() ->
                        refused(
                                Code.NO_SUCH_MEMBER,
                                "Nobody in "
                                        + session.snapshot().name()
                                        + " is called "
                                        + plain
                                        + "."));
    }

    private static ChatInfo info(Session session, LogId chat) {
        return session.snapshot().chats().stream()
                .filter(info -> info.id().equals(chat))
                .findFirst()
                .orElseThrow(() -> refused(Code.NO_SUCH_CHAT, "You are in no such chat."));
    }

    /// Tells whose device this machine has become.
    static void tellWhose(Session session) {
        System.err.println(
                SafeText.line(
                        "This is a device of %s in %s now."
                                .formatted(
                                        session.snapshot().me().name().value(),
                                        session.snapshot().name())));
    }

    private static Session connected(Session session) throws IOException {
        try {
            await(session.online(), CONNECT_SECONDS);
        } catch (TimeoutException e) {
            throw new IOException(
                    session.snapshot().name()
                            + " can't be reached"
                            + reason(session.snapshot().state()),
                    e);
        }
        return session;
    }

    private static String reason(SessionState state) {
        return switch (state) {
            case SessionState.Waiting waiting -> ": " + waiting.why();
            case SessionState.Stopped stopped -> ": " + stopped.why();
            case SessionState.Connecting _, SessionState.Online _ -> ". Is its server running?";
        };
    }

    /// Waits for an answer; fails as the future does.
    static <T> T await(CompletableFuture<T> answer) throws IOException {
        try {
            return await(answer, ANSWER_SECONDS);
        } catch (TimeoutException e) {
            throw new IOException(
                    "The server did not answer in time; whether it took this is not known.", e);
        }
    }

    /// The same for what takes as long as it takes.
    static <T> T awaitLong(CompletableFuture<T> answer) throws IOException {
        try {
            return await(answer, Long.MAX_VALUE);
        } catch (TimeoutException e) {
            throw new IOException("That took for ever.", e);
        }
    }

    private static <T> T await(CompletableFuture<T> answer, long seconds)
            throws IOException, TimeoutException {
        try {
            return answer.get(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case null, default -> throw new IOException(e.getMessage(), e);
            }
        }
    }

    @Override
    public void close() {
        communities.close();
    }
}
