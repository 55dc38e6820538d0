package chatbois.app.member;

import chatbois.client.session.Session;
import chatbois.client.session.Snapshot;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.client.session.Snapshot.InvitationInfo;
import chatbois.protocol.JsonLine;
import chatbois.terminal.text.SafeText;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists the member's chats.
@Command(
        name = "chats",
        mixinStandardHelpOptions = true,
        description = "List your chats and how much is unread.")
final class ChatsCommand implements Callable<Integer> {
    @Mixin private CommunityOption in = new CommunityOption();

    @Option(names = "--json", description = "One line of JSON for each chat.")
    private boolean json;

    /// @param kind `chat`, `direct` or `invitation`
    private record Line(
            String community,
            String kind,
            String name,
            String id,
            int unread,
            int mentions,
            int members,
            long size,
            String lastTime) {}

    @Override
    public Integer call() throws Exception {
        try (Visit visit = Visit.begin()) {
            for (Session session : visit.sessions(in.community)) {
                print(session.snapshot());
            }
        }
        return 0;
    }

    private void print(Snapshot community) {
        for (ChatInfo chat : community.chats()) {
            print(
                    new Line(
                            community.name(),
                            chat.direct() ? "direct" : "chat",
                            chat.title(),
                            chat.id().toString(),
                            chat.unread(),
                            chat.mentions(),
                            chat.members(),
                            chat.size(),
                            Instant.ofEpochMilli(chat.lastTime()).toString()));
        }
        for (InvitationInfo invitation : community.invitations()) {
            print(
                    new Line(
                            community.name(),
                            "invitation",
                            invitation.title(),
                            invitation.chat().toString(),
                            0,
                            0,
                            0,
                            0,
                            ""));
        }
    }

    private void print(Line line) {
        if (json) {
            Output.line(JsonLine.of(line));
            return;
        }
        String title = ("direct".equals(line.kind) ? "@" : "#") + line.name;
        String meant = line.mentions == 0 ? "" : ", " + line.mentions + " for you";
        String state = "invitation".equals(line.kind) ? "invited" : line.unread + " unread" + meant;
        Output.line(SafeText.line(title + "  " + state + "  " + line.community));
    }
}
