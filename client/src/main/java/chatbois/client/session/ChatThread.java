package chatbois.client.session;

import chatbois.log.LogId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// A thread of a chat, for showing: the message at its root, what answers that, and what answers
/// those, in order and as they come. Safe for any thread.
public final class ChatThread implements AutoCloseable {
    private final LogId chat;
    private final long asked;
    private final Guarded guarded;
    private final Pager pager;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();

    /// @param asked any message of the thread
    ChatThread(LogId chat, long asked, Guarded guarded, Pager pager) {
        this.chat = chat;
        this.asked = asked;
        this.guarded = guarded;
        this.pager = pager;
    }

    /// Any message of it.
    long asked() {
        return asked;
    }

    /// Completes when it is here; fails if it could not be asked for at first.
    public CompletableFuture<Void> ready() {
        return ready.copy();
    }

    /// What it says now, the root first; nothing when the member left the chat, or as long as it is
    /// being asked for.
    public Timeline.View view() {
        return guarded.with(model -> {
            Chat open = open(model);
            if (open == null) {
                return new Timeline.View(List.of(), true, true);
            }
            List<Entry> entries = open.threadEntries(model.around().hidden());
            Map<Long, Entry> known = new HashMap<>();
            entries.forEach(entry -> known.put(entry.seq(), entry));
            return new Timeline.View(entries, true, true, known, open.threadEarlier());
        });
    }

    /// Asks for it, unless all of it is here.
    void fill() {
        boolean known =
                guarded.with(model -> {
                    Chat open = open(model);
                    return open == null || open.strand().filter(Strand::isFilled).isPresent();
                });
        if (!known) {
            pager.thread(chat, asked)
                    .thenAccept(this::fill)
                    .whenComplete((_, failure) -> {
                        if (failure == null) {
                            ready.complete(null);
                        } else {
                            ready.completeExceptionally(failure);
                        }
                    });
        }
    }

    private void fill(Pager.Found found) {
        guarded.change(model -> {
            Chat open = open(model);
            if (open != null) {
                open.strand().ifPresent(strand -> strand.fill(found));
            }
        });
    }

    /// The chat, as long as this is the thread that is open in it.
    private @Nullable Chat open(Model model) {
        return model.track(chat).orElse(null) instanceof Chat open && open.thread() == this
                ? open
                : null;
    }

    /// Stops following; its memory is given back.
    @Override
    public void close() {
        guarded.change(model -> {
            Chat open = open(model);
            if (open != null) {
                open.shutThread();
            }
        });
    }
}
