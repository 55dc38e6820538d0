package chatbois.terminal.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads UTF-8 and escape sequences byte by byte, so that it never matters how they were split on
/// their way; only after a lone escape must the caller say that nothing followed.
final class KeyDecoder {
    private enum State {
        TEXT,
        ESCAPE,
        CSI,
        SS3,
        LINUX,
        PASTE
    }

    private static final int ESC = 0x1B;
    private static final int MOST_PARAMETERS = 64;

    private final List<Key> keys = new ArrayList<>();
    private final Utf8 utf8 = new Utf8();
    private final StringBuilder parameters = new StringBuilder();
    private State state = State.TEXT;
    private Pasted pasted = new Pasted();
    private boolean alt;

    /// The keys since the last time.
    List<Key> take() {
        List<Key> taken = List.copyOf(keys);
        keys.clear();
        return taken;
    }

    boolean isInPaste() {
        return state == State.PASTE;
    }

    boolean isInSequence() {
        return state != State.TEXT && state != State.PASTE || utf8.isPending();
    }

    void accept(byte next) {
        if (state == State.PASTE) {
            paste(next);
        } else if (!utf8.isPending()) {
            acceptFirst(next & 0xFF);
        } else if (!utf8.proceed(next)) {
            character(Utf8.INVALID);
            acceptFirst(next & 0xFF);
        } else if (!utf8.isPending()) {
            character(utf8.codePoint());
        }
    }

    /// Makes the best of what is incomplete, as nothing followed.
    void flush() {
        State incomplete = state;
        state = State.TEXT;
        if (utf8.isPending()) {
            utf8.abandon();
            character(Utf8.INVALID);
        }
        switch (incomplete) {
            case ESCAPE -> keys.add(Key.named(Key.Name.ESCAPE));
            case SS3 -> keys.add(Key.alt('O'));
            case CSI -> {
                if (parameters.isEmpty()) {
                    keys.add(Key.alt('['));
                }
            }
            case PASTE -> keys.add(pasted.key());
            case TEXT, LINUX -> {}
        }
    }

    private void acceptFirst(int next) {
        switch (state) {
            case TEXT, PASTE -> text(next);
            case ESCAPE -> escape(next);
            case CSI -> csi(next);
            case SS3 -> ss3(next);
            case LINUX -> end(next, Sequences.linux((char) next));
        }
    }

    private void text(int next) {
        state = State.TEXT;
        if (next == ESC) {
            state = State.ESCAPE;
        } else if (next < 0x80) {
            character(next);
        } else {
            utf8.begin(next);
            if (!utf8.isPending()) {
                character(Utf8.INVALID);
            }
        }
    }

    private void escape(int next) {
        switch (next) {
            case '[' -> {
                parameters.setLength(0);
                state = State.CSI;
            }
            case 'O' -> state = State.SS3;
            case ESC -> keys.add(Key.named(Key.Name.ESCAPE));
            default -> {
                alt = true;
                text(next);
            }
        }
    }

    private void csi(int next) {
        if (next >= 0x20 && next < 0x40) {
            if (parameters.length() < MOST_PARAMETERS) {
                parameters.append((char) next);
            }
        } else if (next == '[' && parameters.isEmpty()) {
            state = State.LINUX;
        } else if (next == '~' && parameters.toString().equals("200")) {
            pasted = new Pasted();
            state = State.PASTE;
        } else {
            end(next, Sequences.csi(parameters.toString(), (char) next));
        }
    }

    private void ss3(int next) {
        boolean parameter = next >= '0' && next < '@';
        if (!parameter) {
            end(next, Sequences.ss3((char) next));
        }
    }

    /// Ends a sequence, with a byte that may be none of it.
    private void end(int last, Optional<Key> key) {
        state = State.TEXT;
        if (last >= 0x40 && last < 0x7F) {
            key.ifPresent(keys::add);
        } else {
            text(last);
        }
    }

    private void paste(byte next) {
        if (pasted.endsWith(next)) {
            state = State.TEXT;
            keys.add(pasted.key());
            pasted = new Pasted();
        }
    }

    private void character(int codePoint) {
        boolean control = codePoint >= 0x80 && codePoint < 0xA0;
        if (!control) {
            keys.add(Sequences.plain(codePoint, alt ? Mods.ALT : Mods.NONE));
        }
        alt = false;
    }
}
