package chatbois.protocol;

import chatbois.log.LogId;
import chatbois.log.Malformed;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The one line that brings a member of the community into a chat:
/// `chatbois://host:port/CODE#communityId/chatId`. It looks like an [Invite], so that terminals
/// make a link of it, but it lets nobody into the community.
public record ChatLink(Address address, InviteCode code, LogId community, LogId chat) {
    private static final int MAX_LENGTH = 512;
    private static final Pattern LINE =
            Pattern.compile(
                    Invite.SCHEME + "([^/#?]+)/([^/#?]*)#([A-Za-z0-9_-]*)/([A-Za-z0-9_-]*)");

    /// Whether the line wants to be a link into a chat, and not an invite.
    public static boolean looksLike(String line) {
        return line.length() <= 2 * MAX_LENGTH && LINE.matcher(plain(line)).matches();
    }

    public static ChatLink parse(String line) {
        if (line.length() > 2 * MAX_LENGTH) {
            throw malformed();
        }
        Matcher matcher = LINE.matcher(plain(line));
        if (!matcher.matches()) {
            throw malformed();
        }
        return new ChatLink(
                Address.parse(matcher.group(1)),
                InviteCode.parse(matcher.group(2)),
                id(matcher.group(3)),
                id(matcher.group(4)));
    }

    /// Terminals break a long line, and copying takes the breaks along.
    private static String plain(String line) {
        return line.replaceAll("\\s+", "");
    }

    private static LogId id(String text) {
        try {
            return LogId.parse(text);
        } catch (Malformed e) {
            throw malformed();
        }
    }

    private static Malformed malformed() {
        return new Malformed(
                "a link into a chat looks like chatbois://host:7777/CODE#ID/ID; was it copied"
                        + " whole?");
    }

    /// The whole line, secret included.
    public String line() {
        return Invite.SCHEME + address + "/" + code.secret() + "#" + community + "/" + chat;
    }
}
