package chatbois.app.e2e;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A thread is entered, answered in and left by keys, while the chat goes on.
@Tag("e2e")
class ThreadsTest extends Hosted {
    @Test
    void a_thread_is_seen_alone_answered_in_and_left() throws Exception {
        try (Window anna = host.join("anna", host.ownerInvite(), 110, 30);
                Window ben = host.join("ben", Host.invite(anna), 110, 30)) {
            anna.say("/new soup ben");
            anna.await("anna made this chat");
            anna.say("who stirs the soup?");
            ben.await("who stirs the soup?");
            anna.say("and it rains");
            ben.say("/reply #2 I do");
            anna.await("↳ 1 reply");
            anna.type("\u001b[A");
            anna.await("t thread");
            anna.type("t");
            anna.await("thread of #2  1 reply · Esc leads back");
            anna.await("the rest is not there", screen -> !screen.contains("and it rains"));
            anna.type("with the long spoon");
            anna.await("↳ with the long spoon");
            anna.type("\r");
            anna.await("thread of #2  2 replies");
            ben.await("with the long spoon");
            ben.await("↳ 2 replies");
            ben.say("/thread #2");
            ben.await("thread of #2  2 replies");
            anna.type("\u001b");
            anna.await("and it rains");
            ben.say("/new bread anna");
            ben.await("ben made this chat");
            ben.say("@anna, see https://example.org/rye");
            anna.await("#bread");
            anna.type("\u001b[18~");
            anna.await("see https://example.org/rye");
            anna.type("\r");
            anna.await("ben made this chat");
            anna.say("/forward #2 soup");
            ben.say("/go soup");
            ben.await("Forwarded from ben, ");
        }
    }
}
