package chatbois.terminal.state;

import chatbois.client.session.Entry;
import chatbois.client.session.Snapshot;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.terminal.command.Waiting;
import chatbois.terminal.command.Waiting.What;
import java.util.List;
import java.util.Optional;

/// What waits to be read in all communities, to be chosen from. Owned by the screen's thread.
public final class Inbox {
    private List<Waiting> mentions = List.of();
    private int chosen;

    /// How many messages were meant for the member when they were asked for; negative before.
    private int asked = -1;

    /// What is to be asked when it opens, and each time that there is more or less of it.
    Optional<Effect> ask(Model model) {
        int now = model.communities().stream().mapToInt(Snapshot::mentions).sum();
        boolean same = now == asked;
        asked = now;
        return same ? Optional.empty() : Optional.of(new Effect.LookIntoInbox());
    }

    /// Takes the messages that are meant for the member.
    void take(List<Waiting> found) {
        mentions = found;
    }

    /// What waits by now: what is meant for the member first.
    public List<Waiting> waiting(Model model) {
        List<Waiting> named = mentions.stream().filter(one -> isUnread(one, model)).toList();
        return Waiting.all(named, model.communities());
    }

    private static boolean isUnread(Waiting one, Model model) {
        long readUpTo = model.chat(place(one)).map(ChatInfo::readUpTo).orElse(Long.MAX_VALUE);
        return one.what() instanceof What.Named(_, Entry entry) && entry.seq() > readUpTo;
    }

    static Place place(Waiting one) {
        return new Place(one.community(), one.chat());
    }

    /// Which of them is chosen; there may be none.
    public int chosen(List<Waiting> waiting) {
        return Math.clamp(chosen, 0, Math.max(waiting.size() - 1, 0));
    }

    /// Which of them is in the first row of so many.
    public int first(List<Waiting> waiting, int height) {
        return Math.max(chosen(waiting) - height + 1, 0);
    }

    void choose(int step, Model model) {
        List<Waiting> waiting = waiting(model);
        chosen = Math.clamp(chosen(waiting) + step, 0, Math.max(waiting.size() - 1, 0));
    }

    Optional<Waiting> chosenOne(Model model) {
        List<Waiting> waiting = waiting(model);
        return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.get(chosen(waiting)));
    }
}
