package chatbois.server;

import static chatbois.server.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.LogId;
import chatbois.protocol.Push;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Request;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who is told that somebody is typing.
class TypingTest {
    @TempDir Path folder;

    private House house;
    private Client anna;
    private Client bert;
    private Client carl;
    private LogId chat;

    @BeforeEach
    void found() throws Exception {
        house = House.found(folder.resolve("data"));
        anna = house.member("anna");
        bert = house.member("bert");
        carl = house.member("carl");
        chat = anna.makeChat("plans", bert);
        anna.read(chat);
        bert.read(chat);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void who_follows_the_chat_is_told_and_nobody_else() throws Exception {
        anna.wire().ask(new Request.Typing(chat, true));
        assertThat(bert.await(Push.Typing.class)).isEqualTo(new Push.Typing(chat, anna.id, true));
        anna.wire().ask(new Request.Typing(chat, false));
        assertThat(bert.await(Push.Typing.class)).isEqualTo(new Push.Typing(chat, anna.id, false));
        carl.wire().ask(new Request.Who());
        assertThat(carl.wire().hasPushes()).isFalse();
    }

    @Test
    void whoever_can_say_nothing_there_is_refused() {
        assertRefused(Code.NO_SUCH_CHAT, () -> carl.wire().ask(new Request.Typing(chat, true)));
    }

    @Test
    void who_takes_nothing_from_somebody_is_told_nothing() throws Exception {
        bert.wire().ask(new Request.Block(anna.id));
        anna.wire().ask(new Request.Typing(chat, true));
        anna.say(chat, "hello");
        bert.await(chat, 2);
        assertThat(bert.wire().hasPushes()).isFalse();
    }
}
