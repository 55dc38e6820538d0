package chatbois.terminal.command;

import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.terminal.setting.ConfigFile;
import chatbois.terminal.setting.Setting;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// How pictures are shown here, and in which chats.
record PictureActions(ConfigFile file, SettingActions settings) {
    private static final String NOWHERE = Setting.MEDIA_NOT_IN.standard();

    /// Takes other characters, or says which there are.
    CompletableFuture<Outcome> style(List<String> words) {
        String title = Setting.MEDIA_STYLE.title();
        return settings.set(words.isEmpty() ? List.of(title) : List.of(title, words.getFirst()));
    }

    CompletableFuture<Outcome> pictures(Spot spot, String typed) {
        ChatInfo chat = ChatActions.info(spot);
        String title = title(chat);
        return switch (typed.toLowerCase(Locale.ROOT)) {
            case "" -> CompletableFuture.completedFuture(told(title));
            case "on" -> Later.run("set", () -> set(title, /* shown= */ true));
            case "off" -> Later.run("set", () -> set(title, /* shown= */ false));
            default -> throw WrongUsage.of(Verb.PICTURES);
        };
    }

    private static String title(ChatInfo chat) {
        return (chat.direct() ? "@" : "#") + chat.title();
    }

    private Set<String> without() {
        String value = file.now().settings().value(Setting.MEDIA_NOT_IN);
        Set<String> chats = new LinkedHashSet<>(List.of(value.split(" *, *")));
        chats.remove(NOWHERE);
        return chats;
    }

    private Outcome set(String title, boolean shown) throws Exception {
        Set<String> chats = without();
        boolean other = shown ? chats.remove(title) : chats.add(title);
        if (other && chats.isEmpty()) {
            file.reset(Setting.MEDIA_NOT_IN);
        } else if (other) {
            file.set(
                    Setting.MEDIA_NOT_IN,
                    Setting.MEDIA_NOT_IN
                            .kind()
                            .ofTyped(String.join(", ", chats))
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "No more chats can be named there; /set media.style"
                                                    + " off hides the pictures of all.")));
        }
        return told(title);
    }

    private Outcome told(String title) {
        return Outcome.told(
                without().contains(title)
                        ? "Pictures in " + title + " are hidden; /pictures on shows them."
                        : "Pictures in " + title + " are shown; /pictures off hides them.");
    }
}
