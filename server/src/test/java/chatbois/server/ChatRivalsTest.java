package chatbois.server;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.protocol.Refused;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.ChatChanged;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.right.ChatRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two owners act against each other at the same moment, over their own connections.
class ChatRivalsTest {
    private static final int ACTS = 60;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void two_owners_never_leave_a_chat_as_the_rules_forbid(long seed) throws Exception {
        House house = House.found(folder.resolve("data"));
        Client anna = house.member("anna");
        Client bert = house.member("bert");
        Client carl = house.member("carl");
        LogId chat = anna.makeChat("plans", bert, carl);
        anna.write(chat, ChatChanged.publicly(true));
        anna.write(chat, new EventBody.ChatRoleGiven(bert.id, "owner"));
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Future<Void> one = both.submit(rival(anna, bert, chat, seed, start));
            Future<Void> other = both.submit(rival(bert, anna, chat, seed + 100, start));
            one.get();
            other.get();
        }
        assertRuled(carl, chat);
        house.restart();
        carl.reconnect();
        assertRuled(carl, chat);
        house.close();
        try (Foundation foundation = Foundation.open(house.data)) {
            assertThat(foundation.check()).isEmpty();
        }
    }

    private static Callable<Void> rival(
            Client me, Client other, LogId chat, long seed, CyclicBarrier start) {
        return () -> {
            Random random = new Random(seed);
            start.await();
            for (int i = 0; i < ACTS; i++) {
                try {
                    me.write(chat, act(random, random.nextBoolean() ? me.id : other.id));
                } catch (Refused e) {
                    assertThat(e.refusal().sentence()).isNotBlank();
                }
            }
            return null;
        };
    }

    private static EventBody.InChat act(Random random, MemberId whom) {
        return switch (random.nextInt(12)) {
            case 0, 1 -> new EventBody.ChatLeft();
            case 2, 3, 4 -> new EventBody.ChatJoined();
            case 5, 6 -> ChatChanged.named(new ChatName("name " + random.nextInt(9)));
            case 7 -> new EventBody.ChatMemberRemoved(whom, null);
            default ->
                    new EventBody.ChatRoleGiven(whom, ChatRole.values()[random.nextInt(4)].word());
        };
    }

    /// Carl, who only watches, is in it all the time.
    private static void assertRuled(Client carl, LogId chat) throws Exception {
        List<String> roles =
                ((Reply.MemberList) carl.wire().ask(new Request.ChatMembers(chat))).roles();
        assertThat(roles).contains("owner");
    }
}
