package chatbois.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.client.home.Broken;
import chatbois.client.home.Home;
import chatbois.client.link.Dialer;
import chatbois.client.session.Entry;
import chatbois.client.session.Outside;
import chatbois.client.session.Said;
import chatbois.client.session.Session;
import chatbois.client.session.SessionState;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.log.LogBroken;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.protocol.Address;
import chatbois.protocol.Invite;
import chatbois.protocol.Reply.BackupList.Kept;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.name.MemberName;
import chatbois.protocol.right.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server is backed up under load, killed, and brought back elsewhere at the same address.
@Tag("fault")
class RestoreTest {
    private static final int SENDERS = 4;
    private static final int MANY = 400;

    @TempDir Path folder;
    private Program program;
    private Address address;
    private final List<Session> sessions = new ArrayList<>();
    private LogId chat;

    @BeforeEach
    void found() throws Exception {
        program =
                Program.serve(
                        List.of(),
                        List.of(
                                "--data=" + folder.resolve("data"),
                                "--name=Town",
                                "--address=127.0.0.1:7777",
                                "--recovery-out=" + folder.resolve("words"),
                                "--invite-out=" + folder.resolve("invite")));
        address = program.address();
        program.await("./chatbois join");
        join(Invite.parse(Files.readString(folder.resolve("invite"))), "owner");
        for (int i = 0; i < SENDERS; i++) {
            join(owner().makeInvite(Role.MEMBER, 1, null).get(), "sender" + (char) ('a' + i));
        }
        List<MemberId> others = sessions.stream().skip(1).map(s -> s.snapshot().me().id()).toList();
        chat = owner().makeChat(new ChatName("square"), others).get();
        for (Session session : sessions) {
            await("everybody has the chat", () -> !session.snapshot().chats().isEmpty());
        }
    }

    @AfterEach
    void close() {
        sessions.forEach(Session::close);
        program.close();
    }

    @Test
    void all_come_back_by_themselves_and_find_everything_that_was_acknowledged() throws Exception {
        Load load = new Load();
        load.awaitAcknowledged(MANY);
        load.stop();
        int acknowledged = load.acknowledged.size();
        Kept kept = owner().operations().backUp().get();
        await(
                "all have read it all",
                () -> sessions.stream().allMatch(s -> size(s) > acknowledged));
        killAndRestore(kept);
        for (Session session : sessions) {
            awaitOnline(session);
            assertThat(info(session).broken()).isNull();
            assertThat(texts(session)).containsAll(load.acknowledged);
        }
        sessions.getLast().send(chat, "it goes on", false).get();
        await("the owner reads on", () -> texts(owner()).contains("it goes on"));
    }

    @Test
    void whoever_saw_more_than_the_backup_holds_is_told_so_and_finds_the_rest() throws Exception {
        Load load = new Load();
        load.awaitAcknowledged(MANY);
        Session away = sessions.removeLast();
        List<String> before = List.copyOf(load.acknowledged);
        Kept kept = owner().operations().backUp().get();
        load.awaitAcknowledged(load.acknowledged.size() + MANY);
        killAndRestore(kept);
        load.stop();
        for (Session session : sessions) {
            awaitOnline(session);
            await("the loss is seen", () -> info(session).broken() != null);
            Broken report = Objects.requireNonNull(info(session).broken());
            assertThat(report.kind()).isIn(LogBroken.Kind.TRUNCATED, LogBroken.Kind.SPLIT);
            assertThat(report.report()).contains("went back to an old backup", "/dismiss");
            session.dismiss(chat);
            awaitOnline(session);
            await("it is taken as it is", () -> info(session).broken() == null);
            await("all is there that was acknowledged", () -> texts(session).containsAll(before));
        }
        away.close();
    }

    private void killAndRestore(Kept kept) throws Exception {
        Path backup = folder.resolve("town.backup");
        Files.copy(folder.resolve("data").resolve("backups").resolve(kept.name().value()), backup);
        program.kill();
        program.awaitExit();
        Path restored = folder.resolve("restored");
        Program.run("restore", backup.toString(), "--data", restored.toString());
        program = Program.serveAt(address, List.of("--data", restored.toString()));
        program.address();
    }

    /// Members who say one thing after the other, each as soon as the last one is acknowledged.
    private final class Load {
        final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean going = new AtomicBoolean(true);
        private final List<Thread> threads = new ArrayList<>();

        Load() {
            for (Session session : sessions.subList(1, sessions.size())) {
                threads.add(Thread.ofVirtual().start(() -> talk(session)));
            }
        }

        private void talk(Session session) {
            String name = session.snapshot().me().name().value();
            for (int i = 0; going.get(); i++) {
                String text = name + " " + i;
                try {
                    session.send(chat, text, false).get(1, TimeUnit.MINUTES);
                    acknowledged.add(text);
                } catch (Exception e) {
                    return;
                }
            }
        }

        void awaitAcknowledged(int many) {
            await("enough is said", () -> acknowledged.size() >= many);
        }

        void stop() throws InterruptedException {
            going.set(false);
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private Session owner() {
        return sessions.getFirst();
    }

    private void join(Invite invite, String name) throws Exception {
        Session session =
                Session.join(
                        new Home(folder.resolve(name)),
                        new Invite(address, invite.code(), invite.community()),
                        new MemberName(name),
                        new Outside(Dialer.overTls(), Clock.systemUTC(), new SecureRandom()),
                        () -> {});
        sessions.add(session);
        Waiting.get(session.online());
    }

    private static void awaitOnline(Session session) {
        await("a member is back", () -> session.snapshot().state() instanceof SessionState.Online);
    }

    private ChatInfo info(Session session) {
        return session.snapshot().chats().stream()
                .filter(info -> info.id().equals(chat))
                .findFirst()
                .orElseThrow();
    }

    private long size(Session session) {
        return info(session).size();
    }

    private List<String> texts(Session session) {
        List<String> texts = new ArrayList<>();
        try {
            session.read(
                    chat,
                    1,
                    (Entry entry) -> {
                        if (entry.said() instanceof Said.Text(String text)) {
                            texts.add(text);
                        }
                    });
        } catch (IOException e) {
            return List.of(); // the connection is just being made anew
        }
        return texts;
    }

    private static void await(String what, BooleanSupplier until) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Waiting.SECONDS);
        while (!until.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it didn't come to it that " + what).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }
}
