package chatbois.app.member;

import chatbois.app.host.Rehearsal;
import chatbois.client.Communities;
import chatbois.client.home.Home;
import chatbois.client.session.Outside;
import chatbois.client.session.Session;
import chatbois.log.LogId;
import chatbois.protocol.Invite;
import chatbois.protocol.JsonLine;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.name.MemberName;
import chatbois.protocol.right.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Plays what members do against a server of its own, so that the start-up cache learns it.
final class MemberRehearsal {
    private record Heard(String text) {}

    private MemberRehearsal() {}

    static void play() throws Exception {
        Rehearsal.withServer(MemberRehearsal::play);
    }

    private static void play(String ownerInvite, Path directory) throws Exception {
        Home home = new Home(directory);
        try (Communities communities = new Communities(home, Outside.real(), () -> {})) {
            communities.join(Invite.parse(ownerInvite), MemberName.parse("rehearsal"));
        }
        // Once more as somebody who is a member already: that is what most starts are.
        try (Communities communities = new Communities(home, Outside.real(), () -> {})) {
            talk(communities.openAll().getFirst());
        }
    }

    private static void talk(Session session) throws IOException {
        Visit.await(session.online());
        LogId chat = Visit.await(session.makeChat(ChatName.parse("stage"), List.of()));
        Visit.await(session.send(chat, "Is this on?", /* action= */ false));
        Visit.await(session.makeInvite(Role.MEMBER, 1, null));
        session.read(chat, 1, entry -> JsonLine.of(new Heard(entry.author())));
    }
}
