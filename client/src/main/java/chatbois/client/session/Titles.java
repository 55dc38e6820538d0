package chatbois.client.session;

import chatbois.client.session.Snapshot.ChatInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Makes chats with one name tell apart: each of them has the beginning of its id behind the name,
/// which stays the same on every device and for every member. So has one whose name ends as if it
/// had a mark already, lest it be taken for another chat.
final class Titles {
    private static final Pattern MARKED = Pattern.compile(".*~[A-Za-z0-9_-]{4}");

    private Titles() {}

    static List<ChatInfo> apart(List<ChatInfo> chats) {
        Set<String> once = new HashSet<>();
        Set<String> again = new HashSet<>();
        for (ChatInfo chat : chats) {
            boolean marked = MARKED.matcher(chat.title()).matches();
            if (!chat.direct() && (!once.add(chat.title()) || marked)) {
                again.add(chat.title());
            }
        }
        return again.isEmpty()
                ? chats
                : chats.stream()
                        .map(chat -> again.contains(chat.title()) ? chat.marked() : chat)
                        .toList();
    }
}
