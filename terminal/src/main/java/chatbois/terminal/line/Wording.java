package chatbois.terminal.line;

import chatbois.client.session.Entry;
import chatbois.client.session.Said;
import chatbois.client.session.SessionState;
import chatbois.client.session.Snapshot;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.client.session.Snapshot.InvitationInfo;
import chatbois.terminal.command.Sentences;
import chatbois.terminal.command.Transcript;
import chatbois.terminal.setting.TimeOfDay;
import chatbois.terminal.text.SafeText;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// Puts what happens into lines; all text of others is made safe here.
record Wording(ZoneId zone, TimeOfDay clock, boolean numbers, boolean namesCommunities) {
    /// A message or event: `12:31 #kitchen #21 anna: text`; what follows its first line is marked.
    String entry(Snapshot community, ChatInfo chat, Entry entry) {
        String where = time(entry.time()) + " " + chat(community, chat) + " ";
        String author = entry.author();
        return switch (entry.said()) {
            case Said.Text _ ->
                    lines(
                            where + number(entry) + author + to(entry) + ": ",
                            where + author + "| ",
                            Transcript.text(entry));
            case Said.Action _ ->
                    lines(
                            where + number(entry) + "* " + author + " ",
                            where + "| ",
                            Transcript.text(entry));
            case Said.Happened(String sentence) -> lines(where + "- ", where + "| ", sentence);
            case Said.Done(_, String sentence) -> lines(where + "- ", where + "| ", sentence);
            case Said.Deleted(String by) ->
                    line(where + "- a message by " + author + " was deleted by " + by);
            case Said.Erased() -> line(where + "- a message by " + author + " was erased");
            case Said.Hidden() -> line(where + "- a blocked member wrote something");
            case Said.Unknown() ->
                    line(where + "- " + author + " sent what only a newer chatbois can show");
        };
    }

    /// What it is called in commands, as it is typed there; nothing while it has no place.
    private String number(Entry entry) {
        return numbers && entry.seq() > 0 ? "#" + entry.seq() + " " : "";
    }

    /// Which message it answers.
    private static String to(Entry entry) {
        Long seq = entry.marks().replyTo();
        return seq == null ? "" : " (to #" + seq + ")";
    }

    private static String lines(String first, String further, String text) {
        List<String> lines = SafeText.block(text).lines().toList();
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            all.append(i == 0 ? "" : "\n")
                    .append(line(i == 0 ? first : further))
                    .append(lines.get(i));
        }
        return all.toString();
    }

    /// Text on one line, harmless.
    static String line(String text) {
        return SafeText.line(text);
    }

    /// How people point at a chat, with its community if there are several.
    String chat(Snapshot community, ChatInfo chat) {
        String title = (chat.direct() ? "@" : "#") + chat.title();
        return line(namesCommunities ? community.name() + " " + title : title);
    }

    String state(Snapshot community) {
        String state =
                switch (community.state()) {
                    case SessionState.Connecting() -> "connecting.";
                    case SessionState.Online() -> "online.";
                    case SessionState.Waiting(_, String why) ->
                            "no connection (" + why + "); it is tried again by itself.";
                    case SessionState.Stopped(String why, _) when community.broken() != null ->
                            "stopped. " + why;
                    case SessionState.Stopped stopped -> "stopped. " + Sentences.of(stopped);
                };
        return line(community.name() + ": " + state);
    }

    /// What is unread in a community, in one line.
    String unread(Snapshot community) {
        List<String> chats =
                community.chats().stream()
                        .filter(chat -> chat.unread() > 0)
                        .map(chat -> chat(community, chat) + " " + chat.unread())
                        .toList();
        String all = chats.isEmpty() ? "nothing" : String.join(", ", chats);
        return line(community.name() + ": unread: " + all + ".");
    }

    String invitation(Snapshot community, InvitationInfo invitation) {
        String name = invitation.title();
        return line(
                community.name()
                        + ": "
                        + invitation.by()
                        + " invites you to #"
                        + name
                        + "; /join "
                        + name
                        + " brings you in.");
    }

    String time(long millis) {
        return clock.of(Instant.ofEpochMilli(millis).atZone(zone));
    }
}
