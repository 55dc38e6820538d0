package chatbois.bench;

import chatbois.client.Communities;
import chatbois.client.home.Home;
import chatbois.client.session.Outside;
import chatbois.client.session.Session;
import chatbois.log.Content;
import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.SignedEvent;
import chatbois.log.SigningKey;
import chatbois.log.TreeHead;
import chatbois.protocol.Address;
import chatbois.protocol.Frames;
import chatbois.protocol.Invite;
import chatbois.protocol.event.EventBody.Message;
import chatbois.protocol.event.Kind;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.name.MemberName;
import chatbois.server.Foundation;
import chatbois.server.FoundingPlan;
import chatbois.server.Server;
import chatbois.server.ServerSettings;
import chatbois.server.community.Ledger;
import chatbois.server.journal.Journal;
import chatbois.server.store.LogRow;
import chatbois.server.store.Store;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;

/// A community on disk with one member and one chat, which can be filled with messages faster than
/// a person can type them: written as the server's writer writes them, signed by the member's
/// device.
final class Scene {
    private static final int BATCH = 2_000;
    private static final List<String> WORDS =
            List.of(
                    "bread",
                    "lake",
                    "on",
                    "Saturday",
                    "who",
                    "brings",
                    "the",
                    "a",
                    "tent",
                    "and",
                    "we",
                    "leave",
                    "at",
                    "eight",
                    "it",
                    "rains",
                    "again",
                    "never",
                    "mind",
                    "cold",
                    "water",
                    "is",
                    "fine",
                    "ask",
                    "ben",
                    "about",
                    "maps",
                    "or",
                    "take",
                    "mine");

    private final Path directory;
    private final Address address;
    private final SecureRandom random = new SecureRandom();
    private final LogId chat;

    private Scene(Path directory, Address address, LogId chat) {
        this.directory = directory;
        this.address = address;
        this.chat = chat;
    }

    static Scene set(Path directory) throws Exception {
        Address address = new Address("127.0.0.1", freePort());
        SecureRandom random = new SecureRandom();
        Clock clock = Clock.systemUTC();
        Foundation foundation = Foundation.open(directory.resolve("server"));
        foundation.found(
                new FoundingPlan("Bench", address, 10), SigningKey.generate(random), random, clock);
        Journal silent = new Journal(new PrintStream(OutputStream.nullOutputStream()), clock);
        try (Server _ = foundation.start(new ServerSettings(address, 0), silent, clock);
                Communities communities =
                        new Communities(
                                new Home(directory.resolve("member")), Outside.real(), () -> {})) {
            Session session =
                    communities.join(
                            Invite.parse(foundation.ownerInvite().orElseThrow()),
                            MemberName.parse("writer"));
            session.online().get();
            LogId chat = session.makeChat(ChatName.parse("million"), List.of()).get();
            return new Scene(directory, address, chat);
        }
    }

    Path server() {
        return directory.resolve("server");
    }

    Path member() {
        return directory.resolve("member");
    }

    Address address() {
        return address;
    }

    LogId chat() {
        return chat;
    }

    LogId community() {
        try (Store store = Store.open(server())) {
            return store.read(reader -> reader.logs().getFirst().log());
        }
    }

    SigningKey device() throws IOException {
        return new Home(member()).folder(community()).needKey();
    }

    /// The header of the event with which the member made the chat.
    Header firstHeader() {
        try (Store store = Store.open(server())) {
            return store.read(reader ->
                    reader.events(reader.log(chat).orElseThrow(), 1, 1, 1_000).getFirst().header());
        }
    }

    /// Adds messages until the chat has that many events.
    void fillTo(long size) throws IOException {
        try (Store store = Store.open(server())) {
            LogRow row = store.read(reader -> reader.log(chat)).orElseThrow();
            SigningKey device = device();
            Header first =
                    store.read(reader -> reader.events(row, 1, 1, 1_000)).getFirst().header();
            Ledger ledger =
                    new Ledger(store.transaction(), community(), serverKey(), Clock.systemUTC());
            long number = store.read(reader -> reader.lastAuthorSeq(row, device.verifyKey()));
            for (long seq = row.size() + 1; seq <= size; seq++) {
                ledger.append(message(first, device, ++number));
                if (seq % BATCH == 0 || seq == size) {
                    ledger.commit();
                }
            }
        }
    }

    SignedEvent message(Header like, SigningKey device, long number) {
        Message said = new Message(text(number), /* action= */ false);
        Content content = Content.salted(Frames.encodeBody(said), random);
        Header header =
                new Header(
                        chat,
                        like.author(),
                        device.verifyKey(),
                        number,
                        TreeHead.EMPTY,
                        System.currentTimeMillis(),
                        Kind.MESSAGE.code(),
                        content.commitment());
        return SignedEvent.sign(header, content, device);
    }

    /// About as long as people's messages mostly are, no two alike, always the same ones.
    static String text(long number) {
        SplittableRandom random = new SplittableRandom(number);
        StringBuilder text = new StringBuilder("Message number " + number + ":");
        for (int i = 0; i < 9; i++) {
            text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return text.toString();
    }

    /// The server's key, as it lies on disk under a line that explains it.
    SigningKey serverKey() throws IOException {
        String seed = Files.readAllLines(server().resolve("server.key")).getLast();
        return SigningKey.ofSeed(Base64.getUrlDecoder().decode(seed));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
