package chatbois.app.e2e;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Messages are chosen by keys, and what is done to them is seen by another member.
@Tag("e2e")
class MessagesTest extends Hosted {
    @Test
    void a_message_is_answered_edited_reacted_to_and_deleted() throws Exception {
        try (Window anna = host.join("anna", host.ownerInvite(), 110, 30);
                Window ben = host.join("ben", Host.invite(anna), 110, 30);
                Window gil = host.joinPlain("gil", Host.invite(anna, "guest"))) {
            anna.say("/new soup ben gil");
            anna.await("anna made this chat");
            gil.await("anna made this chat");
            gil.say("/go soup");
            anna.say("who stirs teh soup?");
            ben.await("who stirs teh soup?");
            anna.chooseOnceSent("r reply, e edit");
            anna.type("e");
            anna.await("> /edit #2 who stirs teh soup?");
            anna.type("\u0015");
            anna.say("/edit #2 who stirs the soup?");
            ben.await("who stirs the soup? (edited)");
            gil.await("anna edited message 2: who stirs the soup?");
            ben.type("\u001b[A");
            ben.await("r reply, + react");
            ben.type("r");
            ben.await("> /reply #2");
            ben.say("I do");
            anna.await("╭ anna: who stirs the soup?");
            anna.await("I do");
            gil.await("ben (to #2): I do");
            anna.say("/react tada");
            ben.await("🎉 1");
            gil.say("/redact #2");
            gil.await("lacks the permission chat-delete-messages");
            anna.type("\u001b[A");
            anna.await("r reply, d delete");
            anna.type("\u001b[A");
            anna.type("d");
            anna.await("> /redact #2");
            anna.type("\r");
            ben.await("anna deleted a message");
            ben.await("╭ a message that is gone");
            gil.await("anna deleted message 2");
        }
    }
}
