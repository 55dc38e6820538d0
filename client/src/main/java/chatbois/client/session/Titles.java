package chatbois.client.session;

import chatbois.client.session.Snapshot.ChatInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Makes chats with one name tell apart: each of them has the beginning of its id behind the name,
/// which stays the same on every device and for every member.
final class Titles {
    private Titles() {}

    static List<ChatInfo> apart(List<ChatInfo> chats) {
        Set<String> once = new HashSet<>();
        Set<String> again = new HashSet<>();
        for (ChatInfo chat : chats) {
            if (!chat.direct() && !once.add(chat.title())) {
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
