package chatbois.protocol.view;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.Bytes32;
import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.SigningKey;
import chatbois.protocol.DirectChat;
import chatbois.protocol.GroupChat;
import chatbois.protocol.Refused;
import chatbois.protocol.event.DeviceProof;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.ChatChanged;
import chatbois.protocol.event.EventBody.ChatCreated;
import chatbois.protocol.event.EventBody.ChatDeleted;
import chatbois.protocol.event.EventBody.ChatJoined;
import chatbois.protocol.event.EventBody.ChatLeft;
import chatbois.protocol.event.EventBody.ChatLinkMade;
import chatbois.protocol.event.EventBody.ChatLinkRevoked;
import chatbois.protocol.event.EventBody.ChatMade;
import chatbois.protocol.event.EventBody.ChatMemberRemoved;
import chatbois.protocol.event.EventBody.ChatRoleGiven;
import chatbois.protocol.event.EventBody.Founded;
import chatbois.protocol.event.EventBody.InvitationTakenBack;
import chatbois.protocol.event.EventBody.InviteMade;
import chatbois.protocol.event.EventBody.InviteRevoked;
import chatbois.protocol.event.EventBody.MemberInvited;
import chatbois.protocol.event.EventBody.MemberLeft;
import chatbois.protocol.event.EventBody.Message;
import chatbois.protocol.event.EventBody.MessagePinned;
import chatbois.protocol.event.EventBody.MessageUnpinned;
import chatbois.protocol.event.EventBody.RoleGiven;
import chatbois.protocol.event.EventBody.RoleMade;
import chatbois.protocol.event.EventBody.RoleRemoved;
import chatbois.protocol.event.EventBody.SettingsChanged;
import chatbois.protocol.event.EventBody.StatusSet;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.name.Emoji;
import chatbois.protocol.name.MemberName;
import chatbois.protocol.name.NameKey;
import chatbois.protocol.right.ChatRole;
import chatbois.protocol.right.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random events by random authors, most of which make no sense: they are refused and nothing else
/// happens, and what was not refused can be told again.
class HostileFoldTest {
    private static final int EVENTS = 3_000;
    private static final List<Person> PEOPLE =
            IntStream.range(0, 8).mapToObj(i -> Person.called("person " + i)).toList();
    private static final List<String> NAMES =
            List.of("anna", "Anna", "ben", "bi11", "bill", "carla", "c-3", "dora");
    private static final int[] NUMBERS = {0, 1, 2, 5, -1, 10_001, 1 << 30, 1 << 31};

    private static final LogId DIRECT =
            DirectChat.id(Town.COMMUNITY, Town.ANNA.id(), Town.BEN.id());
    private static final LogId GROUP = GroupChat.id(Town.COMMUNITY, Town.ANNA.id(), Bytes32.ZERO);

