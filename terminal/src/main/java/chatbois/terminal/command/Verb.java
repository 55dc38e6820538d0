package chatbois.terminal.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The slash commands: one line each, the only list there is of them.
public enum Verb {
    HELP("help", "[COMMAND]", "shows what can be typed, or explains one command", "?"),
    NEW(
            "new",
            "TITLE [MEMBER ...]",
            "makes a chat, with these members in it at once; quote a name with spaces"),
    JOIN(
            "join",
            "[CHAT | LINK | INVITE]",
            "joins a chat you are invited to, a public one, one by its link, or a community"),
    INVITE(
            "invite",
            "[MEMBER ...]",
            "asks members into this chat, who come in with /join; alone: makes an invite to pass on",
            "add"),
    INVITES("invites", "[ROLE [USES [DAYS]]]", "lists the open invites; with a role: makes one"),
    REVOKE("revoke", "INVITE", "calls an open invite back"),
    LEAVE("leave", "", "leaves this chat", "part"),
    RENAME("rename", "NAME", "renames this chat"),
    TOPIC("topic", "[TEXT]", "sets what this chat is about; alone: shows it, - for nothing"),
    DESCRIBE(
            "describe",
            "[TEXT | #NUMBER TEXT]",
            "sets this chat's description, or says in words what is in a picture of yours, #7.2 the second"
                    + " of a message; alone: shows the chat's, - for nothing"),
    REMOVE("remove", "MEMBER [REASON]", "puts somebody out of this chat, or takes back the invite"),
    CHAT_ROLE(
            "chatrole",
            "[MEMBER CHAT-ROLE]",
            "makes somebody owner, moderator, member or read-only in this chat; alone: who is"),
    PUBLIC("public", "", "lets everybody in the community find this chat and come in"),
    PRIVATE("private", "", "hides this chat from who isn't in it"),
    BROWSE("browse", "[WORD]", "lists the public chats, to find one to join"),
    CHAT_LINK("chatlink", "[USES [DAYS]]", "makes a link that brings members into this chat"),
    CHAT_LINKS("chatlinks", "[LINK]", "lists the links into this chat; with one: calls it back"),
    SLOW("slow", "[TIME | off]", "sets slow mode, a time between two messages: 30s, 5m, 1h"),
    PIN("pin", "[NUMBER | WORDS]", "pins a message of this chat; alone: the newest one"),
    UNPIN("unpin", "[NUMBER | WORDS]", "takes a pin away; alone: the newest one"),
    PINS("pins", "", "lists the pinned messages of this chat"),
    ARCHIVE("archive", "", "archives this chat: it can be read but not written to"),
    UNARCHIVE("unarchive", "", "takes this chat back out of the archive"),
    DELETE("delete", "CHAT", "deletes this chat for everybody; type its name to confirm"),
    EXPORT("export", "FILE", "saves this chat to a file: JSON if it ends with .jsonl, else text"),
    REPLY(
            "reply",
            "[#NUMBER] TEXT",
            "answers a message of this chat; without number: the newest by somebody else"),
    THREAD(
            "thread",
            "[#NUMBER]",
            "shows only a message, what answers it, and what answers that; alone: the newest one"),
    FORWARD(
            "forward",
            "[#NUMBER] CHAT [CHAT ...]",
            "passes a message on into other chats, as a quote with author and time"),
    OPEN(
            "open",
            "[#NUMBER] [WHICH]",
            "opens a link or file of a message in your own program, #7.2 its second file; alone: of the"
                    + " newest that has one"),
    ATTACH(
            "attach",
            "FILE [...] [TEXT]",
            "sends files and what you say with them; --from 1:20 --for 10s choose a part of a film",
            "upload"),
    CANCEL("cancel", "", "stops the files that are being sent or fetched in this chat", "abort"),
    SAVE(
            "save",
            "[#NUMBER] [WHICH] [FILE]",
            "saves the files that came with a message, #7.2 only the second; alone: the newest ones,"
                    + " among your downloads"),
    VIEW(
            "view",
            "[#NUMBER] [WHICH]",
            "shows a picture over the whole screen, to look closer, pause, step; alone: the newest"),
    STYLE(
            "style",
            "[STYLE]",
            "draws pictures in other characters, or of pixels where the terminal takes them; alone:"
                    + " shows the newest in each of them"),
    PICTURES(
            "pictures", "[on | off]", "shows or hides the pictures of this chat; alone: how it is"),
    EDIT("edit", "[#NUMBER] TEXT", "gives a message of yours another text; alone: the newest one"),
    REDACT("redact", "[#NUMBER]", "deletes a message for everybody; alone: your newest one"),
    REACT(
            "react",
            "[#NUMBER] EMOJI",
            "answers a message with an emoji, :tada: for one; without number: the newest by somebody"
                    + " else; again: takes it back"),
    DETAILS(
            "details",
            "[#NUMBER]",
            "shows when and from which device a message came, its files, and who reacted"),
    MENTIONS("mentions", "", "lists the newest messages that are meant for you, in all chats"),
    INBOX("inbox", "", "lists what is unread and meant for you, in all communities"),
    MSG("msg", "MEMBER [TEXT]", "opens the direct chat with somebody, and says it", "query", "dm"),
    GO("go", "CHAT", "goes to another of your chats", "switch", "chat"),
    NUMBER("number", "DIGIT", "gives this chat the digit that leads to it with Alt"),
    CHATS("chats", "", "lists your chats and invitations", "list"),
    SEARCH("search", "WORDS", "finds messages in all your chats; /help search says how", "find"),
    MEMBERS("members", "", "lists who is in this chat", "names"),
    WHO("who", "", "lists who is connected, since when and how long idle"),
    WHOIS(
            "whois",
            "MEMBER",
            "shows who somebody is, whether they are there, and when they last were"),
    AWAY(
            "away",
            "[TEXT]",
            "lets others see that you are away from here until /back, and TEXT beside it"),
    BACK("back", "", "lets others see that you are here again"),
    NOTIFY(
            "notify",
            "[all | mentions | none | text on | text off]",
            "sets of which messages in this chat you are notified, and whether notifications show"
                    + " their text; alone: how it is"),
    QUIET(
            "quiet",
            "[FROM-TO | off]",
            "sets hours in which you are notified of nothing, 22:00-07:00; alone: how it is",
            "dnd"),
    PRIVACY(
            "privacy",
            "[WHAT on | WHAT off]",
            "says what others learn of you beside what you say: typing, presence, last-seen, receipts,"
                    + " drafts; and turns it on or off"),
    ME("me", "TEXT", "says what you do, in the third person"),
    LOCK("lock", "", "takes in nobody new"),
    UNLOCK("unlock", "", "takes in new members again"),
    LIMIT("limit", "N", "sets the most members allowed"),
    RENAME_COMMUNITY("rename-community", "NAME", "renames the community"),
    ROLE("role", "[MEMBER ROLE]", "gives a member a role; alone: who may do what", "roles"),
    NEW_ROLE(
            "newrole", "NAME RANK [PERM ...]", "makes a role, or changes one; a rank from 1 to 99"),
    DEL_ROLE("delrole", "ROLE", "removes a role that nobody has"),
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
    SERVER(
            "server",
            "[files [limit SIZE | quota SIZE | days DAYS]]",
            "shows how the server is: memory, disk, connections, last backup; with files: which files"
                    + " it takes"),
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
    NAME("name", "[MEMBER] NAME", "changes your name, or that of somebody of lower rank", "nick"),
    STATUS("status", "[TEXT]", "says something beside your name; alone: shows it, - for nothing"),
    LINK("link", "", "shows a code with which another device of yours comes in"),
    DEVICES("devices", "[MEMBER]", "lists your devices: laptop, phone, and when each was here"),
    UNLINK("unlink", "[MEMBER:]DEVICE", "revokes a device that was lost, stolen or given away"),
    RECOVERY(
            "recovery",
            "[WORD ...]",
            "makes a paper key, a way back when every device is lost; with its words: proves it",
            "paper"),
    RESET("reset", "MEMBER", "lets somebody who lost every device come back, by a line"),
    BLOCK("block", "MEMBER", "takes no messages and invitations from somebody any more"),
    UNBLOCK("unblock", "BLOCKED", "takes messages from somebody again"),
    BLOCKED(
            "blocked",
            "[show | hide]",
            "lists whom you have blocked; shows or hides what they say"),
    LEAVE_COMMUNITY(
            "leave-community",
            "[NAME FOLDER]",
            "ends your membership; exports your chats into a folder before, - for no export"),
    SET(
            "set",
            "[SETTING [VALUE]]",
            "lists your settings: clock, colours, chat list …; explains one or changes it",
            "settings"),
    KEYS(
            "keys",
            "[WHAT [KEY ...]]",
            "lists what the keys of the screen do; with a word: those about it; WHAT KEY: binds"
                    + " another key, /keys next-chat ctrl+g; default or none instead of KEY",
            "bind"),
    THEME(
            "theme",
            "[THEME]",
            "shows the screen in other colours from now on; alone: lists them, yours too",
            "themes"),
    TOUR("tour", "", "guides you through the first minute: say something, bring somebody in, help"),
    EDITOR("editor", "[TEXT]", "lets you write a long message in your own editor", "compose"),
    ALIAS(
            "alias",
            "[ALIAS [= TEXT]]",
            "lists your aliases, shows one, or lets a word stand for a line: $1, $2 and $* are what"
                    + " comes behind it"),
    UNALIAS("unalias", "ALIAS", "removes an alias"),
    REPORT("report", "", "shows what is wrong with a history that has changed"),
    DISMISS("dismiss", "", "takes a changed history as it is now"),
    RECONNECT("reconnect", "", "connects now instead of waiting"),
    QUIT("quit", "", "ends the program", "exit");

