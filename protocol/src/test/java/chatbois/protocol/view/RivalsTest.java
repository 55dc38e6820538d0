package chatbois.protocol.view;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.MemberId;
import chatbois.protocol.Refused;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.MemberBanned;
import chatbois.protocol.event.EventBody.MemberKicked;
import chatbois.protocol.event.EventBody.MemberLeft;
import chatbois.protocol.event.EventBody.MemberMuted;
import chatbois.protocol.event.EventBody.MemberRemoved;
import chatbois.protocol.event.EventBody.MemberUnbanned;
import chatbois.protocol.event.EventBody.MemberUnmuted;
import chatbois.protocol.event.EventBody.RoleGiven;
import chatbois.protocol.right.Permission;
import chatbois.protocol.right.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Several with power act against each other, in random order: what is taken and what is refused is
/// what a model says that knows the rules and nothing else, and what follows is what it says.
class RivalsTest {
    private static final int ACTS = 3_000;
    private static final List<Person> PEOPLE =
            IntStream.range(0, 6).mapToObj(i -> Person.called("rival " + i)).toList();

    /// The rules, written down once more as simply as they go.
    private static final class Model {
        final Map<MemberId, Role> roles = new HashMap<>();
        final Set<MemberId> banned = new HashSet<>();
        final Set<MemberId> muted = new HashSet<>();

        /// Does it, if it is allowed.
        boolean act(MemberId who, EventBody.InCommunity body) {
            if (!isAllowed(who, body)) {
                return false;
            }
            switch (body) {
                case RoleGiven(MemberId whom, String role) ->
                        roles.put(whom, Role.named(role).orElseThrow());
                case MemberBanned banning -> banned.add(banning.member());
                case MemberUnbanned(MemberId whom) -> banned.remove(whom);
                case MemberMuted muting -> muted.add(muting.member());
                case MemberUnmuted(MemberId whom) -> muted.remove(whom);
                case MemberRemoved(MemberId whom, _) -> roles.remove(whom);
                case MemberLeft _ -> roles.remove(who);
                default -> {}
            }
            return true;
        }

        private boolean isAllowed(MemberId who, EventBody.InCommunity body) {
            Role mine = roles.get(who);
            if (mine == null) {
                return false;
            }
            if (body instanceof MemberLeft) {
                return !isLastOwner(who);
            }
            if (banned.contains(who)) {
                return false;
            }
            MemberId whom = ((EventBody.OnMember) body).member();
            Role theirs = roles.get(whom);
            if (body instanceof RoleGiven(_, String name)) {
                Role given = Role.named(name).orElseThrow();
                return theirs != null
                        && mayGive(mine, theirs, given, who.equals(whom))
                        && (given.equals(Role.OWNER) || !isLastOwner(whom));
            }
            return theirs != null
                    && mine.permissions().contains(needed(body))
                    && mine.rank() > theirs.rank()
                    && (!(body instanceof MemberUnbanned) || banned.contains(whom))
                    && (!(body instanceof MemberUnmuted) || muted.contains(whom));
        }

        private static boolean mayGive(Role mine, Role theirs, Role given, boolean own) {
            boolean has =
                    mine.rank() >= given.rank()
                            && mine.permissions().containsAll(given.permissions());
            return has
                    && (own
                            || mine.permissions().contains(Permission.GIVE_ROLES)
                                    && mine.rank() > theirs.rank());
        }

        private static Permission needed(EventBody.InCommunity body) {
            return switch (body) {
                case MemberBanned _, MemberUnbanned _ -> Permission.BAN;
                case MemberMuted _, MemberUnmuted _ -> Permission.MUTE;
                case MemberRemoved _ -> Permission.REMOVE_MEMBERS;
                default -> Permission.KICK;
            };
        }

        private boolean isLastOwner(MemberId who) {
            return Role.OWNER.equals(roles.get(who))
                    && roles.values().stream().filter(Role.OWNER::equals).count() == 1;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void nobody_gets_further_than_the_rules_allow(long seed) {
        Random random = new Random(seed);
        Town town = Town.founded();
        Model model = new Model();
        begin(town, model, random);
        int taken = 0;
        for (int i = 0; i < ACTS; i++) {
            town.time++;
            Person who = anybody(random);
            EventBody.InCommunity body = act(random, anybody(random).id());
            boolean allowed = model.act(who.id(), body);
            assertThat(takes(town, who, body)).as("%s by %s", body, who.id()).isEqualTo(allowed);
            assertSame(town.view, model, town.time);
            taken += allowed ? 1 : 0;
        }
        assertThat(taken).isBetween(5, ACTS - 5);
        CommunityView again = toldAgain(town.log);
        assertThat(Town.seen(again)).isEqualTo(Town.seen(town.view));
        assertSame(again, model, town.time);
    }

    /// All come in, with any role that the first one, who is the owner, likes.
    private static void begin(Town town, Model model, Random random) {
        town.join(PEOPLE.getFirst(), "rival-0", Town.OWNER_INVITE);
        model.roles.put(PEOPLE.getFirst().id(), Role.OWNER);
        for (int i = 1; i < PEOPLE.size(); i++) {
            Person invited = PEOPLE.get(i);
            Role role = Role.BUILT_IN.get(random.nextInt(Role.BUILT_IN.size()));
            town.take(
                    PEOPLE.getFirst(),
                    new EventBody.InviteMade(
                            Person.key("for " + i).verifyKey(), 1, 0, role.name()));
            town.join(invited, "rival-" + i, Person.key("for " + i));
            model.roles.put(invited.id(), role);
        }
    }

    private static Person anybody(Random random) {
        return PEOPLE.get(random.nextInt(PEOPLE.size()));
    }

    private static EventBody.InCommunity act(Random random, MemberId whom) {
        return switch (random.nextInt(40)) {
            case 0 -> new MemberLeft();
            case 1 -> new MemberRemoved(whom, "rival");
            case 2, 3, 4 -> new MemberBanned(whom, 0, "rival");
            case 5, 6, 7, 8, 9, 10 -> new MemberUnbanned(whom);
            case 11, 12, 13 -> new MemberMuted(whom, 0, "");
            case 14, 15, 16 -> new MemberUnmuted(whom);
            case 17, 18 -> new MemberKicked(whom, "");
            default ->
                    new RoleGiven(
                            whom, Role.BUILT_IN.get(random.nextInt(Role.BUILT_IN.size())).name());
        };
    }

    private static boolean takes(Town town, Person who, EventBody.InCommunity body) {
        try {
            town.take(who, body);
            return true;
        } catch (Refused e) {
            return false;
        }
    }

    private static void assertSame(CommunityView view, Model model, long time) {
        Map<MemberId, Role> roles = new HashMap<>();
        Set<MemberId> banned = new HashSet<>();
        List<Role> all = new ArrayList<>();
        for (Member member : view.members()) {
            roles.put(member.id(), member.role());
            all.add(member.role());
            if (member.isBanned(time)) {
                banned.add(member.id());
            }
        }
        assertThat(roles).isEqualTo(model.roles);
        assertThat(banned).isSubsetOf(model.banned);
        assertThat(all).contains(Role.OWNER);
    }

    private static CommunityView toldAgain(List<Town.Step> log) {
        CommunityView again = new CommunityView(Town.COMMUNITY, Town.SERVER.verifyKey());
        for (Town.Step step : log) {
            again.check(step.header(), step.body(), step.time());
            again.apply(step.header(), step.body(), step.time());
        }
        return again;
    }
}
