package chatbois.client.session;

import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.client.session.Snapshot.InvitationInfo;
import chatbois.log.LogId;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.name.Skeleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Makes chats tell apart whose names are the same or look so: each of them has a mark behind the
/// name, the beginning of its id, which is the same on every device and for every member, and
/// longer only where two begin alike. So has one whose name ends as if it had a mark already, lest
/// it be taken for another chat. Not thread-safe.
public final class Titles {
    private static final String SIGN = "~";

    /// To make a chat whose id begins as another's takes 2^36 tries.
    private static final int MARK = 6;

    /// What could be a mark; in shorter ones nobody would look for an id.
    private static final Pattern MARKED = Pattern.compile(".*~[A-Za-z0-9_-]{4,43}");

    /// How names look, of those that were there last: to find it out takes a while.
    private final Map<String, Skeleton> looks = new HashMap<>();

    /// What one is in and may come into, by titles that tell it apart.
    record Listed(List<ChatInfo> chats, List<InvitationInfo> invitations) {}

    /// Those that look alike.
    private record Alike(Map<Skeleton, Set<LogId>> byLook) {
        boolean isClear(Skeleton look, String name) {
            return byLook.getOrDefault(look, Set.of()).size() < 2
                    && !MARKED.matcher(name).matches();
        }

        /// So long that it is of no other one.
        String marked(Skeleton look, String name, LogId id) {
            int length = MARK;
            for (LogId other : byLook.getOrDefault(look, Set.of())) {
                while (!other.equals(id) && other.toString().startsWith(mark(id, length))) {
                    length++;
                }
            }
            return name + SIGN + mark(id, length);
        }

        private static String mark(LogId id, int length) {
            return id.toString().substring(0, length);
        }
    }

    /// @param chats by their plain names, as are the invitations
    Listed apart(List<ChatInfo> chats, List<InvitationInfo> invitations) {
        Map<Skeleton, Set<LogId>> byLook = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (ChatInfo chat : chats) {
            if (!chat.direct()) {
                names.add(chat.title());
                byLook.computeIfAbsent(look(chat.title()), _ -> new HashSet<>()).add(chat.id());
            }
        }
        for (InvitationInfo one : invitations) {
            names.add(one.title());
            byLook.computeIfAbsent(look(one.title()), _ -> new HashSet<>()).add(one.chat());
        }
        looks.keySet().retainAll(names);
        Alike alike = new Alike(byLook);
        return new Listed(
                chats.stream().map(chat -> named(chat, alike)).toList(),
                invitations.stream().map(one -> named(one, alike)).toList());
    }

    private ChatInfo named(ChatInfo chat, Alike alike) {
        String name = chat.title();
        return chat.direct() || alike.isClear(look(name), name)
                ? chat
                : chat.called(alike.marked(look(name), name, chat.id()));
    }

    private InvitationInfo named(InvitationInfo one, Alike alike) {
        String name = one.title();
        return alike.isClear(look(name), name)
                ? one
                : new InvitationInfo(
                        one.chat(), alike.marked(look(name), name, one.chat()), one.by());
    }

    private Skeleton look(String name) {
        return looks.computeIfAbsent(name, _ -> Skeleton.of(new ChatName(name)));
    }

    /// Whether somebody who typed that may mean the chat: its title as it is shown; its name in any
    /// case, alone or with the beginning of its id as a mark; or its id. What is typed with a mark
    /// never means a chat that is only named so.
    ///
    /// @param title its name, with a mark behind it or without
    public static boolean isCalled(String title, LogId chat, String typed) {
        if (title.equals(typed) || chat.toString().equals(typed)) {
            return true;
        }
        String name = withoutMark(title, chat);
        return MARKED.matcher(typed).matches()
                ? isMarked(typed, chat) && name.equalsIgnoreCase(withoutMark(typed, chat))
                : name.equalsIgnoreCase(typed);
    }

    private static boolean isMarked(String title, LogId chat) {
        int sign = title.lastIndexOf(SIGN);
        return sign >= 0
                && MARKED.matcher(title).matches()
                && chat.toString().startsWith(title.substring(sign + 1));
    }

    private static String withoutMark(String title, LogId chat) {
        return isMarked(title, chat) ? title.substring(0, title.lastIndexOf(SIGN)) : title;
    }
}
