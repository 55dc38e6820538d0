package chatbois.cellart.worker;

import chatbois.cellart.Cells;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/// A track that is being shown. Any thread may call it.
public final class Showing implements AutoCloseable {
    /// So many workers may have died of a track before it counts as one that can't be drawn.
    private static final int MOST_DEATHS = 2;

    private final Studio studio;
    private final int number;
    private final byte[] bytes;
    private final AtomicInteger deaths = new AtomicInteger();

    Showing(Studio studio, int number, byte[] bytes) {
        this.studio = studio;
        this.number = number;
        this.bytes = bytes;
    }

    /// The cells of a frame, counted from 0; the frame before is taken to stand on the screen.
    /// Fails with a [WorkerFailed].
    ///
    /// @param thrift as in [chatbois.cellart.Reel#next]
    /// @param most as there
    public CompletableFuture<Cells> draw(Look look, int frame, double thrift, int most) {
        if (deaths.get() >= MOST_DEATHS) {
            return CompletableFuture.failedFuture(
                    new WorkerFailed(
                            "This picture can't be drawn: it has ended the program that draws."));
        }
        return studio.ask(new Ask.Draw(number, look, frame, thrift, most), this)
                .thenCompose(answer ->
                        switch (answer) {
                            case Answer.Drawn(Cells cells) when cells.size().equals(look.size()) ->
                                    CompletableFuture.completedFuture(cells);
                            case Answer.Failed(String sentence) -> failed(sentence);
                            case Answer.Drawn _, Answer.Made _, Answer.Done _ ->
                                    failed("The program that draws pictures answered nonsense.");
                        });
    }

    private static <T> CompletableFuture<T> failed(String sentence) {
        return CompletableFuture.failedFuture(new WorkerFailed(sentence));
    }

    int number() {
        return number;
    }

    byte[] bytes() {
        return bytes;
    }

    void diedOfIt() {
        deaths.incrementAndGet();
    }

    /// Lets go of it.
    @Override
    public void close() {
        studio.drop(number);
    }
}
