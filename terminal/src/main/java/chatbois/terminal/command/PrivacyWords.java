package chatbois.terminal.command;

import chatbois.protocol.Limits;
import chatbois.protocol.Privacy;
import java.util.List;

/// What members can let be told of them, in words.
final class PrivacyWords {
    static final String TYPING = "typing";
    private static final String PRESENCE = "presence";
    private static final String LAST_SEEN = "last-seen";

    private static final String RECEIPTS = "receipts";
    private static final String DRAFTS = "drafts";

    /// All that can be turned on and off.
    static final List<String> ALL = List.of(TYPING, PRESENCE, LAST_SEEN, RECEIPTS, DRAFTS);

    private PrivacyWords() {}

    /// The same with one part of it turned on or off.
    static Privacy with(Privacy now, String what, boolean on) {
        return switch (what) {
            case PRESENCE -> new Privacy(on, now.lastSeen(), now.receipts(), now.drafts());
            case LAST_SEEN -> new Privacy(now.presence(), on, now.receipts(), now.drafts());
            case RECEIPTS -> new Privacy(now.presence(), now.lastSeen(), on, now.drafts());
            case DRAFTS -> new Privacy(now.presence(), now.lastSeen(), now.receipts(), on);
            default -> throw WrongUsage.of(Verb.PRIVACY);
        };
    }

    static String[] all(boolean typing, Privacy now) {
        return List.of(
                        typing(typing),
                        one(now, PRESENCE),
                        one(now, LAST_SEEN),
                        one(now, RECEIPTS),
                        one(now, DRAFTS),
                        "Typing is set for this device, the rest for all your devices.")
                .toArray(String[]::new);
    }

    static String typing(boolean on) {
        return on
                ? "typing on: the members of a chat see when you are typing there."
                : "typing off: nobody is told when you are typing; nothing of it is sent from this"
                        + " device.";
    }

    static String one(Privacy now, String what) {
        return switch (what) {
            case PRESENCE ->
                    now.presence()
                            ? "presence on: others see whether you are online or away."
                            : "presence off: nobody is told whether you are here, nor when you were;"
                                    + " and you don't see it of others.";
            case LAST_SEEN ->
                    now.tellsLastSeen()
                            ? "last-seen on: others see when you were connected last."
                            : now.lastSeen()
                                    ? "last-seen on, but not told while presence is off."
                                    : "last-seen off: nobody is told when you were connected last,"
                                            + " and the server keeps nothing of it; you don't see it"
                                            + " of others.";
            case RECEIPTS ->
                    now.receipts()
                            ? "receipts on: in chats of at most %d, those who have it on, too, see"
                                            .formatted(Limits.SMALL_CHAT)
                                    + " that you have read their messages, and you of yours."
                            : "receipts off: nobody is told what you have read.";
            case DRAFTS ->
                    now.drafts()
                            ? "drafts on: what you have written and not sent follows you to your"
                                    + " other devices; the server keeps it until then."
                            : "drafts off: what you have written and not sent stays on each device;"
                                    + " the server keeps nothing of it.";
            default -> throw WrongUsage.of(Verb.PRIVACY);
        };
    }
}
