package chatbois.client.session;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Of which messages in a chat the member is notified.
public enum Loudness {
    ALL,
    MENTIONS,
    NONE;

    /// A chat with at most so many members is a small one.
    public static final int SMALL = 10;

    /// What holds where the member never said anything: in small chats everything is for everybody.
    public static Loudness usual(int members) {
        return members <= SMALL ? ALL : MENTIONS;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Loudness> named(String word) {
        return Stream.of(values()).filter(level -> level.word().equals(word)).findFirst();
    }
}
