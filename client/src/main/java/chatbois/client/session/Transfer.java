package chatbois.client.session;

import chatbois.client.link.Link;
import chatbois.protocol.Refused;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Moves one file over whatever connections there are: part after part, on after cuts, until it is
/// whole, refused or given up. For one thread, which waits.
final class Transfer {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int MOST_FAULTS = 6;

    /// One direction.
    interface Way {
        /// Finds out where to go on, on a new connection.
        long begin(Link link) throws IOException;

        /// How many bytes there are in all.
        long size();

        /// Asks for a part, or gives it.
        Request part(long offset, int length) throws IOException;

        /// Takes an answer to the part at that place; gives up to where the file is done by it.
        long took(long offset, int length, Reply reply) throws IOException;
    }

    private record Asked(long offset, int length, long at, CompletableFuture<Reply> answer) {}

    private final Guarded guarded;
    private final Way way;
    private final Files.Progress progress;
    private final BooleanSupplier unwanted;
    private final Pacer pacer = new Pacer();
    private int faults;

    /// @param unwanted whether nobody waits for it any more
    Transfer(Guarded guarded, Way way, Files.Progress progress, BooleanSupplier unwanted) {
        this.guarded = guarded;
        this.way = way;
        this.progress = progress;
        this.unwanted = unwanted;
    }

    /// Returns when the whole file has moved. May be [Refused].
    void run() throws IOException, InterruptedException {
        while (true) {
            Link link = awaitLink();
            try {
                over(link);
                return;
            } catch (Refused e) {
                waitAfter(e);
            } catch (IOException e) {
                if (linkNow().filter(now -> now == link).isPresent()) {
                    throw e; // not the connection's fault
                }
            }
        }
    }

    private Link awaitLink() throws IOException, InterruptedException {
        while (true) {
            checkWanted();
            guarded.await(model -> model.link() != null || model.standing().isOver(), LOOK);
            Optional<Link> link = linkNow();
            if (link.isPresent()) {
                return link.get();
            }
            Optional<String> ended = guarded.with(model -> ended(model.standing()));
            if (ended.isPresent()) {
                throw new IOException(ended.get());
            }
        }
    }

    private static Optional<String> ended(Standing standing) {
        if (!standing.isOver()) {
            return Optional.empty();
        }
        return Optional.of(
                standing.state() instanceof SessionState.Stopped(String why, _)
                        ? why + " The file did not get to its end."
                        : "The session has ended, and the file with it.");
    }

    private Optional<Link> linkNow() {
        return guarded.with(model -> Optional.ofNullable(model.link()));
    }

    private void checkWanted() {
        if (unwanted.getAsBoolean()) {
            throw new CancellationException("nobody waits for that file any more");
        }
    }

    /// What passes by itself is waited for.
    private void waitAfter(Refused refused) throws InterruptedException {
        switch (refused.refusal().code()) {
            case BUSY, RATE_LIMITED, SHUTTING_DOWN, TOO_SLOW -> Thread.sleep(Backoff.after(faults));
            case INTERNAL -> {
                if (faults >= MOST_FAULTS) {
                    throw refused;
                }
                Thread.sleep(Backoff.after(faults));
            }
            default -> throw refused;
        }
        faults++;
    }

    private void over(Link link) throws IOException {
        long done = way.begin(link);
        long asked = done;
        Deque<Asked> open = new ArrayDeque<>();
        progress.at(done, way.size());
        while (done < way.size()) {
            checkWanted();
            while (asked < way.size() && open.size() < pacer.underWay()) {
                int length = (int) Math.min(pacer.part(), way.size() - asked);
                open.add(ask(link, asked, length));
                asked += length;
            }
            Asked first = open.remove();
            long now = settle(first);
            if (now != first.offset() + first.length()) {
                drain(open);
                asked = now;
            }
            faults = now > done ? 0 : faults + 1;
            if (faults > MOST_FAULTS) {
                throw new IOException("The server stopped in the middle of the file.");
            }
            done = now;
            progress.at(done, way.size());
        }
    }

    private Asked ask(Link link, long offset, int length) throws IOException {
        Request request = way.part(offset, length);
        return new Asked(offset, length, System.nanoTime(), link.request(request));
    }

    private long settle(Asked asked) throws IOException {
        Reply reply = Link.await(asked.answer());
        pacer.took(Duration.ofNanos(System.nanoTime() - asked.at()));
        return way.took(asked.offset(), asked.length(), reply);
    }

    /// What was asked for behind a part that was not taken is of no use.
    private static void drain(Deque<Asked> open) {
        for (Asked each = open.poll(); each != null; each = open.poll()) {
            quietly(each.answer());
        }
    }

    private static @Nullable Reply quietly(CompletableFuture<Reply> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
