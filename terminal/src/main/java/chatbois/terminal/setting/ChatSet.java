package chatbois.terminal.setting;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Chats as a setting keeps them: by the beginning of their ids, which stay when a chat is called
/// otherwise and are of no other chat. Names, `#soup`, are what older versions kept.
public record ChatSet(Set<String> marks) {
    private static final String NONE = "none";
    private static final int MARK = 16;

    public ChatSet {
        marks = Set.copyOf(marks);
    }

    /// As it stands in the file.
    public static ChatSet of(String value) {
        Set<String> marks = new LinkedHashSet<>(List.of(value.strip().split(" *, *")));
        marks.remove(NONE);
        marks.remove("");
        return new ChatSet(marks);
    }

    /// @param id the whole one
    /// @param name as older versions kept it
    public boolean has(String id, String name) {
        return !marks.isEmpty() && (marks.contains(mark(id)) || marks.contains(name));
    }

    /// Kept by its id from now on.
    public ChatSet with(String id, String name) {
        Set<String> more = new LinkedHashSet<>(without(id, name).marks);
        more.add(mark(id));
        return new ChatSet(more);
    }

    public ChatSet without(String id, String name) {
        Set<String> less = new LinkedHashSet<>(marks);
        less.remove(mark(id));
        less.remove(name);
        return new ChatSet(less);
    }

    /// As it stands in the file.
    public String value() {
        return marks.isEmpty() ? NONE : marks.stream().sorted().collect(Collectors.joining(", "));
    }

    private static String mark(String id) {
        return id.substring(0, Math.min(id.length(), MARK));
    }
}
