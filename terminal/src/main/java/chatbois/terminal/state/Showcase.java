package chatbois.terminal.state;

import chatbois.log.LogId;
import chatbois.terminal.media.Drawing;
import chatbois.terminal.media.Gallery;
import chatbois.terminal.media.Wall;
import chatbois.terminal.setting.ChatSet;
import chatbois.terminal.setting.Setting;
import java.util.Optional;
import java.util.function.Function;

/// Which pictures there are to see in the chat in view, and how they are drawn. For the thread that
/// owns the model.
public final class Showcase {
    /// The author's line and the file's, above a picture.
    private static final int LINES = 2;

    /// With so many rows much can be made out.
    private static final int ENOUGH = 6;

    private final Model model;
    private final Gallery gallery = new Gallery();

    /// How pictures are drawn here by a setting's word; asked for only when there is one.
    private Function<String, Optional<Drawing>> drawing = _ -> Optional.empty();

    Showcase(Model model) {
        this.model = model;
    }

    /// Says how pictures are drawn, if they are, for each word that the setting can have.
    public void draws(Function<String, Optional<Drawing>> now) {
        drawing = now;
    }

    /// How they are drawn; nothing if they are off.
    Optional<Drawing> drawing() {
        return drawing.apply(model.settings.value(Setting.MEDIA_STYLE));
    }

    /// How they would be drawn by a word that isn't `off`.
    Drawing drawing(String word) {
        return drawing.apply(word).orElseThrow();
    }

    /// What was drawn of pictures.
    public Gallery gallery() {
        return gallery;
    }

    /// Whether pictures that can move may do so now.
    public boolean plays() {
        return model.focused && model.settings.isOn(Setting.MEDIA_PLAY);
    }

    /// Where pictures go; nothing if there are none here.
    Optional<Wall> wall() {
        boolean some = model.talk.entries().stream().anyMatch(e -> !e.attachments().isEmpty());
        Place here = model.here;
        LogId chat = here == null ? null : here.chat();
        if (!some || here == null || chat == null || isWithoutPictures()) {
            return Optional.empty();
        }
        int rows = Math.min(model.settings.number(Setting.MEDIA_ROWS), room());
        LogId community = here.community();
        return drawing().map(known -> new Wall(community, chat, known, rows));
    }

    /// The rows for a picture: half of the chat, or in a low window what its lines leave.
    private int room() {
        int talk = model.layout().talkHeight();
        return Math.max(talk / 2, Math.clamp(talk - LINES, 2, ENOUGH));
    }

    private boolean isWithoutPictures() {
        ChatSet without = ChatSet.of(model.settings.value(Setting.MEDIA_NOT_IN));
        return model.chat()
                .filter(chat ->
                        without.has(
                                chat.id().toString(), (chat.direct() ? "@" : "#") + chat.title()))
                .isPresent();
    }
}
