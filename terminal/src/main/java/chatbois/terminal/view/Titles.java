package chatbois.terminal.view;

import chatbois.client.session.Snapshot;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.terminal.binding.Action;
import chatbois.terminal.state.Model;
import chatbois.terminal.state.Place;
import chatbois.terminal.talk.Story;
import chatbois.terminal.text.Cluster;
import chatbois.terminal.text.SafeText;
import chatbois.terminal.text.Wrap;

/// What the title row says of the place in view.
final class Titles {
    private static final int MOST_IN_WINDOW = 100;
    private static final int LEAST_NAME = 6;

    private Titles() {}

    /// Where one is, in so many columns; of a thread its chat is cut before what leads out of it.
    static String here(Model model, int width) {
        if (!isThread(model)) {
            return Wrap.ellipsis(here(model), width);
        }
        String thread = " › thread of #" + model.rootInView();
        int room = width - Cluster.width(thread + "  " + leadsBack(model));
        return Wrap.ellipsis(
                Wrap.ellipsis(here(model), Math.max(room, LEAST_NAME)) + thread, width);
    }

    private static String here(Model model) {
        return model.chat()
                .map(chat -> (chat.direct() ? "@" : "#") + chat.title())
                .or(() -> model.invitation().map(i -> "#" + i.title()))
                .or(() -> model.community().map(Snapshot::name))
                .orElse("chatbois");
    }

    private static boolean isThread(Model model) {
        return model.here().filter(Place::isThread).isPresent();
    }

    private static String leadsBack(Model model) {
        return model.bindings().key(Action.NEWEST) + " leads back";
    }

    /// What the window is called: how much is unread, and where one is.
    static String window(Model model) {
        int unread = model.communities().stream().mapToInt(Snapshot::unread).sum();
        String community = model.community().map(Snapshot::name).orElse("");
        String here = here(model, MOST_IN_WINDOW);
        String place = here.equals(community) || community.isEmpty() ? "" : " · " + community;
        return (unread == 0 ? "" : "(" + unread + ") ")
                + Wrap.ellipsis(here + place, MOST_IN_WINDOW);
    }

    /// What there is to know of it, in so many columns.
    static String about(Model model, int width) {
        if (isThread(model)) {
            String replies =
                    model.mayHaveMoreReplies()
                            ? Story.manyReplies(model.replies())
                            : Story.replies(model.replies());
            return Wrap.fitting(width, replies + " · " + leadsBack(model), leadsBack(model));
        }
        return Wrap.ellipsis(about(model), width);
    }

    private static String about(Model model) {
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
