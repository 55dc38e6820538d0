package chatbois.protocol;

/// An answer that says no: a code that stays the same for programs, a sentence for people that says
/// what happened, why, and what to do.
public record Refusal(Code code, String sentence) {

    /// Why a request was refused. Names are part of the protocol.
    public enum Code {
        BAD_REQUEST,
        PROTOCOL_UNKNOWN,
        NOT_LOGGED_IN,
        UNKNOWN_DEVICE,
        BAD_SIGNATURE,
        NAME_TAKEN,
        NAME_CONFUSABLE,
        SERVER_FULL,
        LOCKED,
        INVITE_UNKNOWN,
        INVITE_USED_UP,
        INVITE_EXPIRED,
        NOT_ALLOWED,
        NO_SUCH_CHAT,
        NO_SUCH_MEMBER,
        ALREADY_THERE,
        TOO_LONG,
        TOO_MANY,
        /// The author's number is not the next one.
        OUT_OF_SEQUENCE,
        /// The author has seen another history of the log than the server holds.
        HISTORY_DIFFERS,
        STORAGE_FULL,
        BUSY,
        TOO_SLOW,
        RATE_LIMITED,
        SHUTTING_DOWN,
        INTERNAL
    }

    public Refused asException() {
        return new Refused(this);
    }

    public static Refused refused(Code code, String sentence) {
        return new Refused(new Refusal(code, sentence));
    }
}
