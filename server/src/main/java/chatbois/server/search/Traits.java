package chatbois.server.search;

import chatbois.protocol.Sought;
import chatbois.protocol.event.Attachment;
import chatbois.server.store.Trait;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a message has besides words.
final class Traits {
    private Traits() {}

    /// @param text as it was written, without its files
    static Set<Trait> of(String text, List<Attachment> files) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        if (hasLink(text)) {
            traits.add(Trait.LINK);
        }
        if (hasCode(text)) {
            traits.add(Trait.CODE);
        }
        if (!files.isEmpty()) {
            traits.add(Trait.FILE);
        }
        if (files.stream().anyMatch(Traits::isPicture)) {
            traits.add(Trait.PICTURE);
        }
        return traits;
    }

    static Set<Trait> sought(Sought sought) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        if (sought.link()) {
            traits.add(Trait.LINK);
        }
        if (sought.code()) {
            traits.add(Trait.CODE);
        }
        switch (sought.attached()) {
            case FILE -> traits.add(Trait.FILE);
            case PICTURE -> traits.add(Trait.PICTURE);
            case null -> {}
        }
        return traits;
    }

    private static boolean isPicture(Attachment file) {
        return file.preview() != null || file.type().matches("(image|video)/.*");
    }

    private static boolean hasLink(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        return plain.contains("http://")
                || plain.contains("https://")
                || plain.contains("chatbois://");
    }

    /// Something between back quotes.
    private static boolean hasCode(String text) {
        int first = text.indexOf('`');
        return first >= 0 && text.indexOf('`', first + 1) > first + 1;
    }
}
