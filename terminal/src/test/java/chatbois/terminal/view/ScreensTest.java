package chatbois.terminal.view;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.client.session.Entry.Delivery;
import chatbois.client.session.Said;
import chatbois.client.session.SessionState;
import chatbois.terminal.cell.ColorDepth;
import chatbois.terminal.cell.Dress;
import chatbois.terminal.cell.Painter;
import chatbois.terminal.cell.Theme;
import chatbois.terminal.cell.VirtualTerminal;
import chatbois.terminal.cell.Widths;
import chatbois.terminal.key.Key;
import chatbois.terminal.key.Key.Name;
import chatbois.terminal.state.Event;
import chatbois.terminal.state.Scene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the screen looks like, down to each cell, kept in files to be read: first the characters,
/// then the looks as a letter for each cell, then what the letters mean. `make screens` writes the
/// files anew; every other run of the tests only compares.
final class ScreensTest {
    private static final boolean WRITE = "write".equals(System.getProperty("chatbois.docs"));
    private static final Path FILES = Path.of("src/test/resources/chatbois/terminal/view/screens");

    private static final String MANY_LOOKS =
            """
            *bold*, _italic_, ~~struck~~, `code` and https://example.org/a_b_c
            > quoted, and long enough that it has to go on in another row of the screen
            - an item
            2. another one, which is long enough to go on in another row of the screen

            ```java
            // says hello
            String hello = "world" + 42;
            ```
            snake_case_names, 2*3*4 and *.java stay as they are\
            """;

    /// The screens that are kept.
    enum Kept {
        CHAT_80X24(ColorDepth.PALETTE, () -> kitchen(80, 24)),
        CHAT_WIDE_160X48(ColorDepth.PALETTE, () -> kitchen(160, 48)),
        CHAT_NARROW_40X10(ColorDepth.PALETTE, () -> kitchen(40, 10)),
        CHAT_DARK(ColorDepth.TRUE, () -> kitchen(80, 24)),
        CHAT_LIGHT(Theme.LIGHT, ColorDepth.TRUE, () -> kitchen(80, 24)),
        CHAT_LIGHT_256_COLOURS(Theme.LIGHT, ColorDepth.PALETTE, () -> kitchen(80, 24)),
        CHAT_LIGHT_16_COLOURS(Theme.LIGHT, ColorDepth.SIXTEEN, () -> kitchen(80, 24)),
        MEMBER_LIST_140X24(ColorDepth.PALETTE, () -> crowded(140, 24)),
        MEMBER_LIST_LONG_80X12(ColorDepth.PALETTE, ScreensTest::crowdedByKey),
        CHAT_100X24(ColorDepth.PALETTE, () -> kitchen(100, 24)),
        CHOSEN_MESSAGE(ColorDepth.PALETTE, ScreensTest::choosing),
        CHOSEN_MESSAGE_WITHOUT_COLOURS(ColorDepth.NONE, ScreensTest::choosing),
        COMPLETION_WITHOUT_COLOURS(ColorDepth.NONE, () -> typed("Well done :ta")),
        CHAT_16_COLOURS(ColorDepth.SIXTEEN, () -> kitchen(80, 24)),
        CHAT_WITHOUT_COLOURS(ColorDepth.NONE, ScreensTest::withoutLooks),
        CHAT_OFFLINE(
                ColorDepth.PALETTE,
                () -> changed(kitchen(80, 24).state(new SessionState.Connecting()).pending(1))),
        FORMATTING(ColorDepth.PALETTE, () -> saying(80, 24, MANY_LOOKS)),
        FORMATTING_NARROW_40X24(ColorDepth.PALETTE, () -> saying(40, 24, MANY_LOOKS)),
        SCRIPTS(
                ColorDepth.PALETTE,
                () ->
                        saying(
                                60,
                                16,
                                "賛成！ 明日の*夕方*に会いましょう。雨が降らないといいのですが。\n"
                                        + "שלום לכולם, ניפגש ב-18:30?\n"
                                        + "مرحبا بالجميع\n"
                                        + "🎉 👨\u200d👩\u200d👧 🇩🇪 👍🏽 ❤️ क्षि 한글")),
        SWITCHER(ColorDepth.PALETTE, () -> pressed(Key.ctrl('k'), "pl")),
        HELP(ColorDepth.PALETTE, () -> pressed(Key.named(Name.F1), "")),
        MEMBERS(ColorDepth.PALETTE, ScreensTest::members),
        SEARCH(ColorDepth.PALETTE, () -> FinderViewTest.found(80, 24, true)),
        SEARCH_NARROW_40X10(ColorDepth.PALETTE, () -> FinderViewTest.found(40, 10, true)),
        THREAD(ColorDepth.PALETTE, () -> thread(80, 24)),
        THREAD_NARROW_40X10(ColorDepth.PALETTE, () -> thread(40, 10)),
        CHOSEN_NARROW_40X10(ColorDepth.PALETTE, ScreensTest::chosen),
        INBOX(ColorDepth.PALETTE, () -> inbox(80, 24)),
        INBOX_NARROW_40X10(ColorDepth.PALETTE, () -> inbox(40, 10)),
        EMOJI_NAMES(ColorDepth.PALETTE, () -> typed("Well done :ta")),
        PICTURE_COMING(ColorDepth.PALETTE, () -> Hung.coming(80, 24)),
        PICTURE(ColorDepth.PALETTE, () -> Hung.drawn(80, 24, "half", ColorDepth.PALETTE)),
        PICTURE_NARROW_40X16(
                ColorDepth.PALETTE, () -> Hung.drawn(40, 16, "half", ColorDepth.PALETTE)),
        PICTURE_WITHOUT_COLOURS(ColorDepth.NONE, () -> Hung.drawn(80, 24, "auto", ColorDepth.NONE)),
        PICTURE_OFF(ColorDepth.PALETTE, () -> Hung.drawn(80, 24, "off", ColorDepth.PALETTE)),
        PICTURE_WHOLE_SCREEN(ColorDepth.PALETTE, () -> Hung.whole(80, 24)),
        FILE_BEING_SENT(ColorDepth.PALETTE, () -> Hung.sending(80, 24)),
        PICTURE_GONE(ColorDepth.PALETTE, () -> Hung.failed(80, 24)),
        FIRST_START(ColorDepth.PALETTE, () -> new Scene(80, 24).nowhere());

