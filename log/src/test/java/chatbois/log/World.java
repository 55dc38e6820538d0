package chatbois.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A server with one log, and the devices that write in it. What it shows is what it has; to lie,
/// make another world over other events: the same server signs that too.
final class World {
    static final SigningKey SERVER = key("server");
    static final SigningKey ANNA = key("anna");
    static final SigningKey BEN = key("ben");
    static final SigningKey CARLA = key("carla");
    static final LogId LOG = new LogId(Sha256.of(bytes("the log")));
    static final long EPOCH = 1;

    private final List<Event> events = new ArrayList<>();
    private final Map<SigningKey, Long> numbers = new HashMap<>();

    /// Twelve events by three devices; each but Carla's first had seen all that was before it.
    static World ofTwelve() {
        World world = new World();
        world.say(ANNA).say(BEN).say(ANNA).say(ANNA).say(BEN).say(CARLA, TreeHead.EMPTY);
        return world.say(ANNA).say(BEN).say(CARLA).say(BEN).say(ANNA).say(ANNA);
    }

    static World ofTwo() {
        return new World().say(ANNA).say(BEN);
    }

    static World over(List<Event> events) {
        World world = new World();
        world.events.addAll(events);
        return world;
    }

    /// The signed events given, placed anew one after the other.
    static World placing(List<SignedEvent> signed) {
        World world = new World();
        signed.forEach(world::place);
        return world;
    }

    World copy() {
        World copy = over(events);
        copy.numbers.putAll(numbers);
        return copy;
    }

    World say(SigningKey device) {
        return say(device, head(size()));
    }

    World say(SigningKey device, TreeHead seen) {
        return place(sign(device, numbers.merge(device, 1L, Long::sum), seen));
    }

    World place(SignedEvent signed) {
        events.add(new Event(size() + 1, 1_000_000 + 7 * size(), signed));
        return this;
    }

    static SignedEvent sign(SigningKey device, long number, TreeHead seen) {
        Content content =
                new Content(
                        Arrays.copyOf(Sha256.of(device.seed(), bytes("" + number)).bytes(), 16),
                        bytes("what " + device.verifyKey() + " says as number " + number));
        return SignedEvent.sign(header(device, number, seen, content), content, device);
    }

    static Header header(SigningKey device, long number, TreeHead seen, Content content) {
        return new Header(
                LOG,
                new MemberId(new UUID(7, device.verifyKey().value().a())),
                device.verifyKey(),
                number,
                seen,
                999_000 + number,
                36,
                content.commitment());
    }

    int size() {
        return events.size();
    }

    /// Counted from 1, as in the log.
    Event event(int seq) {
        return events.get(seq - 1);
    }

    List<Event> events(int first, int last) {
        return List.copyOf(events.subList(first - 1, last));
    }

    List<SignedEvent> signed() {
        return new ArrayList<>(events.stream().map(Event::signed).toList());
    }

    TreeHead head(int size) {
        return Merkle.head(size, tree());
    }

    SignedHead signedHead(int size) {
        return SignedHead.sign(LOG, EPOCH, head(size), SERVER);
    }

    /// What the server answers to a reader who pinned so much and wants to read after `after`.
    Follower.Offer offer(long pinned, int after) {
        return new Follower.Offer(
                signedHead(size()),
                Merkle.consistency(Math.min(pinned, size()), size(), tree()),
                Frontier.at(after, tree()),
                Merkle.consistency(after, size(), tree()));
    }

    /// Events with what proves them against the head at `size`.
    LogPage page(int first, int last, int size) {
        return new LogPage(
                Frontier.at(first - 1, tree()),
                events(first, last),
                Merkle.consistency(last, size, tree()));
    }

    static Follower newFollower() {
        return new Follower(LOG, SERVER.verifyKey(), EPOCH, Frontier.EMPTY);
    }

    /// A reader who read the first events live, one by one.
    Follower reader(int upTo) throws LogBroken {
        Follower reader = newFollower();
        for (int seq = 1; seq <= upTo; seq++) {
            reader.accept(events(seq, seq), signedHead(seq));
        }
        return reader;
    }

    /// A reader who comes back with what was pinned.
    Follower restarted(Pin pin, int after) throws LogBroken {
        return Follower.start(
                LOG, SERVER.verifyKey(), EPOCH, pin, offer(pin.newest().size(), after));
    }

    static SigningKey key(String name) {
        return SigningKey.ofSeed(Sha256.of(bytes(name)).bytes());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Subtrees tree() {
        return new MemoryTree(events.stream().map(Event::leaf).toList());
    }
}
