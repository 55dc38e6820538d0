package chatbois.client.session;

import chatbois.client.home.CorruptFile;
import chatbois.client.home.Folder;
import chatbois.client.link.Link;
import chatbois.log.LogId;
import chatbois.log.Malformed;
import chatbois.protocol.Request;
import java.io.IOException;
import java.util.Map;

/// How the member keeps company with others, beside what is said. Safe for any thread.
public final class Company {
    private static final String TYPING = "typing";
    private static final String TEXT = "text";
    private static final String QUIET = "quiet";
    private static final String OFF = "off";

    private final Guarded guarded;
    private final Folder folder;
    private final Drafts drafts;
    private final Attendance attendance;

    Company(Session session, Guarded guarded, Folder folder) {
        this.guarded = guarded;
        this.folder = folder;
        this.drafts = new Drafts(guarded, folder);
        this.attendance = new Attendance(session, guarded, drafts);
    }

    /// Reads what the member wished for on this device.
    void restore() throws IOException {
        try {
            Map<String, String> saved = folder.wishes();
            guarded.change(model -> restore(model.around(), saved));
        } catch (CorruptFile e) {
            guarded.change(model -> model.notice(String.valueOf(e.getMessage())));
        }
        try {
            drafts.restore();
        } catch (CorruptFile e) {
            guarded.change(model -> model.notice(String.valueOf(e.getMessage())));
        }
    }

    private static void restore(Surroundings around, Map<String, String> saved) {
        saved.forEach((what, wish) -> {
            switch (what) {
                case TYPING -> around.tellTyping(!wish.equals(OFF));
                case TEXT -> around.showText(!wish.equals(OFF));
                case QUIET -> around.quiet(wish);
                default -> restoreLoudness(around, what, wish);
            }
        });
    }

    private static void restoreLoudness(Surroundings around, String chat, String wish) {
        try {
            LogId log = LogId.parse(chat);
            Loudness.named(wish).ifPresent(it -> around.loudness().put(log, it));
        } catch (Malformed e) {
            // A wish of a newer program, about something else.
        }
    }

    /// Sets of what the member is notified in a chat, on this device; blocks until it is saved.
    public void loudness(LogId chat, Loudness level) throws IOException {
        guarded.change(model -> model.around().loudness().put(chat, level));
        folder.wish(chat.toString(), level.word());
    }

    /// Sets whether others are told that the member is typing, from this device; blocks until it is
    /// saved.
    public void tellTyping(boolean tells) throws IOException {
        guarded.change(model -> model.around().tellTyping(tells));
        folder.wish(TYPING, tells ? "" : OFF);
    }

    /// Sets the hours in which the member is notified of nothing, on this device; blocks until it
    /// is saved.
    ///
    /// @param hours empty for none
    public void quiet(String hours) throws IOException {
        guarded.change(model -> model.around().quiet(hours));
        folder.wish(QUIET, hours);
    }

    /// Sets whether notifications show what was said, on this device; blocks until it is saved.
    public void showText(boolean shows) throws IOException {
        guarded.change(model -> model.around().showText(shows));
        folder.wish(TEXT, shows ? "" : OFF);
    }

    /// Who is there.
    public Attendance attendance() {
        return attendance;
    }

    /// There is a connection, and everything is here.
    void connected(Link link) {
        attendance.connected(link);
    }

    /// What is written and not sent.
    public Drafts drafts() {
        return drafts;
    }

    /// The member is typing, or is not any more. Nothing is sent if others are not to be told, and
    /// without a connection; what the server says to it does not matter.
    public void typing(LogId chat, boolean now) {
        guarded.change(model -> {
            Link link = model.link();
            if (link != null && model.around().tellsTyping()) {
                model.afterwards(() -> link.request(new Request.Typing(chat, now)));
            }
        });
    }
}
