package chatbois.protocol.spec;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.Follower;
import chatbois.log.Frontier;
import chatbois.log.LogPage;
import chatbois.log.SignedHead;
import chatbois.log.TreeHead;
import chatbois.protocol.Arrival;
import chatbois.protocol.ChatState;
import chatbois.protocol.ChatSummary;
import chatbois.protocol.Introduction;
import chatbois.protocol.Invitation;
import chatbois.protocol.OpenLink;
import chatbois.protocol.PublicChat;
import chatbois.protocol.Push;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.SeenDevice;
import chatbois.protocol.event.Attachment;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.Preview;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// docs/protocol.md says what the code does.
class SpecTest {
    private static final Path FILE = Path.of("../docs/protocol.md");

    private static final List<Class<?>> PARTS =
            List.of(
                    TreeHead.class,
                    SignedHead.class,
                    Frontier.class,
                    LogPage.class,
                    Follower.Offer.class,
                    Request.Resume.From.class,
                    Reply.Resumed.Start.class,
                    Reply.Appended.Place.class,
                    ChatSummary.class,
                    ChatState.class,
                    OpenLink.class,
                    PublicChat.class,
                    Invitation.class,
                    SeenDevice.class,
                    Attachment.class,
                    Preview.class);

    @Test
    @Tag("docs")
    void the_generated_parts_of_the_specification_are_those_of_this_code() throws Exception {
        String text = Files.readString(FILE);
        for (Map.Entry<String, String> block : blocks().entrySet()) {
            text = Generated.withBlock(text, block.getKey(), block.getValue());
        }
        Generated.assertFresh(FILE, text);
    }

    @Test
    void everything_that_can_be_said_has_an_example() {
        assertExamples(Request.class, Examples.requests());
        assertExamples(Reply.class, Examples.replies());
        assertExamples(Push.class, Examples.pushes());
        assertExamples(EventBody.class, Examples.bodies());
    }

    private static Map<String, String> blocks() throws IOException, IllegalAccessException {
        Map<String, String> blocks = new LinkedHashMap<>();
        blocks.put("purposes", Reference.purposes());
        blocks.put("kinds", Reference.kinds());
        blocks.put("linking", Reference.parts(List.of(Introduction.class, Arrival.class)));
        blocks.put("info", Reference.info());
        blocks.put("parts", Reference.parts(PARTS));
        blocks.put("requests", Reference.requests());
        blocks.put("replies", Reference.replies());
        blocks.put("declined", Reference.declined());
        blocks.put("pushes", Reference.pushes());
        blocks.put("codes", Reference.codes());
        blocks.put("limits", Reference.limits());
        return blocks;
    }

    private static void assertExamples(Class<?> sealed, List<?> examples) {
        assertThat(examples.stream().map(Object::getClass))
                .as("examples of %s, in Examples", sealed.getSimpleName())
                .containsExactlyInAnyOrderElementsOf(leaves(sealed).toList());
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(SpecTest::leaves)
                : Stream.of(type);
    }
}
