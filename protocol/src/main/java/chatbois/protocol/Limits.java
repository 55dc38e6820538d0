package chatbois.protocol;

/// The bounds that both sides keep. Lengths in bytes are of UTF-8.
public final class Limits {
    /// The version of the protocol spoken here.
    public static final int PROTOCOL = 1;

    /// A message's text, in bytes.
    public static final int TEXT = 16 * 1024;

    /// An event's body, in bytes; a text of nothing but control characters, six bytes each, fits.
    public static final int BODY = 100 * 1024;

    /// A frame from a client, in bytes; the largest body, escaped once more, fits.
    public static final int CLIENT_FRAME = 256 * 1024;

    /// A frame from a client that has not logged in, in bytes.
    public static final int GUEST_FRAME = 8 * 1024;

    /// A frame from a server, in bytes.
    public static final int SERVER_FRAME = 4 * 1024 * 1024;

    /// Events in one page, and in one push.
    public static final int PAGE_EVENTS = 200;

    /// Bytes of bodies in one page, and in one push; one event always fits. Small enough that a
    /// frame passes over a slow line before either side takes the other for gone.
    public static final int PAGE_BYTES = 128 * 1024;

    /// Bytes of a backup in one reply.
    public static final int BACKUP_PART = 256 * 1024;

    /// Seconds from the notice to the end of a server.
    public static final int COUNTDOWN = 7 * 24 * 60 * 60;

    /// Days that messages are kept, if not for ever.
    public static final int RETENTION_DAYS = 36_500;

    /// Logs in one resume.
    public static final int RESUME_LOGS = 256;

    /// Members that a new chat can begin with; more come in by invitation.
    public static final int NEW_CHAT_MEMBERS = 500;

    /// Members of a chat, together with those who are invited.
    public static final int CHAT_MEMBERS = 5_000;

    /// Chats that a member is in or invited to.
    public static final int CHATS_PER_MEMBER = 1_000;

    /// Uses of one invite.
    public static final int INVITE_USES = 10_000;

    /// Invites that are open at once.
    public static final int OPEN_INVITES = 10_000;

    /// Chats that one member can ever make; bounds what a community's view has to remember.
    public static final int CHATS_MADE = 10_000;

    /// A community's name, in characters.
    public static final int COMMUNITY_NAME = 64;

    /// What newcomers are told, and what is announced, in characters.
    public static final int ANNOUNCEMENT = 1_000;

    /// The reason for a ban, a kick and the like, in characters.
    public static final int REASON = 200;

    /// What a member says about being here, in characters.
    public static final int STATUS = 100;

    /// Bans of addresses.
    public static final int ADDRESS_BANS = 1_000;

    /// Connections that are listed at once.
    public static final int PRESENCES = 5_000;

    /// Roles that a community makes besides the built-in ones.
    public static final int ROLES = 50;

    /// A role's name, in characters.
    public static final int ROLE_NAME = 24;

    /// The most members that a community can be set to allow.
    public static final int MEMBERS = 1_000_000;

    /// The nesting of JSON.
    public static final int DEPTH = 16;

    private Limits() {}
}
