package chatbois.terminal.command;

import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.terminal.setting.ChatSet;
import chatbois.terminal.setting.ConfigFile;
import chatbois.terminal.setting.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/// How pictures are shown here, and in which chats.
record PictureActions(ConfigFile file, SettingActions settings) {
    /// Takes other characters, or says which there are.
    CompletableFuture<Outcome> style(List<String> words) {
        String title = Setting.MEDIA_STYLE.title();
        return settings.set(words.isEmpty() ? List.of(title) : List.of(title, words.getFirst()));
    }

    CompletableFuture<Outcome> pictures(Spot spot, String typed) {
        ChatInfo chat = ChatActions.info(spot);
        List<ChatInfo> all = spot.session().snapshot().chats();
        return switch (typed.toLowerCase(Locale.ROOT)) {
            case "" -> CompletableFuture.completedFuture(told(chat, all));
            case "on" -> Later.run("set", () -> set(chat, /* shown= */ true, all));
            case "off" -> Later.run("set", () -> set(chat, /* shown= */ false, all));
            default -> throw WrongUsage.of(Verb.PICTURES);
        };
    }

    private static String title(ChatInfo chat) {
        return (chat.direct() ? "@" : "#") + chat.title();
    }

    private static boolean isHidden(ChatSet hidden, ChatInfo chat) {
        return hidden.has(chat.id().toString(), title(chat));
    }

    private ChatSet hidden() {
        return ChatSet.of(file.now().settings().value(Setting.MEDIA_NOT_IN));
    }

    /// Chats that an older version kept by their names are kept by their ids, too, from now on.
    private Outcome set(ChatInfo chat, boolean shown, List<ChatInfo> all) throws Exception {
        ChatSet hidden = hidden();
        for (ChatInfo each : all) {
            if (isHidden(hidden, each)) {
                hidden = hidden.with(each.id().toString(), title(each));
            }
        }
        String id = chat.id().toString();
        hidden = shown ? hidden.without(id, title(chat)) : hidden.with(id, title(chat));
        if (hidden.marks().isEmpty()) {
            file.reset(Setting.MEDIA_NOT_IN);
        } else {
            file.set(
                    Setting.MEDIA_NOT_IN,
                    Setting.MEDIA_NOT_IN
                            .kind()
                            .ofTyped(hidden.value())
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "No more chats can be named there; /set media.style"
                                                    + " off hides the pictures of all.")));
        }
        return told(chat, all);
    }

    private Outcome told(ChatInfo chat, List<ChatInfo> all) {
        ChatSet hidden = hidden();
        List<String> lines = new ArrayList<>();
        lines.add(
                isHidden(hidden, chat)
                        ? "Pictures in " + title(chat) + " are hidden; /pictures on shows them."
                        : "Pictures in " + title(chat) + " are shown; /pictures off hides them.");
        String others =
                all.stream()
                        .filter(each -> !each.id().equals(chat.id()) && isHidden(hidden, each))
                        .map(PictureActions::title)
                        .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            lines.add("They are hidden in " + others + ", too.");
        }
        return new Outcome.Told(lines);
    }
}
