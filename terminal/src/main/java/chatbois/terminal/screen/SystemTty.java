package chatbois.terminal.screen;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.impl.exec.ExecTerminalProvider;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.Pty;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import sun.misc.SignalHandler;

/// The terminal that the program was started in.
///
/// Of JLine it takes the lowest level only: a whole `Terminal` of it reads capabilities that we
/// don't need, and makes a proxy class for signals, which together took a sixth of a start.
final class SystemTty implements Tty {
    private final Pty pty;
    private final Map<Signal, SignalHandler> before = new EnumMap<>(Signal.class);

    private SystemTty(Pty pty) {
        this.pty = pty;
    }

    /// The terminal behind standard input and output; nothing if one of them leads elsewhere or the
    /// terminal is known to be dumb.
    static Optional<Tty> open(Map<String, String> environment) {
        if (environment.getOrDefault("TERM", "dumb").equals("dumb")) {
            return Optional.empty();
        }
        // Its native library is unpacked to a temporary directory, which may forbid that.
        return openNative().or(SystemTty::openByPrograms);
    }

    private static Optional<Tty> openNative() {
        try {
            JniTerminalProvider provider = new JniTerminalProvider();
            return open(provider, provider::current);
        } catch (LinkageError _) {
            return Optional.empty();
        }
    }

    private static Optional<Tty> openByPrograms() {
        ExecTerminalProvider provider = new ExecTerminalProvider();
        return open(provider, provider::current);
    }

    private interface Opening {
        Pty by(SystemStream stream) throws IOException;
    }

    private static Optional<Tty> open(TerminalProvider provider, Opening opening) {
        if (!provider.isSystemStream(SystemStream.Input)
                || !provider.isSystemStream(SystemStream.Output)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SystemTty(opening.by(SystemStream.Output)));
        } catch (IOException | IllegalStateException _) {
            return Optional.empty();
        }
    }

    /// Opens and closes a pseudo-terminal, and uses it as the terminal will be.
    static void rehearse() throws IOException {
        openNative(); // which finds that this is none
        try (Pty pty = new JniTerminalProvider().open(null, null)) {
            SystemTty tty = new SystemTty(pty);
            tty.modes(tty.modes());
            tty.size();
            tty.on(Signal.WINCH, () -> {});
            tty.ignoreSignals();
        }
    }

    @Override
    public Attributes modes() throws IOException {
        return pty.getAttr();
    }

    @Override
    public void modes(Attributes wanted) throws IOException {
        pty.setAttr(wanted);
    }

    @Override
    public Size size() throws IOException {
        return pty.getSize();
    }

    /// A signal that the JVM was told to leave alone (`-Xrs`) never comes.
    @Override
    public synchronized void on(Signal signal, Runnable reaction) {
        try {
            SignalHandler old =
                    sun.misc.Signal.handle(new sun.misc.Signal(signal.name()), _ -> reaction.run());
            before.putIfAbsent(signal, old);
        } catch (IllegalArgumentException _) {
            // not on this system
        }
    }

    @Override
    public synchronized void ignoreSignals() {
        before.forEach(
                (signal, old) -> sun.misc.Signal.handle(new sun.misc.Signal(signal.name()), old));
        before.clear();
    }
}
