package chatbois.cellart.worker;

import chatbois.cellart.Cells;
import chatbois.cellart.pixel.Print;
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
    /// @param look of characters
    /// @param thrift as in [chatbois.cellart.Reel#next]
    /// @param most as there
    public CompletableFuture<Cells> draw(Look look, int frame, double thrift, int most) {
        return ask(new Ask.Draw(number, look, frame, thrift, most))
                .thenCompose(answer ->
                        switch (answer) {
                            case Answer.Drawn(Cells cells) when cells.size().equals(look.size()) ->
                                    CompletableFuture.completedFuture(cells);
                            default -> failed(answer);
                        });
    }

    /// The pixels of a frame, as the other.
    ///
    /// @param look of pixels
    /// @param most as in [chatbois.cellart.pixel.Press#print]
    public CompletableFuture<Print> print(Look look, int frame, int most) {
        return ask(new Ask.Print(number, look, frame, most))
                .thenCompose(answer ->
                        switch (answer) {
                            case Answer.Printed(Print print)
                                    when print.size().equals(look.size()) ->
                                    CompletableFuture.completedFuture(print);
                            default -> failed(answer);
                        });
    }

    private CompletableFuture<Answer> ask(Ask ask) {
        return deaths.get() >= MOST_DEATHS
                ? failed("This picture can't be drawn: it has ended the program that draws.")
                : studio.ask(ask, this);
    }

    private static <T> CompletableFuture<T> failed(Answer answer) {
        return failed(
                answer instanceof Answer.Failed(String sentence)
                        ? sentence
                        : "The program that draws pictures answered nonsense.");
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
