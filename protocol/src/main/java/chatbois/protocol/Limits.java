package chatbois.protocol;

import chatbois.log.Malformed;
import chatbois.protocol.event.Attachment;
import chatbois.protocol.event.Preview;

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

    /// Files that come with one message.
    public static final int ATTACHMENTS = Attachment.MOST;

    /// The largest file that a community can be set to take, in bytes: 1 TiB.
    public static final long FILE = Attachment.LARGEST;

    /// Bytes of a file in one request or reply.
    public static final int FILE_PART = 96 * 1024;

    /// Files that one member is sending at once.
    public static final int FILES_UNDER_WAY = 32;

    /// The words for what is to be seen in a file, in characters.
    public static final int ALT = 1_000;

    /// A preview track, in bytes.
    public static final int PREVIEW = Preview.MOST_BYTES;

    /// The longer side of a preview, in pixels.
    public static final int PREVIEW_SIDE = Preview.MOST_SIDE;

    /// Frames of a preview.
    public static final int PREVIEW_FRAMES = Preview.MOST_FRAMES;

    /// How long a preview takes, in milliseconds.
    public static final int PREVIEW_MILLIS = Preview.MOST_MILLIS;

    /// Seconds from the notice to the end of a server.
    public static final int COUNTDOWN = 7 * 24 * 60 * 60;

    /// Days that messages are kept, if not for ever.
    public static final int RETENTION_DAYS = 36_500;

    /// Logs in one resume.
    public static final int RESUME_LOGS = 256;

    /// What was typed of a name, in bytes, where names are suggested.
    public static final int SUGGEST_BEGINNING = 256;

    /// Suggestions in one answer.
    public static final int SUGGESTIONS = 10;

    /// Terms that are looked for at once.
    public static final int SEARCH_TERMS = 16;

    /// What is looked for, in characters, all terms together.
    public static final int SEARCH_TEXT = 400;

    /// Messages found in one answer.
    public static final int SEARCH_HITS = 50;

    /// What is shown of a message that was found, in characters.
    public static final int SEARCH_EXCERPT = 240;

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

    /// What a member calls a device, in characters.
    public static final int DEVICE_LABEL = 32;

    /// Devices that speak for one member at once.
    public static final int DEVICES = 16;

    /// Devices that ever spoke for one member; bounds what is remembered.
    public static final int DEVICES_EVER = 256;

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

    /// A chat's topic, in characters.
    public static final int TOPIC = 200;

    /// A chat's description, in characters.
    public static final int DESCRIPTION = 2_000;

    /// Pins in one chat.
    public static final int PINS = 50;

    /// Members whom one message is meant for by name.
    public static final int MENTIONS = 50;

    /// Different emoji under one message.
    public static final int REACTIONS = 20;

    /// Messages in one answer about what is meant for a member.
    public static final int MENTIONED = 100;

    /// Events in one answer about what became of messages and what they answer.
    public static final int RELATED = 300;

    /// Messages in one answer about a thread.
    public static final int THREAD = 200;

    /// Messages that are gone through to find a thread, up to its root and down from there.
    public static final int THREAD_STEPS = 2_000;

    /// Links into one chat that are open at once.
    public static final int CHAT_LINKS = 50;

    /// How many of those who left a chat in no good way it remembers.
    public static final int CHAT_REMEMBERED = 1_000;

    /// The slowest slow mode, in seconds: a day.
    public static final int SLOW_SECONDS = 86_400;

    /// Public chats in one list.
    public static final int PUBLIC_CHATS = 200;

    /// The nesting of JSON.
    public static final int DEPTH = 16;

    /// What one device says to another by way of a slot, in characters of base64url.
    public static final int RELAYED = 6_000;

    /// Members whom a client watches, and asks for at once, to know how they are there.
    public static final int WATCHED = 200;

    /// Members in one push about how they are there.
    public static final int SIGHTINGS = 100;

    /// Members of a chat in which it is told how far somebody has read, if they let it be told.
    public static final int SMALL_CHAT = 10;

    /// Drafts of one member that the server keeps; all of them fit one frame, however they are
    /// written.
    public static final int DRAFTS = 40;

    /// Members whom one member has blocked.
    public static final int BLOCKS = 1_000;

    /// Refuses a part of a file that is longer than one can be, in base64url.
    static void checkPart(String data) {
        if (data.length() > (FILE_PART * 4 + 2) / 3) {
            throw new Malformed("a part of a file has at most " + FILE_PART + " bytes");
        }
    }

    static void checkRelayed(String payload) {
        if (payload.length() > RELAYED) {
            throw new Malformed("a payload has at most " + RELAYED + " characters");
        }
    }

    private Limits() {}
}
