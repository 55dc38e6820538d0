package chatbois.terminal.key;

import java.io.ByteArrayOutputStream;
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
        PASTE,
        /// A text that the terminal tells, begun by `ESC ]`, `ESC P` or `ESC _`.
        TOLD,
        /// An escape in there, which ends it together with a backslash.
        TOLD_ESCAPE,
        /// The same beginning, but nothing that was asked for: told if it comes to its end, else
        /// typed.
        DOUBT,
        DOUBT_ESCAPE
    }

    private static final int ESC = 0x1B;
    private static final int BELL = 0x07;
    private static final int MOST_PARAMETERS = 64;

    /// Of a longer text nothing is kept, and at some length it is taken to have lost its end.
    private static final int MOST_TOLD = 64 * 1024;

    /// What nobody asked for is taken for typed when it is longer.
    private static final int MOST_DOUBTED = 4 * 1024;

    private final List<Key> keys = new ArrayList<>();
    private final List<Report> reports = new ArrayList<>();
    private final Utf8 utf8 = new Utf8();
    private final StringBuilder parameters = new StringBuilder();
    private final ByteArrayOutputStream doubted = new ByteArrayOutputStream();
    private State state = State.TEXT;
    private Pasted pasted = new Pasted();
    private boolean alt;
    private int told;

    /// What began it.
    private char by;

    /// The keys since the last time.
    List<Key> take() {
        List<Key> taken = List.copyOf(keys);
        keys.clear();
        return taken;
    }

    /// What else was told since the last time.
    List<Report> takeReports() {
        List<Report> taken = List.copyOf(reports);
        reports.clear();
        return taken;
    }

    /// Whether a text is being told, and not only its beginning was seen, which may be a key.
    boolean isBeingTold() {
        return mayBeTold() && told > 0;
    }

    /// Whether that may be so.
    boolean mayBeTold() {
        return state == State.TOLD || state == State.TOLD_ESCAPE;
    }

    /// Whether a sequence is incomplete of which nobody types so much by hand.
    boolean isInNumbers() {
        return state == State.CSI && !parameters.isEmpty();
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
        switch (incomplete) {
            case ESCAPE -> keys.add(Key.named(Key.Name.ESCAPE));
            case SS3 -> keys.add(Key.alt('O'));
            case CSI -> {
                if (parameters.isEmpty()) {
                    keys.add(Key.alt('['));
                }
            }
            case PASTE -> keys.add(pasted.key());
            case TOLD -> {
                if (told == 0) {
                    keys.add(Sequences.plain(by, Mods.ALT));
                }
            }
            case DOUBT -> takeForTyped();
            case DOUBT_ESCAPE -> {
                takeForTyped();
                accept((byte) ESC);
                flush();
            }
            case TEXT, LINUX, TOLD_ESCAPE -> {}
        }
        if (utf8.isPending()) {
            utf8.abandon();
            character(Utf8.INVALID);
        }
    }

    private void acceptFirst(int next) {
        switch (state) {
            case TEXT, PASTE -> text(next);
            case ESCAPE -> escape(next);
            case CSI -> csi(next);
            case SS3 -> ss3(next);
            case LINUX -> end(next, Sequences.linux((char) next));
            case TOLD -> told(next);
            case TOLD_ESCAPE -> toldEnd(next);
            case DOUBT -> doubt(next);
            case DOUBT_ESCAPE -> doubtEnd(next);
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
            case ']', 'P', '_' -> {
                parameters.setLength(0);
                told = 0;
                by = (char) next;
                state = State.TOLD;
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
            Answers.csi(parameters.toString(), (char) next).ifPresent(reports::add);
            end(next, Sequences.csi(parameters.toString(), (char) next));
        }
    }

    /// If it doesn't begin as what is asked for, it may have been a key, and others after it. No
    /// terminal tells what Enter or Ctrl+C are: with these the text has lost its end, and is lost.
    private void told(int next) {
        if (told == 0 && !isBegun(next)) {
            state = State.DOUBT;
            doubt(next);
        } else if (isPressed(next)) {
            text(next);
        } else if (next == ESC) {
            state = State.TOLD_ESCAPE;
        } else if (next == BELL || told == MOST_TOLD) {
            toldAll();
        } else {
            told++;
            if (parameters.length() < MOST_PARAMETERS) {
                parameters.append((char) next);
            }
        }
    }

    /// Terminals tell things that nobody asked for, such as the window's title where somebody made
    /// them; people type nothing that has such a beginning and such an end.
    private void doubt(int next) {
        if (next == ESC) {
            state = State.DOUBT_ESCAPE;
        } else if (next == BELL && by == ']') {
            forgetDoubted();
        } else if (next < 0x20 || next == 0x7F || doubted.size() == MOST_DOUBTED) {
            takeForTyped();
            accept((byte) next);
        } else {
            doubted.write(next);
        }
    }

    private void doubtEnd(int next) {
        if (next == '\\') {
            forgetDoubted();
        } else {
            takeForTyped();
            accept((byte) ESC);
            accept((byte) next);
        }
    }

    private void forgetDoubted() {
        state = State.TEXT;
        doubted.reset();
    }

    /// There is no escape and no control character in it.
    private void takeForTyped() {
        byte[] typed = doubted.toByteArray();
        forgetDoubted();
        keys.add(Sequences.plain(by, Mods.ALT));
        for (byte each : typed) {
            accept(each);
        }
    }

    private static boolean isPressed(int next) {
        return next < 0x20 && next != ESC && next != BELL || next == 0x7F;
    }

    /// A number, the answer to XTVERSION, or one of Kitty's protocol.
    private boolean isBegun(int next) {
        return switch (by) {
            case ']' -> next >= '0' && next <= '9';
            case 'P' -> next == '>';
            default -> next == 'G';
        };
    }

    /// Without the backslash the escape begins something else, and the text is lost.
    private void toldEnd(int next) {
        if (next == '\\') {
            toldAll();
        } else {
            state = State.ESCAPE;
            escape(next);
        }
    }

    private void toldAll() {
        state = State.TEXT;
        Answers.told(by, parameters.toString()).ifPresent(reports::add);
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
