package chatbois.terminal.command;

/// A command is about a chat, and was given where none is.
public final class NoChatHere extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    NoChatHere() {
        super(
                "You are in no chat here; /go to the one that it is about, make one with /new, or"
                        + " write to somebody with /msg.");
    }
}
