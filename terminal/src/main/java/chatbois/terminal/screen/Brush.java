package chatbois.terminal.screen;

import chatbois.terminal.cell.Cells;
import chatbois.terminal.cell.Dress;
import chatbois.terminal.cell.Painter;
import chatbois.terminal.cell.Passage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/// Paints pictures of the screen, as far as the road to the terminal is free. For one thread.
final class Brush {
    /// The road to the terminal.
    interface Road {
        /// Whether anything is painted there.
        boolean isOpen();

        /// Whether so much may be sent without waiting.
        boolean mayGo(int bytes);

        /// Whether so much is shown at once, rather than piece by piece.
        boolean isWhole(int bytes);

        /// How many bytes a piece should have.
        int piece();

        /// Counts what is less urgent, and says what the terminal is to be asked about it.
        Questions sends(int bytes);

        /// Whether something else is to be written first, after which what is painted now is
        /// painted on.
        boolean isOvertaken();

        /// Waits until so much may be sent; false if it is overtaken.
        boolean awaitRoom(int bytes) throws InterruptedException;
    }

    /// Whether the terminal is asked if it is well, before something and after it.
    record Questions(boolean before, boolean after) {}

    /// After so much of a picture it looks whether the rest is still wanted.
    private static final int CHUNK_BYTES = 4096;

    /// About so many bytes a cell of a picture takes.
    static final int CELL_BYTES = 32;

    /// So many bytes of pixels are made ready at once.
    private static final int MOST_PIXELS = 64 * 1024;

    private final OutputStream terminal;
    private final Road road;
    private Painter painter;

    Brush(OutputStream terminal, Painter painter, Road road) {
        this.terminal = terminal;
        this.painter = painter;
        this.road = road;
    }

    /// Paints in other colours.
    void dress(Dress dress) {
        painter.dress(dress);
    }

    /// Paints the next picture as a whole.
    ///
    /// @param pixels whether the terminal may also have lost the pixels that it was sent; those
    ///   that it still has are taken away
    void forget(boolean pixels) throws IOException {
        painter.forget();
        if (pixels) {
            write(painter.easel().farewell());
        }
    }

    /// What takes all pixels of ours away from the terminal.
    String farewell() {
        return painter.easel().farewell();
    }

    void write(String text) throws IOException {
        if (!text.isEmpty()) {
            terminal.write(utf8(text));
        }
    }

    /// The cells, and the pixels that belong to some of them: those that hang behind cells before
    /// these, where the terminal shows something already, and strips over them afterwards.
    void paint(Cells cells) throws IOException, InterruptedException {
        if (!cells.hasPixels()) {
            paintCells(cells);
            return;
        }
        Optional<Passage> first =
                painter.easel().lacks(cells) ? painter.passage(cells) : Optional.empty();
        if (first.isPresent()) {
            writeWhileOpen(bytes(first.get().reached()));
            terminal.flush();
            if (!send(() -> painter.easel().pixels(cells, piece()))) {
                return;
            }
        }
        paintCells(cells);
        if (send(() -> painter.easel().pixels(cells, piece()))) {
            send(() -> painter.strips(cells, piece()));
        }
    }

    private int piece() {
        return Math.min(road.piece(), MOST_PIXELS);
    }

    /// Sends piece after piece until one is empty; false if something else comes first.
    private boolean send(Supplier<String> pieces) throws IOException, InterruptedException {
        if (road.isOvertaken()) {
            return false;
        }
        for (String next = pieces.get(); !next.isEmpty(); next = pieces.get()) {
            byte[] bytes = utf8(next);
            Questions questions = road.sends(bytes.length);
            ask(questions.before());
            terminal.write(bytes); // all of it: nobody finds out of the middle of pixels
            ask(questions.after());
            terminal.flush();
            if (!road.awaitRoom(road.piece())) {
                return false;
            }
        }
        return true;
    }

    private void ask(boolean wanted) throws IOException {
        if (wanted) {
            write(Outlet.ASK);
        }
    }

    /// At once what is short or urgent. What the line takes in a moment then waits for room and is
    /// shown whole: of a frame of a film there is all on the screen or nothing. The rest, pictures
    /// that are new, in pieces, of which only so many are on their way that a key pressed meanwhile
    /// is seen at once: what comes then is painted first.
    private void paintCells(Cells cells) throws IOException, InterruptedException {
        Painter whole = new Painter(painter);
        byte[] all = utf8(whole.paint(cells));
        if (painter.isUrgent(cells)) {
            painter = whole;
            writeWhileOpen(all);
        } else if (road.mayGo(all.length)) {
            painter = whole;
            writeLater(all);
        } else {
            paintLater(cells);
        }
    }

    /// What is urgent at once.
    private void paintLater(Cells cells) throws IOException, InterruptedException {
        Optional<Passage> passage = painter.passage(cells);
        writeWhileOpen(bytes(passage.map(Passage::reached).orElse(cells)));
        terminal.flush();
        Painter whole = new Painter(painter);
        byte[] rest = utf8(whole.paint(cells));
        if (passage.isPresent() && !road.isWhole(rest.length)) {
            paintInPieces(passage.get());
        } else if (rest.length > 0 && road.awaitRoom(rest.length)) {
            painter = whole;
            writeLater(rest);
        }
    }

    private byte[] bytes(Cells cells) {
        return utf8(painter.paint(cells));
    }

    private void paintInPieces(Passage passage) throws IOException, InterruptedException {
        write(Painter.BEGIN);
        while (road.awaitRoom(road.piece()) && passage.goOn(road.piece() / CELL_BYTES)) {
            writeLater(utf8(painter.part(passage.reached())));
            terminal.flush();
        }
        write(Painter.END);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void writeLater(byte[] bytes) throws IOException {
        Questions questions = road.sends(bytes.length);
        ask(questions.before());
        writeWhileOpen(bytes);
        ask(questions.after());
    }

    private void writeWhileOpen(byte[] bytes) throws IOException {
        for (int from = 0; from < bytes.length && road.isOpen(); from += CHUNK_BYTES) {
            terminal.write(bytes, from, Math.min(CHUNK_BYTES, bytes.length - from));
        }
    }
}