        private final Theme theme;
        private final ColorDepth depth;
        private final Supplier<Scene> scene;

        Kept(ColorDepth depth, Supplier<Scene> scene) {
            this(Theme.DARK, depth, scene);
        }

        Kept(Theme theme, ColorDepth depth, Supplier<Scene> scene) {
            this.theme = theme;
            this.depth = depth;
            this.scene = scene;
        }

        Path file() {
            return FILES.resolve(name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt");
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("docs")
    void a_screen_looks_as_it_is_kept(Kept kept) throws IOException {
        Scene scene = kept.scene.get();
        VirtualTerminal terminal =
                new VirtualTerminal(scene.model.width(), scene.model.height(), Widths.GRAPHEMES);
        terminal.write(
                new Painter(new Dress(kept.theme, kept.depth, true)).paint(Pictures.cells(scene)));
        String fresh = shown(terminal, scene.model.width(), scene.model.height());
        if (WRITE) {
            Files.createDirectories(FILES);
            Files.writeString(kept.file(), fresh);
        }
        assertThat(Files.readString(kept.file()))
                .as("%s is stale; `make screens` writes it anew", kept.file())
                .isEqualTo(fresh);
    }

    private static Scene kitchen(int width, int height) {
        Scene scene =
                new Scene(width, height)
                        .members("bob", "carl")
                        .chat("#general", 0)
                        .chat("#plans", 3)
                        .chat("@bob", 1)
                        .invitation("#secret", "carl")
                        .says("bob", "Is anybody hungry?")
                        .said("anna", new Said.Action("looks into the fridge"), Delivery.STORED)
                        .said("carl", new Said.Happened("carl came in"), Delivery.STORED)
                        .says(
                                "anna",
                                "Nothing there but a *very* lonely carrot, I am afraid to say.")
                        .says("anna", "And half a lemon.")
                        .said("anna", new Said.Text("Shall we go out?"), Delivery.PENDING);
        return changed(scene);
    }

    private static Scene saying(int width, int height, String text) {
        return changed(
                new Scene(width, height).members("bob").chat("#general", 0).says("bob", text));
    }

    private static Scene soup(int width, int height) {
        return changed(
                new Scene(width, height)
                        .members("bob", "carl")
                        .chat("#soup", 0)
                        .says("bob", "Who stirs the soup?")
                        .answers("anna", "I do, with the long spoon.", 1)
                        .answers(
                                "carl",
                                "Then I cut the bread, if somebody tells me where it is.",
                                2)
                        .answers("bob", "In the box.", 1));
    }

    private static Scene thread(int width, int height) {
        Scene scene = soup(width, height);
        scene.enter("/thread #1");
        scene.changed();
        scene.type("Found it");
        return scene;
    }

    private static Scene chosen() {
        Scene scene = soup(40, 10);
        scene.press(Name.UP);
        return scene;
    }

    private static Scene inbox(int width, int height) {
        Scene scene = kitchen(width, height).community("The Shed", "#tools", "@anna");
        scene.changed();
        scene.press(Name.F7);
        scene.mentioned("#plans", "carl", "@anna, shall we go to the lake on Sunday, or is it", 9);
        scene.press(Name.DOWN);
        return scene;
    }

    private static Scene withoutLooks() {
        Scene scene = kitchen(80, 24);
        scene.model.showSigns(true);
        return changed(scene.says("bob", "- a *sign* that stays\n> and `one` more"));
    }

    private static Scene members() {
        Scene scene = kitchen(80, 24);
        scene.update.take(
                new Event.Told(
                        scene.model.here().orElseThrow(),
                        List.of("Here: anna (owner), bob, carl.", "Invited: nobody.")));
        return scene;
    }

    private static Scene pressed(Key key, String text) {
        Scene scene = kitchen(80, 24);
        scene.press(key);
        scene.type(text);
        return scene;
    }

    private static Scene crowded(int width, int height) {
        return kitchen(width, height)
                .gathered(
                        "bob member",
                        "anna owner",
                        "carl moderator",
                        "美咲 member",
                        "a-name-that-is-far-too-long-here member");
    }

    private static Scene crowdedByKey() {
        Scene scene = kitchen(80, 12);
        scene.press(Key.named(Name.F3));
        String[] people =
                IntStream.range(0, 5_000).mapToObj(i -> "m" + i + " member").toArray(String[]::new);
        return scene.gathered(people);
    }

    private static Scene choosing() {
        Scene scene = kitchen(80, 24);
        scene.press(Name.UP);
        scene.press(Name.UP);
        return scene;
    }

    private static Scene typed(String text) {
        Scene scene = kitchen(80, 24);
        scene.type(text);
        return scene;
    }

    private static Scene changed(Scene scene) {
        scene.changed();
        return scene;
    }

    private static String shown(VirtualTerminal terminal, int width, int height) {
        StringBuilder texts = new StringBuilder();
        StringBuilder looks = new StringBuilder();
        Map<VirtualTerminal.Look, Character> letters = new LinkedHashMap<>();
        for (int y = 0; y < height; y++) {
            texts.append(terminal.row(y)).append('\n');
            StringBuilder row = new StringBuilder();
            for (int x = 0; x < width; x++) {
                VirtualTerminal.Look look = terminal.look(x, y);
                char next = (char) ('a' + letters.size());
                char letter = letters.computeIfAbsent(look, l -> l.isPlain() ? '.' : next);
                row.append(letter);
            }
            looks.append(row.toString().replaceFirst("\\.+$", "")).append('\n');
        }
        StringBuilder legend = new StringBuilder();
        letters.forEach((look, letter) -> {
            if (!look.isPlain()) {
                legend.append(letter).append("  ").append(look).append('\n');
            }
        });
        String cursor = terminal.cursor();
        return texts
                + "\n----\n"
                + looks
                + "\n----\n"
                + legend
                + (cursor.isEmpty() ? "" : "cursor at " + cursor + "\n");
    }
}
