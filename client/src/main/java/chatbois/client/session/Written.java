package chatbois.client.session;

import chatbois.client.home.SavedDraft;
import chatbois.client.link.Link;
import chatbois.log.LogId;
import chatbois.protocol.Draft;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is written and not sent: what stands here, and what the server had last, as far as it is
/// known. Where the two were the same, what comes from the server replaces what stands here; where
/// they differ, this device has something newer to say. Guarded by the session's lock.
final class Written {
    private final Map<LogId, String> here = new HashMap<>();
    private final Map<LogId, String> there = new HashMap<>();
    private final Set<LogId> unsaved = new HashSet<>();
    private @Nullable Link followed;

    void restore(Map<LogId, SavedDraft> saved) {
        saved.forEach((chat, draft) -> {
            here.put(chat, draft.text());
            if (draft.shared()) {
                there.put(chat, draft.text());
            }
        });
    }

    /// By chat; without those where nothing is written.
    Map<LogId, String> texts() {
        return here;
    }

    /// Says whether that is a change.
    boolean keep(LogId chat, String text) {
        boolean changed = !text.equals(text(here, chat));
        put(here, chat, text);
        return changed;
    }

    /// What the server has is yet to be asked.
    void pause() {
        followed = null;
    }

    /// The server keeps nothing any more, because the member wants that.
    void stop() {
        followed = null;
        unsaved.addAll(there.keySet());
        there.clear();
    }

    /// This is all that the server has.
    void answered(List<Draft> all) {
        Map<LogId, String> now = new HashMap<>();
        all.forEach(draft -> now.put(draft.chat(), draft.text()));
        Set<LogId> chats = new HashSet<>(now.keySet());
        chats.addAll(there.keySet());
        chats.forEach(chat -> told(new Draft(chat, text(now, chat))));
    }

    /// From here on the server is told over that connection what is newer here.
    void follow(Link link) {
        followed = link;
    }

    /// Another device has told the server.
    void told(Draft draft) {
        LogId chat = draft.chat();
        boolean same = text(here, chat).equals(text(there, chat));
        put(there, chat, draft.text());
        if (same) {
            put(here, chat, draft.text());
        }
    }

    /// The server has taken what was told.
    void taken(Draft draft) {
        put(there, draft.chat(), draft.text());
    }

    /// What the server is to be told now over a connection.
    List<Draft> news(Link link) {
        if (link != followed) {
            return List.of();
        }
        return Stream.concat(here.keySet().stream(), there.keySet().stream())
                .distinct()
                .filter(chat -> !text(here, chat).equals(text(there, chat)))
                .map(chat -> new Draft(chat, text(here, chat)))
                .toList();
    }

    /// What changed since the last time.
    Map<LogId, SavedDraft> takeUnsaved() {
        Map<LogId, SavedDraft> changed = new HashMap<>();
        for (LogId chat : unsaved) {
            String text = text(here, chat);
            changed.put(chat, new SavedDraft(text, text.equals(text(there, chat))));
        }
        unsaved.clear();
        return changed;
    }

    private void put(Map<LogId, String> side, LogId chat, String text) {
        String before = text.isEmpty() ? side.remove(chat) : side.put(chat, text);
        if (!text.equals(before == null ? "" : before)) {
            unsaved.add(chat);
        }
    }

    private static String text(Map<LogId, String> side, LogId chat) {
        return side.getOrDefault(chat, "");
    }
}
