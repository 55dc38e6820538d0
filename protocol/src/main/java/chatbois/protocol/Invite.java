package chatbois.protocol;

import chatbois.log.LogId;
import chatbois.log.Malformed;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The one line that brings somebody in, or back, if it has `/back` in it:
/// `chatbois://host:port/CODE#communityId`. It says where, it carries the secret, and it pins the
/// community, so that nobody in between can pretend to be it.
///
/// @param leadsBack whether it brings a member back who has no device any more
public record Invite(Address address, InviteCode code, LogId community, boolean leadsBack) {
    private static final int MAX_LENGTH = 512;
    private static final String BACK = "back/";

    public Invite(Address address, InviteCode code, LogId community) {
        this(address, code, community, /* leadsBack= */ false);
    }

    /// The line for a member who was reset.
    public static Invite back(Address address, InviteCode code, LogId community) {
        return new Invite(address, code, community, /* leadsBack= */ true);
    }

    /// What every invite begins with.
    public static final String SCHEME = "chatbois://";

    private static final Pattern LINE =
            Pattern.compile(SCHEME + "([^/#?]+)/(" + BACK + ")?([^/#?]*)#([A-Za-z0-9_-]*)");

    public static Invite parse(String line) {
        if (line.length() > 2 * MAX_LENGTH) {
            throw tooLong();
        }
        // Terminals break a long line, and copying takes the breaks along.
        String text = line.replaceAll("\\s+", "");
        if (text.length() > MAX_LENGTH) {
            throw tooLong();
        }
        Matcher matcher = LINE.matcher(text);
        if (!matcher.matches()) {
            if (ChatLink.looksLike(text)) {
                throw new Malformed(
                        "this is a link into a chat; join its community first, then type /join and"
                                + " the link there");
            }
            throw new Malformed(
                    "an invite looks like chatbois://host:7777/CODE#ID; was it copied whole?");
        }
        return new Invite(
                Address.parse(matcher.group(1)),
                InviteCode.parse(matcher.group(3)),
                community(matcher.group(4)),
                matcher.group(2) != null);
    }

    private static LogId community(String id) {
        try {
            return LogId.parse(id);
        } catch (Malformed e) {
            throw new Malformed("there is a mistake in the invite after #; was it copied whole?");
        }
    }

    private static Malformed tooLong() {
        return new Malformed("an invite has at most " + MAX_LENGTH + " characters");
    }

    /// The whole line, secret included.
    public String line() {
        String path = leadsBack ? BACK : "";
        return SCHEME + address + "/" + path + code.secret() + "#" + community;
    }
}
