package chatbois.terminal.talk;

import java.util.List;

/// Who has read a message of this member, as far as they let it be known.
///
/// @param seq the message's place
public record ReadBy(long seq, List<String> names) {
    public static final ReadBy NOBODY = new ReadBy(0, List.of());

    /// So many have a name each.
    private static final int FEW = 3;

    public ReadBy {
        names = List.copyOf(names);
    }

    /// Whether it is about the message at that place.
    boolean isOf(long message) {
        return !names.isEmpty() && seq == message;
    }

    String words() {
        return "read by "
                + (names.size() <= FEW
                        ? String.join(", ", names)
                        : names.getFirst() + " and " + (names.size() - 1) + " more");
    }
}
