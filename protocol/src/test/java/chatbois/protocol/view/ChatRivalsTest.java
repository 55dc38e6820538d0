package chatbois.protocol.view;

import static chatbois.protocol.view.Town.BEN;
import static chatbois.protocol.view.Town.CARLA;
import static chatbois.protocol.view.Town.DORA;
import static chatbois.protocol.view.Town.INVITE;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.MemberId;
import chatbois.protocol.Refused;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.ChatChanged;
import chatbois.protocol.event.EventBody.ChatDeleted;
import chatbois.protocol.event.EventBody.ChatJoined;
import chatbois.protocol.event.EventBody.ChatLeft;
import chatbois.protocol.event.EventBody.ChatMemberRemoved;
import chatbois.protocol.event.EventBody.ChatRoleGiven;
import chatbois.protocol.event.EventBody.Message;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.right.ChatRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Owners and moderators of one chat act against each other, in random order: demote each other,
/// put each other out, leave, rename and delete the same chat. What is taken is what a model says
/// that knows the rules and nothing else.
class ChatRivalsTest {
    private static final int ACTS = 2_000;

    /// None of them moderates the community's chats.
    private static final List<Person> PEOPLE =
            List.of(BEN, CARLA, DORA, Person.called("another rival"));

    private record Told(Person who, EventBody.InChat body) {}

    /// The rules, written down once more as simply as they go.
    private static final class Model {
        final Map<MemberId, ChatRole> roles = new HashMap<>();
        final Set<MemberId> removed = new HashSet<>();
        final Set<MemberId> quiet = new HashSet<>();
        String name = "plans";
        boolean deleted;

        /// Does it, if it is allowed.
        boolean act(MemberId who, EventBody.InChat body) {
            if (deleted || !isAllowed(who, body)) {
                return false;
            }
            switch (body) {
                case ChatJoined _ -> enter(who);
                case ChatLeft _ -> leave(who);
                case ChatMemberRemoved(MemberId whom, _) -> {
                    leave(whom);
                    removed.add(whom);
                }
                case ChatRoleGiven(MemberId whom, String role) ->
                        roles.put(whom, ChatRole.named(role).orElseThrow());
                case ChatChanged changed -> name = String.valueOf(changed.name());
                case ChatDeleted _ -> deleted = true;
                default -> {}
            }
            return true;
        }

        private void enter(MemberId who) {
            ChatRole role = quiet.remove(who) ? ChatRole.READ_ONLY : ChatRole.MEMBER;
            roles.put(who, roles.isEmpty() ? ChatRole.OWNER : role);
        }

        private void leave(MemberId who) {
            if (roles.remove(who) == ChatRole.READ_ONLY) {
                quiet.add(who);
            }
        }

        private boolean isAllowed(MemberId who, EventBody.InChat body) {
            ChatRole mine = roles.get(who);
            if (body instanceof ChatJoined) {
                return mine == null && !removed.contains(who);
            }
            return mine != null
                    && switch (body) {
                        case ChatLeft _ -> roles.size() == 1 || !isLastOwner(who);
                        case Message _ -> mine != ChatRole.READ_ONLY;
                        case ChatChanged _ -> mine.rank() >= ChatRole.MODERATOR.rank();
                        case ChatDeleted _ -> mine == ChatRole.OWNER;
                        case ChatMemberRemoved(MemberId whom, _) -> mayActOn(mine, whom);
                        case ChatRoleGiven(MemberId whom, String role) ->
                                mayGive(who, whom, ChatRole.named(role).orElseThrow());
                        default -> throw new AssertionError(body);
                    };
        }

        private boolean mayActOn(ChatRole mine, MemberId whom) {
            return mine.rank() >= ChatRole.MODERATOR.rank()
                    && roles.containsKey(whom)
                    && mine.rank() > rank(whom);
        }

        private boolean mayGive(MemberId who, MemberId whom, ChatRole given) {
            ChatRole mine = roles.get(who);
            return mine != null
                    && mine.rank() >= given.rank()
                    && (who.equals(whom) || mayActOn(mine, whom))
                    && (given == ChatRole.OWNER || !isLastOwner(whom));
        }

        private int rank(MemberId whom) {
            return roles.getOrDefault(whom, ChatRole.READ_ONLY).rank();
        }

        private boolean isLastOwner(MemberId who) {
            return roles.get(who) == ChatRole.OWNER
                    && roles.values().stream().filter(role -> role == ChatRole.OWNER).count() == 1;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void nobody_gets_further_than_the_rules_allow(long seed) {
        Random random = new Random(seed);
        Town town = Town.ofThree();
        town.join(DORA, "dora", INVITE);
        town.join(PEOPLE.getLast(), "rival", INVITE);
        ChatView chat = town.chat("plans", BEN, CARLA, DORA);
        town.take(chat, BEN, ChatChanged.publicly(true));
        Model model = new Model();
        model.roles.put(BEN.id(), ChatRole.OWNER);
        model.roles.put(CARLA.id(), ChatRole.MEMBER);
        model.roles.put(DORA.id(), ChatRole.MEMBER);
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < ACTS; i++) {
            Told next = new Told(anybody(random), act(random));
            boolean allowed = model.act(next.who().id(), next.body());
            assertThat(takes(town, chat, next)).as("act %d: %s", i, next).isEqualTo(allowed);
            assertSame(chat, model);
            if (allowed) {
                told.add(next);
            }
        }
        assertThat(told).hasSizeGreaterThan(5);
        assertThat(Town.seen(again(town, told))).isEqualTo(Town.seen(chat));
    }

    private static void assertSame(ChatView chat, Model model) {
        assertThat(chat.isDeleted()).isEqualTo(model.deleted);
        assertThat(String.valueOf(chat.name())).isEqualTo(model.name);
        assertThat(chat.roles()).isEqualTo(model.roles);
        assertThat(chat.roles().isEmpty() || chat.roles().containsValue(ChatRole.OWNER)).isTrue();
    }

    private static Person anybody(Random random) {
        return PEOPLE.get(random.nextInt(PEOPLE.size()));
    }

    private static EventBody.InChat act(Random random) {
        MemberId whom = anybody(random).id();
        return switch (random.nextInt(40)) {
            case 0, 1, 2, 3, 4 -> new ChatJoined();
            case 5, 6, 7 -> new ChatLeft();
            case 8 -> new ChatMemberRemoved(whom, "rival");
            case 9, 10 -> ChatChanged.named(new ChatName("name " + random.nextInt(9)));
            case 11 -> random.nextInt(60) == 0 ? new ChatDeleted() : new ChatLeft();
            case 12, 13 -> new Message("me!", false);
            default -> new ChatRoleGiven(whom, ChatRole.values()[random.nextInt(4)].word());
        };
    }

    private static boolean takes(Town town, ChatView chat, Told told) {
        try {
            town.take(chat, told.who(), told.body());
            return true;
        } catch (Refused e) {
            return false;
        }
    }

    private static ChatView again(Town town, List<Told> told) {
        ChatView again = town.chat("plans", BEN, CARLA, DORA);
        town.take(again, BEN, ChatChanged.publicly(true));
        told.forEach(next -> town.take(again, next.who(), next.body()));
        return again;
    }
}
