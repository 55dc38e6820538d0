package chatbois.client.session;

import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.client.session.Snapshot.InvitationInfo;
import chatbois.log.LogId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Makes chats with one name tell apart: each of them has the beginning of its id behind the name,
/// which stays the same on every device and for every member. So has one whose name ends as if it
/// had a mark already, lest it be taken for another chat.
public final class Titles {
    private static final Pattern MARKED = Pattern.compile(".*~[A-Za-z0-9_-]{4}");
    private static final int MARK = 4;

    /// The names that lead to no single chat.
    private final Set<String> unclear = new HashSet<>();

    private Titles(List<ChatInfo> chats, List<InvitationInfo> invitations) {
        Set<String> once = new HashSet<>();
        for (ChatInfo chat : chats) {
            if (!chat.direct()) {
                count(chat.title(), once);
            }
        }
        for (InvitationInfo invitation : invitations) {
            count(invitation.title(), once);
        }
    }

    private void count(String name, Set<String> once) {
        if (!once.add(name) || MARKED.matcher(name).matches()) {
            unclear.add(name);
        }
    }

    /// The titles of what one is in and may come into, which are plain names before.
    static Titles of(List<ChatInfo> chats, List<InvitationInfo> invitations) {
        return new Titles(chats, invitations);
    }

    List<ChatInfo> chats(List<ChatInfo> chats) {
        return unclear.isEmpty()
                ? chats
                : chats.stream()
                        .map(chat -> isUnclear(chat) ? chat.called(marked(chat)) : chat)
                        .toList();
    }

    private boolean isUnclear(ChatInfo chat) {
        return !chat.direct() && unclear.contains(chat.title());
    }

    private static String marked(ChatInfo chat) {
        return chat.title() + mark(chat.id());
    }

    List<InvitationInfo> invitations(List<InvitationInfo> invitations) {
        return unclear.isEmpty()
                ? invitations
                : invitations.stream()
                        .map(one -> unclear.contains(one.title()) ? marked(one) : one)
                        .toList();
    }

    private static InvitationInfo marked(InvitationInfo one) {
        return new InvitationInfo(one.chat(), one.title() + mark(one.chat()), one.by());
    }

    /// Whether somebody who typed that may mean the chat: in any case, with the mark or without.
    ///
    /// @param title its name, with a mark behind it or without
    public static boolean isCalled(String title, LogId chat, String typed) {
        return title.equalsIgnoreCase(typed)
                || title.equalsIgnoreCase(typed + mark(chat))
                || typed.equalsIgnoreCase(title + mark(chat))
                || chat.toString().equals(typed);
    }

    private static String mark(LogId chat) {
        return "~" + chat.toString().substring(0, MARK);
    }
}
