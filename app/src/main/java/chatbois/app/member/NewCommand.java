package chatbois.app.member;

import chatbois.client.session.Session;
import chatbois.log.LogId;
import chatbois.protocol.name.ChatName;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Makes a chat; prints its id.
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = "Make a chat with members of the community; prints its id.")
final class NewCommand implements Callable<Integer> {
    @Mixin private CommunityOption in = new CommunityOption();

    @Parameters(index = "0", paramLabel = "CHAT", description = "What the chat is called.")
    private String name = "";

    @Parameters(index = "1..*", paramLabel = "MEMBER", description = "Who is in it beside you.")
    private List<String> members = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        try (Visit visit = Visit.begin()) {
            Session session = visit.session(in.community);
            LogId chat =
                    Visit.await(
                            session.makeChat(
                                    ChatName.parse(name), Visit.members(session, members)));
            System.out.println(chat);
        }
        return 0;
    }
}
