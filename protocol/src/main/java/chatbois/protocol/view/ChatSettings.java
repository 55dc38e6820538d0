package chatbois.protocol.view;

import static chatbois.protocol.Refusal.refused;

import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.event.EventBody.ChatChanged;
import chatbois.protocol.name.ChatName;
import org.jspecify.annotations.Nullable;

/// What a chat is set to.
///
/// @param name null for a direct chat
/// @param topic empty for none
/// @param description empty for none; may have several lines
/// @param publicly whether everybody in the community may list it and come in
/// @param archived whether it can only be read
/// @param slowSeconds the seconds between two messages of one member; 0 for none
public record ChatSettings(
        @Nullable ChatName name,
        String topic,
        String description,
        boolean publicly,
        boolean archived,
        int slowSeconds) {
    static ChatSettings fresh(@Nullable ChatName name) {
        return new ChatSettings(name, "", "", false, false, 0);
    }

    /// The same, but for what is changed.
    ChatSettings with(ChatChanged changed) {
        return new ChatSettings(
                changed.name() == null ? name : changed.name(),
                orElse(changed.topic(), topic),
                orElse(changed.description(), description),
                orElse(changed.publicly(), publicly),
                orElse(changed.archived(), archived),
                orElse(changed.slowSeconds(), slowSeconds));
    }

    private static <T> T orElse(@Nullable T changed, T now) {
        return changed == null ? now : changed;
    }

    static void check(ChatChanged changed) {
        if (changed.saysNothing()) {
            throw refused(Code.BAD_REQUEST, "This change changes nothing.");
        }
        if (changed.topic() != null) {
            OneLine.check(changed.topic(), Limits.TOPIC, "A topic");
        }
        if (changed.description() != null) {
            checkDescription(changed.description());
        }
        Integer slow = changed.slowSeconds();
        if (slow != null && (slow < 0 || slow > Limits.SLOW_SECONDS)) {
            throw refused(
                    Code.BAD_REQUEST,
                    "Slow mode is 0 to " + Limits.SLOW_SECONDS + " seconds between two messages.");
        }
    }

    private static void checkDescription(String text) {
        if (text.codePointCount(0, text.length()) > Limits.DESCRIPTION
                || !OneLine.isPrintable(text.replace('\n', ' '))) {
            throw refused(
                    Code.BAD_REQUEST,
                    "A description has at most %d characters, and no control characters but line ends."
                            .formatted(Limits.DESCRIPTION));
        }
    }
}
