package chatbois.terminal.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The slash commands: one line each, the only list there is of them.
public enum Verb {
    HELP("help", "[COMMAND]", "shows what can be typed, or explains one command", "?"),
    NEW("new", "CHAT [MEMBER ...]", "makes a chat; quote a name with spaces"),
    JOIN("join", "[CHAT | INVITE]", "joins a chat you are invited to, or another community"),
    INVITE("invite", "[MEMBER ...]", "invites into this chat; alone: makes an invite to pass on"),
    INVITES("invites", "[ROLE [USES [DAYS]]]", "lists the open invites; with a role: makes one"),
    REVOKE("revoke", "INVITE", "calls an open invite back"),
    LEAVE("leave", "", "leaves this chat", "part"),
    MSG("msg", "MEMBER [TEXT]", "opens the direct chat with somebody, and says it", "query", "dm"),
    GO("go", "CHAT", "goes to another of your chats", "switch", "chat"),
    CHATS("chats", "", "lists your chats and invitations", "list"),
    MEMBERS("members", "", "lists who is in this chat", "names"),
    WHO("who", "", "lists who is connected now"),
    ME("me", "TEXT", "says what you do, in the third person"),
    LOCK("lock", "", "takes in nobody new"),
    UNLOCK("unlock", "", "takes in new members again"),
    LIMIT("limit", "N", "sets the most members allowed"),
    RENAME("rename", "NAME", "renames the community"),
    ROLE("role", "[MEMBER ROLE]", "gives a member a role; alone: who may do what", "roles"),
    NEW_ROLE(
            "newrole", "NAME RANK [PERM ...]", "makes a role, or changes one; a rank from 1 to 99"),
    DEL_ROLE("delrole", "NAME", "removes a role that nobody has"),
    WELCOME("welcome", "[TEXT]", "sets what newcomers are told; alone: shows it, - for nothing"),
    ANNOUNCE("announce", "TEXT", "tells everybody something, wherever they are"),
    KICK("kick", "MEMBER [REASON]", "disconnects somebody, who may come back"),
    MUTE("mute", "MEMBER [FOR] [REASON]", "silences somebody, for 30m, 2h, 7d or for ever"),
    UNMUTE("unmute", "MEMBER", "lets somebody speak again"),
    BAN(
            "ban",
            "WHO [FOR] [REASON]",
            "keeps out a MEMBER, MEMBER:DEVICE or ADDRESS/BITS, for 30m, 2h, 7d or for ever"),
    UNBAN("unban", "WHO", "lets a MEMBER, MEMBER:DEVICE or ADDRESS/BITS come in again"),
    BANS("bans", "", "lists who is banned or muted, by whom, until when and why"),
    EXPEL("expel", "MEMBER [REASON]", "removes somebody from the community, for good"),
    PANIC("panic", "[LEVEL]", "shuts the community down step by step in a raid; alone: the levels"),
    AUDIT(
            "audit",
            "[MEMBER] [ACTION] [AGE]",
            "shows who did what to whom, when and from which device",
            "log"),
    SERVER("server", "", "shows how the server is: memory, disk, connections, last backup"),
    RESTART(
            "restart",
            "[MINUTES] [REASON]",
            "restarts the server, after a countdown for everybody"),
    SHUTDOWN(
            "shutdown",
            "[MINUTES] [REASON]",
            "shuts the server down, after a countdown for everybody; 0 for now"),
    CALL_OFF("calloff", "", "calls off a shutdown or restart of the server"),
    LOG_LEVEL(
            "loglevel", "[LEVEL]", "sets how much the server logs: quiet, normal, verbose, debug"),
    RETENTION(
            "retention",
            "[chat] [DAYS] [yes]",
            "sets for how many days messages are kept before they are erased, or forever; preview DAYS"
                    + " says what would go",
            "keep"),
    BACKUP("backup", "[FILE]", "makes a backup on the server; with FILE: fetches it to here"),
    REPORT("report", "", "shows what is wrong with a history that has changed"),
    DISMISS("dismiss", "", "takes a changed history as it is now"),
    RECONNECT("reconnect", "", "connects now instead of waiting"),
    QUIT("quit", "", "ends the program", "exit");

    private final String word;
    private final String usage;
    private final String help;
    private final List<String> aliases;

    Verb(String word, String usage, String help, String... aliases) {
        this.word = word;
        this.usage = usage;
        this.help = help;
        this.aliases = List.of(aliases);
    }

    /// Without the slash.
    public String word() {
        return word;
    }

    public List<String> aliases() {
        return aliases;
    }

    /// The whole form: `/new CHAT [MEMBER ...]`.
    public String form() {
        return usage.isEmpty() ? "/" + word : "/" + word + " " + usage;
    }

    /// One sentence, without capital and full stop.
    public String help() {
        return help;
    }

    /// All of them with what they do, a line each.
    public static List<String> list() {
        int width = Arrays.stream(values()).mapToInt(v -> v.form().length()).max().orElse(0);
        return Arrays.stream(values())
                .map(v -> v.form() + " ".repeat(width - v.form().length()) + "  " + v.help())
                .toList();
    }

    /// The verb that is called so, by its name or another one.
    public static Optional<Verb> named(String typed) {
        String plain = typed.toLowerCase(Locale.ROOT);
        for (Verb verb : values()) {
            if (verb.word.equals(plain) || verb.aliases.contains(plain)) {
                return Optional.of(verb);
            }
        }
        return Optional.empty();
    }

    /// The verbs whose name begins so.
    public static List<Verb> beginningWith(String typed) {
        String plain = typed.toLowerCase(Locale.ROOT);
        return List.of(values()).stream().filter(v -> v.word.startsWith(plain)).toList();
    }
}
