package chatbois.protocol.view;

import static chatbois.protocol.view.Town.ANNA;
import static chatbois.protocol.view.Town.BEN;
import static chatbois.protocol.view.Town.CARLA;
import static chatbois.protocol.view.Town.COMMUNITY;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.MemberId;
import chatbois.log.SigningKey;
import chatbois.log.VerifyKey;
import chatbois.protocol.Refused;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.DeviceLinked;
import chatbois.protocol.event.EventBody.DeviceReturned;
import chatbois.protocol.event.EventBody.DeviceRevoked;
import chatbois.protocol.event.EventBody.MemberLeft;
import chatbois.protocol.event.EventBody.MemberRemoved;
import chatbois.protocol.event.EventBody.MemberReset;
import chatbois.protocol.event.EventBody.RecoverySet;
import chatbois.protocol.event.EventBody.RoleGiven;
import chatbois.protocol.event.EventBody.StatusSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Devices are linked, revoked and come back, members are reset, removed and leave, in any order
/// and by anybody: beside a simple model that knows only whose each device is.
class DeviceWalkTest {
    private static final int STEPS = 600;
    private static final List<MemberId> MEMBERS =
            Stream.of(ANNA, BEN, CARLA).map(Person::id).toList();
    private static final List<SigningKey> DEVICES =
            Stream.concat(
                            Stream.of(ANNA, BEN, CARLA).map(Person::device),
                            Stream.iterate(0, i -> i < 120, i -> i + 1)
                                    .map(i -> Person.key("device " + i)))
                    .toList();

    private final Map<VerifyKey, MemberId> live = new HashMap<>();
    private final Map<VerifyKey, MemberId> everOwned = new HashMap<>();
    private final Set<MemberId> gone = new HashSet<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void every_device_belongs_to_one_member_and_nobody_gone_or_reset_has_one(long seed) {
        Random random = new Random(seed);
        Town town = Town.ofThree();
        Stream.of(ANNA, BEN, CARLA).forEach(who -> add(who.verifyKey(), who.id()));
        town.take(ANNA, new RoleGiven(BEN.id(), "admin"));
        int taken = 0;
        for (int i = 0; i < STEPS; i++) {
            town.time += random.nextInt(3);
            Person who = person(random);
            EventBody.InCommunity body = body(random, who);
            try {
                town.take(who, body);
            } catch (Refused e) {
                continue;
            }
            taken++;
            follow(who, body);
            assertAsInModel(town.view);
        }
        assertThat(taken).isGreaterThan(20);
        CommunityView again = new CommunityView(COMMUNITY, Town.SERVER.verifyKey());
        for (Town.Step step : town.log) {
            again.check(step.header(), step.body(), step.time());
            again.apply(step.header(), step.body(), step.time());
        }
        assertThat(Town.seen(again)).isEqualTo(Town.seen(town.view));
    }

    /// Mostly somebody with a device that speaks for them.
    private Person person(Random random) {
        SigningKey device = DEVICES.get(random.nextInt(DEVICES.size()));
        for (int i = 0; i < 100 && random.nextInt(20) > 0; i++) {
            MemberId owner = live.get(device.verifyKey());
            if (owner != null) {
                return new Person(owner, device);
            }
            device = DEVICES.get(random.nextInt(DEVICES.size()));
        }
        return new Person(member(random), device);
    }

    private void add(VerifyKey device, MemberId member) {
        live.put(device, member);
        assertThat(everOwned.put(device, member)).as("owner before").isNull();
    }

    /// What the model makes of an event that was taken. Whoever wrote it spoke with a live device,
    /// or came back with a new one.
    private void follow(Person who, EventBody.InCommunity body) {
        if (!(body instanceof DeviceReturned)) {
            assertThat(live.get(who.verifyKey())).isEqualTo(who.id());
        }
        switch (body) {
            case DeviceLinked linked -> add(linked.device(), who.id());
            case DeviceReturned _ -> add(who.verifyKey(), who.id());
            case DeviceRevoked revoked -> live.remove(revoked.device());
            case MemberReset reset -> live.values().removeIf(reset.member()::equals);
            case MemberRemoved removed -> leave(removed.member());
            case MemberLeft _ -> leave(who.id());
            case EventBody.InCommunity _ -> {}
        }
    }

    private void leave(MemberId member) {
        gone.add(member);
        live.values().removeIf(member::equals);
    }

    private void assertAsInModel(CommunityView view) {
        for (MemberId id : MEMBERS) {
            Member member = view.everMember(id).orElseThrow();
            assertThat(member.gone()).isEqualTo(gone.contains(id));
            Set<VerifyKey> expected = new HashSet<>(live.keySet());
            expected.removeIf(device -> !id.equals(live.get(device)));
            assertThat(member.liveDevices())
                    .extracting(Device::key)
                    .containsExactlyInAnyOrderElementsOf(expected);
            expected.forEach(device ->
                    assertThat(view.memberWithDevice(device)).map(Member::id).contains(id));
        }
        assertThat(gone).doesNotContain(ANNA.id());
    }

    private static EventBody.InCommunity body(Random random, Person who) {
        SigningKey device = DEVICES.get(random.nextInt(DEVICES.size()));
        SigningKey key = Person.key("way back " + random.nextInt(6));
        int which = random.nextInt(1_000);
        if (which < 4) {
            return which < 2 ? new MemberRemoved(member(random), "") : new MemberLeft();
        }
        return switch (which % 10) {
            case 0 -> new StatusSet("here");
            case 1 -> new MemberReset(member(random), key.verifyKey());
            case 2 -> new RecoverySet(key.verifyKey());
            case 3, 4, 5 -> DevicesTest.returned(who.id(), key, who.device());
            case 6, 7 -> DevicesTest.linked(who.id(), device, "device");
            default -> new DeviceRevoked(member(random), device.verifyKey());
        };
    }

    private static MemberId member(Random random) {
        return MEMBERS.get(random.nextInt(MEMBERS.size()));
    }
}
