package chatbois.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Anna runs a chat from her screen, Ben sees it in line mode, and Gil, who is a guest, may not.
@Tag("e2e")
class ChatHandlesTest extends Hosted {
    @Test
    void an_owner_does_it_a_member_sees_it_and_a_guest_is_refused() throws Exception {
        try (Window anna = host.join("anna", host.ownerInvite(), 110, 30);
                Window ben = host.joinPlain("ben", Host.invite(anna));
                Window gil = host.join("gil", Host.invite(anna, "guest"), 110, 30)) {
            anna.say("/new plans ben");
            anna.await("anna made this chat");
            ben.await("anna made this chat");
            ben.say("/go plans");
            aChatIsNamed(anna, ben);
            itIsFoundAndJoined(anna, ben, gil);
            aGuestIsRefused(gil);
            messagesArePinned(anna, ben);
            itIsSlow(anna, ben);
            rolesAreGiven(anna, gil);
            somebodyIsPutOutAndComesBackByInvitation(anna, ben, gil);
            itIsSavedArchivedAndDeleted(anna, ben, gil);
        }
    }

    private static void aChatIsNamed(Window anna, Window ben) throws Exception {
        anna.say("/rename summer");
        anna.await("anna renamed this chat to summer");
        ben.await("anna renamed this chat to summer");
        anna.say("/topic where to?");
        ben.await("anna set the topic: where to?");
        anna.await("where to? · 2 members");
    }

    private static void itIsFoundAndJoined(Window anna, Window ben, Window gil) throws Exception {
        gil.say("/browse");
        gil.await("There is no public chat yet");
        anna.say("/public");
        ben.await("anna made this chat public");
        gil.say("/browse summ");
        gil.await("where to?");
        gil.say("/join summer");
        gil.await("3 members, public");
        ben.await("gil came in");
    }

    private static void aGuestIsRefused(Window gil) throws Exception {
        String[][] refused = {
            {"/rename mine", "chat-rename"},
            {"/topic mine", "chat-topic"},
            {"/remove ben", "chat-remove"},
            {"/chatrole ben read-only", "chat-roles"},
            {"/private", "chat-public"},
            {"/archive", "chat-archive"},
            {"/delete summer", "chat-delete"},
            {"/chatlink", "chat-links"},
            {"/slow 1m", "chat-slow"},
            {"/pin 1", "chat-pin"},
        };
        for (String[] line : refused) {
            gil.say(line[0]);
            gil.await("lacks the permission " + line[1] + ";");
        }
    }

    private static void messagesArePinned(Window anna, Window ben) throws Exception {
        ben.say("the train leaves at nine");
        anna.await("the train leaves at nine");
        anna.say("/pin train");
        anna.await("ben: the train leaves at nine");
        ben.await("anna pinned message ");
        ben.say("/pins");
        ben.await("/unpin and a number takes that pin away.");
    }

    private static void itIsSlow(Window anna, Window ben) throws Exception {
        anna.say("/slow 10m");
        ben.await("anna set slow mode: one message every 600 seconds");
        ben.say("one more thing");
        ben.await("Slow mode: one message every 600 seconds here. Wait ");
        anna.say("/slow off");
        ben.await("anna ended slow mode");
    }

    private static void rolesAreGiven(Window anna, Window gil) throws Exception {
        anna.say("/chatrole gil read-only");
        gil.await("anna made gil read-only here");
        gil.say("may I?");
        gil.await("lacks the permission chat-talk;");
    }

    private static void somebodyIsPutOutAndComesBackByInvitation(
            Window anna, Window ben, Window gil) throws Exception {
        anna.say("/remove gil enough");
        ben.await("anna removed gil: enough");
        gil.await("anna put you out of summer: enough.");
        gil.say("/join summer");
        gil.await("You were put out of this chat");
        anna.say("/chatlink 2");
        anna.await("A link into this chat");
        anna.await("chatbois://");
        anna.type("\u001b");
        anna.await("the chat again", text -> !text.contains("Esc closes"));
        anna.say("/add gil");
        anna.await("anna invited gil");
        gil.say("/join summer");
        gil.await("3 members, public");
    }

    private void itIsSavedArchivedAndDeleted(Window anna, Window ben, Window gil) throws Exception {
        Path file = directory.resolve("summer.txt");
        anna.say("/export " + file);
        anna.await("events are in");
        assertThat(Files.readString(file)).contains("ben: the train leaves at nine");
        anna.say("/archive");
        ben.await("anna archived this chat");
        ben.say("too late?");
        ben.await("archived and can only be read");
        anna.say("/unarchive");
        ben.await("anna took this chat out of the archive");
        anna.say("/delete");
        anna.await("Type /delete summer to delete this chat");
        anna.say("/delete summer");
        ben.await("anna deleted summer.");
        gil.await("anna deleted summer.");
        ben.say("/go summer");
        ben.await("You are in no chat called summer.");
    }
}