    private record Told(Header header, EventBody.InChat body) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_community_refuses_or_takes_and_never_fails(long seed) {
        Random random = new Random(seed);
        Town town = Town.founded();
        int refused = 0;
        for (int i = 0; i < EVENTS; i++) {
            town.time += random.nextInt(3);
            try {
                town.take(header(random, Town.COMMUNITY), inCommunity(random));
            } catch (Refused e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(EVENTS / 4, EVENTS - 20);
        assertNamesAreUnique(town.view);
        assertThat(Town.seen(toldAgain(town.log))).isEqualTo(Town.seen(town.view));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_chat_refuses_or_takes_and_never_fails(long seed) {
        Random random = new Random(seed);
        Town town = Town.ofThree();
        ChatView chat = new ChatView(Town.COMMUNITY, random.nextBoolean() ? DIRECT : GROUP);
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            Told next = new Told(header(random, chat.chat()), inChat(random));
            try {
                town.take(chat, next.header(), next.body());
                told.add(next);
            } catch (Refused e) {
                assertThat(e.refusal().sentence()).isNotBlank();
            }
        }
        assertThat(chat.members().size() + chat.invited().size()).isLessThanOrEqualTo(3);
        assertThat(chat.members()).noneMatch(chat.invited()::contains);
        assertThat(chat.members().isEmpty() || chat.roles().containsValue(ChatRole.OWNER)).isTrue();
        ChatView again = new ChatView(Town.COMMUNITY, chat.chat());
        told.forEach(step -> town.take(again, step.header(), step.body()));
        assertThat(Town.seen(again)).isEqualTo(Town.seen(chat));
    }

    private static CommunityView toldAgain(List<Town.Step> log) {
        CommunityView again = new CommunityView(Town.COMMUNITY, Town.SERVER.verifyKey());
        for (Town.Step step : log) {
            again.check(step.header(), step.body(), step.time());
            again.apply(step.header(), step.body(), step.time());
        }
        return again;
    }

    private static void assertNamesAreUnique(CommunityView view) {
        assertThat(view.members()).extracting(m -> NameKey.of(m.name())).doesNotHaveDuplicates();
        assertThat(view.members())
                .flatExtracting(Member::devices)
                .extracting(Device::key)
                .doesNotHaveDuplicates();
    }

    private static EventBody.InCommunity inCommunity(Random random) {
        return switch (random.nextInt(17)) {
            case 0 -> new Founded(text(random), number(random), Town.OWNER_INVITE.verifyKey());
            case 1 -> new SettingsChanged(orNull(random, text(random)), null, null);
            case 2 ->
                    new SettingsChanged(null, orNull(random, number(random)), orNull(random, true));
            case 3 -> new SettingsChanged(null, 8, false);
            case 9 -> new InviteRevoked(Person.key("i" + random.nextInt(20)).verifyKey());
            case 8 -> new RoleGiven(PEOPLE.get(random.nextInt(8)).id(), role(random));
            case 4 ->
                    new InviteMade(
                            Person.key("i" + random.nextInt(20)).verifyKey(),
                            number(random),
                            random.nextLong(-5, 5_000_000),
                            orNull(random, role(random)));
            case 10 -> new RoleMade(role(random), number(random), List.of("kick", "invite"));
            case 11 -> new RoleRemoved(role(random));
            case 12 -> onMember(random, person(random));
            case 16 -> onServer(random);
            case 13 -> random.nextBoolean() ? new MemberLeft() : new StatusSet(text(random));
            case 14, 15 -> ofDevices(random);
            case 5 -> new ChatMade(new LogId(Town.hash("c" + random.nextInt(20))));
            default ->
                    person(random)
                            .joining(
                                    Town.COMMUNITY,
                                    NAMES.get(random.nextInt(NAMES.size())),
                                    random.nextInt(3) == 0
                                            ? Town.OWNER_INVITE
                                            : Person.key("i" + random.nextInt(20)));
        };
    }

    private static EventBody.OnServer onServer(Random random) {
        return switch (random.nextInt(4)) {
            case 3 ->
                    new EventBody.FilesSet(
                            orNull(random, (long) number(random)),
                            orNull(random, (long) number(random)),
                            orNull(random, number(random)));
            case 0 ->
                    new EventBody.ShutdownPlanned(
                            number(random), random.nextBoolean(), text(random));
            case 1 -> new EventBody.ShutdownCalledOff();
            default -> new EventBody.RetentionSet(number(random));
        };
    }

    private static EventBody.InCommunity ofDevices(Random random) {
        MemberId member = person(random).id();
        SigningKey device = device(random);
        SigningKey key = wayBack(random);
        return switch (random.nextInt(3)) {
            case 0 ->
                    new EventBody.DeviceLinked(
                            device.verifyKey(),
                            text(random),
                            DeviceProof.link(device, Town.COMMUNITY, member));
            case 1 -> new EventBody.RecoverySet(key.verifyKey());
            default ->
                    new EventBody.DeviceReturned(
                            text(random),
                            key.verifyKey(),
                            DeviceProof.comeBack(key, Town.COMMUNITY, member, device.verifyKey()));
        };
    }

    private static SigningKey device(Random random) {
        return random.nextBoolean()
                ? person(random).device()
                : Person.key("d" + random.nextInt(20));
    }

    private static SigningKey wayBack(Random random) {
        return Person.key("k" + random.nextInt(10));
    }

    private static EventBody.OnMember onMember(Random random, Person who) {
        MemberId member = who.id();
        long until = random.nextLong(-5, 5_000_000);
        return switch (random.nextInt(11)) {
            case 0 -> new EventBody.MemberKicked(member, text(random));
            case 1 -> new EventBody.MemberBanned(member, until, text(random));
            case 2 -> new EventBody.MemberUnbanned(member);
            case 3 -> new EventBody.MemberMuted(member, until, text(random));
            case 4 -> new EventBody.MemberUnmuted(member);
            case 5 -> new EventBody.MemberRemoved(member, text(random));
            case 6 -> new EventBody.DeviceBanned(member, who.verifyKey(), until, text(random));
            case 7 -> new EventBody.DeviceUnbanned(member, who.verifyKey());
            case 8 -> new EventBody.DeviceRevoked(member, device(random).verifyKey());
            case 9 -> new EventBody.MemberReset(member, wayBack(random).verifyKey());
            default ->
                    new EventBody.MemberRenamed(
                            member, new MemberName(NAMES.get(random.nextInt(NAMES.size()))));
        };
    }

    private static EventBody.InChat inChat(Random random) {
        return switch (random.nextInt(19)) {
            case 15, 16 -> onMessage(random);
            case 17 ->
                    new Message(
                            text(random),
                            false,
                            orNull(random, random.nextLong(4)),
                            orNull(random, members(random)),
                            orNull(random, random.nextBoolean()));
            case 14 -> new EventBody.ChatRetentionSet(orNull(random, number(random)));
            case 4 ->
                    new ChatChanged(
                            orNull(random, new ChatName("plans")),
                            orNull(random, text(random)),
                            orNull(random, text(random)),
                            orNull(random, random.nextBoolean()),
                            orNull(random, random.nextInt(4) == 0),
                            orNull(random, number(random)));
            case 5 -> new ChatMemberRemoved(person(random).id(), orNull(random, text(random)));
            case 6 -> new ChatRoleGiven(person(random).id(), chatRole(random));
            case 7 -> new ChatLinkMade(link(random).verifyKey(), number(random), number(random));
            case 8 -> new ChatLinkRevoked(link(random).verifyKey());
            case 9 -> person(random).entering(GROUP, link(random));
            case 10 -> new MessagePinned(random.nextInt(4) - 1);
            case 11 -> new MessageUnpinned(random.nextInt(4) - 1);
            case 13 -> new InvitationTakenBack(person(random).id());
            case 12 -> random.nextInt(300) == 0 ? new ChatDeleted() : new ChatJoined();
            case 0 ->
                    new ChatCreated(
                            orNull(random, new ChatName("plans")),
                            random.nextBoolean(),
                            members(random));
            case 1 -> new MemberInvited(person(random).id());
            case 2 -> new ChatJoined();
            case 3 -> new ChatLeft();
            default -> new Message(text(random), random.nextBoolean());
        };
    }

    private static EventBody.OnMessage onMessage(Random random) {
        long seq = random.nextInt(4) - 1;
        return switch (random.nextInt(5)) {
            case 4 -> new EventBody.Described(seq, random.nextInt(14) - 2, text(random));
            case 0 -> new EventBody.MessageEdited(seq, text(random));
            case 1 -> new EventBody.MessageDeleted(seq, person(random).id());
            case 2 -> new EventBody.Reacted(seq, new Emoji("👍"));
            default -> new EventBody.ReactionWithdrawn(seq, new Emoji("👍"));
        };
    }

    private static List<MemberId> members(Random random) {
        return IntStream.range(0, random.nextInt(4)).mapToObj(_ -> person(random).id()).toList();
    }

    private static Header header(Random random, LogId log) {
        Person author = person(random);
        Person device = random.nextInt(5) == 0 ? person(random) : author;
        return random.nextInt(20) == 0
                ? Town.header(MemberId.SERVER, Town.SERVER.verifyKey(), log)
                : Town.header(author.id(), device.verifyKey(), log);
    }

    private static Person person(Random random) {
        List<Person> known = List.of(Town.ANNA, Town.BEN, Town.CARLA);
        int i = random.nextInt(PEOPLE.size() + known.size());
        return i < known.size() ? known.get(i) : PEOPLE.get(i - known.size());
    }

    private static String text(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> "";
            case 1 -> "\uD83D\u202E\n";
            case 2 -> "x".repeat(random.nextInt(40_000));
            default -> "some text";
        };
    }

    private static int number(Random random) {
        return NUMBERS[random.nextInt(NUMBERS.length)];
    }

    private static String role(Random random) {
        int which = random.nextInt(Role.BUILT_IN.size() + 1);
        return which == Role.BUILT_IN.size() ? "king" : Role.BUILT_IN.get(which).name();
    }

    private static String chatRole(Random random) {
        int which = random.nextInt(ChatRole.values().length + 1);
        return which == ChatRole.values().length ? "king" : ChatRole.values()[which].word();
    }

    private static SigningKey link(Random random) {
        return Person.key("link " + random.nextInt(4));
    }

    private static <T> @Nullable T orNull(Random random, T value) {
        return random.nextBoolean() ? value : null;
    }
}