    /// What is typed most.
    private static final List<Verb> USUAL =
            List.of(
                    MSG, GO, REPLY, REACT, EDIT, INVITE, SEARCH, JOIN, NEW, INBOX, THREAD, MEMBERS,
                    WHOIS, ME, AWAY, BACK, SET, HELP, QUIT);

    private final String word;
    private final String usage;
    private final String help;
    private final List<String> aliases;
    private final Argument.Form arguments;

    Verb(String word, String usage, String help, String... aliases) {
        this.word = word;
        this.usage = usage;
        this.arguments = Argument.Form.of(usage);
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

    /// The whole form: `/new TITLE [MEMBER ...]`.
    public String form() {
        return usage.isEmpty() ? "/" + word : "/" + word + " " + usage;
    }

    /// Whether there is nothing to be said behind it.
    boolean takesNothing() {
        return usage.isEmpty();
    }

    /// What it asks for at that place, counted from 0.
    public Argument argument(int index) {
        return arguments.at(index);
    }

    /// Whether files of this machine can be named behind it.
    public boolean takesFiles() {
        return arguments.arguments().contains(Argument.FILE);
    }

    /// Whether all that follows is the argument at that place, blanks too.
    public boolean takesRest(int index) {
        return arguments.takesRest(index);
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

    /// All of them, those first that are typed most.
    public static Stream<Verb> byUse() {
        return Stream.concat(USUAL.stream(), Arrays.stream(values())).distinct();
    }

    /// That nothing is called so, and what may be meant.
    public static String unknown(String typed) {
        Stream<String> words =
                Arrays.stream(values())
                        .flatMap(
                                verb -> Stream.concat(Stream.of(verb.word), verb.aliases.stream()));
        String question = Near.question(typed, "/", words);
        return "There is no /"
                + typed
                + (question.isEmpty() ? ";" : "." + question)
                + " /help lists what there is.";
    }

    /// Whether a verb is called so.
    public static boolean isNamed(String typed) {
        return named(typed).isPresent();
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
}
