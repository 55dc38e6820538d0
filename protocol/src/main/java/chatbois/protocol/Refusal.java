package chatbois.protocol;

/// An answer that says no: a code that stays the same for programs, a sentence for people that says
/// what happened, why, and what to do.
public record Refusal(Code code, String sentence) {

    /// Why a request was refused. Names are part of the protocol.
    public enum Code {
        /// The request makes no sense, here or ever; sending it again won't help.
        BAD_REQUEST,

        /// The server speaks other versions of the protocol.
        PROTOCOL_UNKNOWN,

        /// Only a member can ask that, and the connection is not logged in.
        NOT_LOGGED_IN,

        /// The device belongs to no member, or not to the member named as author.
        UNKNOWN_DEVICE,

        /// A signature does not fit what it should cover.
        BAD_SIGNATURE,

        /// Another member has the name.
        NAME_TAKEN,

        /// Another member has a name that looks the same.
        NAME_CONFUSABLE,

        /// The community has as many members as it allows.
        SERVER_FULL,

        /// The community takes in nobody at present.
        LOCKED,

        /// There is no such invite, or its proof is not for this member and device.
        INVITE_UNKNOWN,

        /// The invite has let in as many as it could.
        INVITE_USED_UP,

        /// The invite's time is over.
        INVITE_EXPIRED,

        /// Nobody may do that here, or only the owner may.
        NOT_ALLOWED,

        /// The member, or the device, can't come in for now; the sentence says until when.
        BANNED,

        /// The member can't say anything for now.
        MUTED,

        /// Somebody who may do so ended the connection.
        KICKED,

        /// Nobody waits at that slot: it is closed, used up, or never was open.
        NO_SUCH_SLOT,

        /// The other member takes nothing from this one.
        NOT_WELCOME,

        /// There is no such chat, or none that the member is in.
        NO_SUCH_CHAT,

        /// Nobody in the community has that id.
        NO_SUCH_MEMBER,

        /// What should be made exists, or who should come in is in.
        ALREADY_THERE,

        /// A text or body is longer than its bound.
        TOO_LONG,

        /// There would be more of something than its bound allows.
        TOO_MANY,

        /// The chat is in slow mode, and the author's last message is too fresh.
        SLOW_MODE,

        /// The file is larger than the community takes, or it takes none.
        FILE_TOO_LARGE,

        /// The member's files would take more room than the community gives each member.
        OVER_QUOTA,

        /// There is no such file with that message, or none any more; or a message names a file
        /// that its author has not sent whole.
        NO_SUCH_FILE,

        /// What was sent of a file has another hash; it has to be sent again from its beginning.
        FILE_DIFFERS,

        /// The author's number is not the next one.
        OUT_OF_SEQUENCE,

        /// The author has seen another history of the log than the server holds.
        HISTORY_DIFFERS,

        /// The server's disk is full; nothing was stored.
        STORAGE_FULL,

        /// The server has too much to do; the same request may be sent again.
        BUSY,

        /// The client took too little of what it was sent; it can connect again and resume.
        TOO_SLOW,

        /// Too many attempts from this address; later ones may be answered again.
        RATE_LIMITED,

        /// The server is ending; it may be back soon.
        SHUTTING_DOWN,

        /// The server failed; what was asked for was not done.
        INTERNAL
    }

    public Refused asException() {
        return new Refused(this);
    }

    public static Refused refused(Code code, String sentence) {
        return new Refused(new Refusal(code, sentence));
    }
}
