package chatbois.client.session;

import chatbois.client.link.Link;
import chatbois.log.Event;
import chatbois.log.LogId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Reads a chat upwards for a script: page by page, so that memory stays flat however long it is.
record Reading(Guarded guarded, Pager pager, LogId chat) {

    /// Hands over every entry from there to the newest one.
    void toEnd(long from, Consumer<Entry> each) throws IOException {
        toEnd(from, (_, entry) -> each.accept(entry));
    }

    /// The same, with the events.
    void toEnd(long from, BiConsumer<Event, Entry> each) throws IOException {
        long next = Math.max(from, 1);
        List<Pager.Told> page = told(next);
        while (!page.isEmpty()) {
            page.forEach(told -> each.accept(told.event(), told.entry()));
            next = page.getLast().event().seq() + 1;
            page = told(next);
        }
    }

    private List<Pager.Told> told(long next) throws IOException {
        return Link.await(pager.beginningAt(chat, next)).told();
    }

    /// Hands over every entry from there on, for ever: through cuts too, until the session stops,
    /// the chat is left, or the thread is interrupted.
    void follow(long from, BiConsumer<Event, Entry> each) throws IOException, InterruptedException {
        long next = Math.max(from, 1);
        while (true) {
            List<Pager.Told> page = pageOrWait(next);
            page.forEach(told -> each.accept(told.event(), told.entry()));
            if (!page.isEmpty()) {
                next = page.getLast().event().seq() + 1;
            } else {
                awaitMore(next);
            }
        }
    }

    /// With nothing of what blocked members say.
    private List<Pager.Told> page(long next) throws IOException {
        Pager.Page page = Link.await(pager.beginningAt(chat, next));
        List<Entry> visible =
                guarded.with(
                        model -> model.chat(chat).visible(page.entries(), model.around().hidden()));
        List<Pager.Told> told = new ArrayList<>();
        for (int i = 0; i < visible.size(); i++) {
            told.add(new Pager.Told(page.told().get(i).event(), visible.get(i)));
        }
        return told;
    }

    private List<Pager.Told> pageOrWait(long next) throws IOException, InterruptedException {
        try {
            return page(next);
        } catch (IOException e) {
            if (guarded.with(model -> isOver(model) || model.link() != null)) {
                throw e;
            }
            return List.of();
        }
    }

    private void awaitMore(long next) throws IOException, InterruptedException {
        guarded.await(
                model ->
                        isOver(model)
                                || (model.standing().isOnline()
                                        && model.chat(chat).newest().size() >= next),
                Guarded.EVER);
        if (guarded.with(model -> model.standing().state())
                instanceof SessionState.Stopped(String why, _)) {
            throw new IOException(why);
        }
    }

    private boolean isOver(Model model) {
        return model.standing().isOver() || model.chat(chat).broken() != null;
    }
}
