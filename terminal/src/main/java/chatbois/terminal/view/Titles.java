package chatbois.terminal.view;

import chatbois.client.session.Snapshot;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.terminal.state.Model;
import chatbois.terminal.state.Place;
import chatbois.terminal.talk.Story;
import chatbois.terminal.text.SafeText;
import chatbois.terminal.text.Wrap;

/// What the title row says of the place in view.
final class Titles {
    private static final int MOST_IN_WINDOW = 100;

    private Titles() {}

    static String here(Model model) {
        return model.chat()
                .map(chat -> (chat.direct() ? "@" : "#") + chat.title() + thread(model))
                .or(() -> model.invitation().map(i -> "#" + i.name().value()))
                .or(() -> model.community().map(Snapshot::name))
                .orElse("chatbois");
    }

    private static String thread(Model model) {
        return model.here()
                .filter(Place::isThread)
                .map(here -> " › thread of #" + model.rootInView())
                .orElse("");
    }

    /// What the window is called: how much is unread, and where one is.
    static String window(Model model) {
        int unread = model.communities().stream().mapToInt(Snapshot::unread).sum();
        String community = model.community().map(Snapshot::name).orElse("");
        String here = here(model);
        String place = here.equals(community) || community.isEmpty() ? "" : " · " + community;
        return (unread == 0 ? "" : "(" + unread + ") ")
                + Wrap.ellipsis(here + place, MOST_IN_WINDOW);
    }

    static String about(Model model) {
        if (model.here().filter(Place::isThread).isPresent()) {
            return Story.replies(model.replies()) + " · Esc leads back";
        }
        String community = model.community().map(Snapshot::name).orElse("");
        return model.chat()
                .map(chat -> (chat.direct() ? other(model, chat) : about(chat) + " · ") + community)
                .or(() -> model.invitation().map(_ -> "invitation · " + community))
                .orElse("");
    }

    /// How the other one is there: `last seen 3 hours ago · `, or nothing.
    private static String other(Model model, ChatInfo chat) {
        String words = model.whereabouts(chat);
        return words.isEmpty() ? "" : words + " · ";
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
