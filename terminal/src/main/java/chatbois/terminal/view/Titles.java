package chatbois.terminal.view;

import chatbois.client.session.Snapshot;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.terminal.state.Model;
import chatbois.terminal.text.SafeText;

/// What the title row says of the place in view.
final class Titles {
    private Titles() {}

    static String here(Model model) {
        return model.chat()
                .map(chat -> (chat.direct() ? "@" : "#") + chat.title())
                .or(() -> model.invitation().map(i -> "#" + i.name().value()))
                .or(() -> model.community().map(Snapshot::name))
                .orElse("chatbois");
    }

    static String about(Model model) {
        String community = model.community().map(Snapshot::name).orElse("");
        return model.chat()
                .map(chat -> chat.direct() ? community : about(chat) + " · " + community)
                .or(() -> model.invitation().map(_ -> "invitation · " + community))
                .orElse("");
    }

    private static String about(ChatInfo chat) {
        String topic = SafeText.line(chat.state().topic());
        return (topic.isEmpty() ? "" : topic + " · ")
                + people(chat)
                + (chat.state().publicly() ? ", public" : "")
                + (chat.state().archived() ? ", archived" : "");
    }

    private static String people(ChatInfo chat) {
        return chat.members() == 1 ? "only you" : chat.members() + " members";
    }
}
