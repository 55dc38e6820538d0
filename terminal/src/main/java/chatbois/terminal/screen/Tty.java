package chatbois.terminal.screen;

import java.io.IOException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;

/// A terminal beside what is read from it and written to it: its modes, its size, its signals. Any
/// thread may use it.
interface Tty {
    /// What a terminal, or somebody who knows this process, can tell it by a signal.
    enum Signal {
        /// To stop what it does.
        INT,
        /// The size is another one.
        WINCH,
        /// To suspend itself.
        TSTP,
        /// It goes on after it was suspended.
        CONT
    }

    Attributes modes() throws IOException;

    void modes(Attributes wanted) throws IOException;

    /// Without columns or rows if the terminal doesn't know.
    Size size() throws IOException;

    /// From now on that is done when a signal comes, on a thread of its own.
    void on(Signal signal, Runnable reaction);

    /// Leaves the signals to the system again.
    void ignoreSignals();
}
