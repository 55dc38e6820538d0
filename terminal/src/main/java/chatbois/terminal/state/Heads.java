package chatbois.terminal.state;

import chatbois.client.session.Snapshot;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.client.session.Snapshot.InvitationInfo;
import chatbois.protocol.right.Permission;
import chatbois.protocol.view.Member;
import chatbois.terminal.binding.Action;
import chatbois.terminal.binding.Bindings;
import chatbois.terminal.command.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The words at the head of a place: where one is, and what can be done here.
final class Heads {
    private static final int MOST_NAMES = 20;

    private Heads() {}

    static List<String> of(Model model) {
        Snapshot community = model.community().orElse(null);
        if (community == null) {
            return List.of();
        }
        if (model.here().filter(Place::isThread).isPresent()) {
            return thread(model);
        }
        return model.chat()
                .map(chat -> chat(model, community, chat))
                .or(() -> model.invitation().map(Heads::invitation))
                .orElseGet(() -> community(community, model));
    }

    private static List<String> thread(Model model) {
        List<String> head = new ArrayList<>();
        head.add(
                model.talk.entries().isEmpty()
                        ? "…"
                        : "What answers message #" + model.rootInView());
        head.add(
                "What you write here answers it, too. %s leads back to the chat."
                        .formatted(model.bindings().key(Action.NEWEST)));
        if (!model.talk.earlier().isNone()) {
            head.add(Transcript.EARLIER);
        }
        return head;
    }

    private static List<String> chat(Model model, Snapshot community, ChatInfo chat) {
        if (!model.talk.atStart()) {
            return List.of("…");
        }
        String title = (chat.direct() ? "@" : "#") + chat.title();
        if (model.talk.entries().isEmpty() && chat.size() > 0) {
            return List.of(title);
        }
        if (chat.direct()) {
            return List.of("The beginning of " + title, "Only the two of you are in here.");
        }
        return chat.members() > 1
                ? List.of("The beginning of " + title)
                : List.of(
                        "The beginning of " + title,
                        "Nobody else is in here yet.",
                        "/invite NAME brings in a member of " + community.name() + ".");
    }

    private static List<String> invitation(InvitationInfo invitation) {
        String name = invitation.title();
        return List.of(
                invitation.by() + " invites you to #" + name,
                "/join brings you in, and so does Enter. Until then nobody sees you there, and you see nothing.");
    }

    private static List<String> community(Snapshot community, Model model) {
        Bindings keys = model.bindings();
        List<String> lines = new ArrayList<>();
        lines.add(community.name());
        lines.add("You are " + community.me().name().value() + " here. " + who(community));
        lines.add("");
        lines.addAll(invitations(community, keys));
        Set<Permission> may = community.me().role().permissions();
        if (may.contains(Permission.INVITE)) {
            lines.add("/invite       makes an invite: one line to pass on");
        }
        if (may.contains(Permission.MAKE_CHATS)) {
            lines.add("/new NAME     makes a chat; add MEMBERs behind it");
            lines.add("/msg MEMBER   writes to one member alone");
        } else {
            lines.add("/browse       lists the public chats, to /join one");
        }
        String help = keys.key(Action.HELP);
        lines.add(
                help + " ".repeat(Math.max(14 - help.length(), 2)) + "shows all keys and commands");
        return lines;
    }

    /// Those that wait, or that they are told here.
    private static List<String> invitations(Snapshot community, Bindings keys) {
        List<String> lines = new ArrayList<>();
        for (InvitationInfo one : community.invitations()) {
            lines.add(Notices.sentence(new Item.Invited(community, one), keys));
        }
        boolean alone = community.members().size() < 2;
        if (lines.isEmpty() && community.chats().isEmpty() && !alone) {
            lines.add("If somebody invites you into a chat, it is told here.");
        }
        if (!lines.isEmpty()) {
            lines.add("");
        }
        return lines;
    }

    private static String who(Snapshot community) {
        List<String> others =
                community.members().stream()
                        .filter(member -> !member.id().equals(community.me().id()))
                        .map(Member::nameAndRole)
                        .sorted(String.CASE_INSENSITIVE_ORDER)
                        .toList();
        if (others.isEmpty()) {
            return "Nobody else is here yet.";
        }
        int more = others.size() - MOST_NAMES;
        return "With you: "
                + String.join(", ", others.subList(0, Math.min(others.size(), MOST_NAMES)))
                + (more > 0 ? " and " + more + " more." : ".");
    }
}
