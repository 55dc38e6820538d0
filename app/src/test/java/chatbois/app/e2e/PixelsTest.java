package chatbois.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Pictures as pixels, in terminals that say how they take them, and in those that don't.
@Tag("e2e")
class PixelsTest extends Hosted {
    private static final String ESC = "\u001b";
    private static final String ST = ESC + "\\";
    private static final String KITTY_QUESTION = ESC + "_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA" + ST;
    private static final Map<String, String> ALL_COLOURS =
            Map.of("COLORTERM", "truecolor", "TERM", "xterm-256color");
    private static final int RED = 0xFF0000;

    /// A terminal of that name that takes pixels so.
    private static Window.Line terminal(String name, boolean kitty, boolean sixel) {
        Map<String, String> answers = new HashMap<>();
        answers.put(ESC + "[>q", ESC + "P>|" + name + ST);
        answers.put(ESC + "[16t", ESC + "[6;20;10t");
        answers.put(ESC + "[c", ESC + (sixel ? "[?62;4;22c" : "[?62;22c"));
        if (kitty) {
            answers.put(KITTY_QUESTION, ESC + "_Gi=31;OK" + ST);
        }
        return new Window.Line(0, /* answers= */ true).saying(answers);
    }

    private Path flag() throws IOException {
        BufferedImage image = new BufferedImage(160, 80, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 160 * 80; i++) {
            image.setRGB(i % 160, i / 160, RED);
        }
        Path file = directory.resolve("flag.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private interface Look {
        void at(Window window) throws Exception;
    }

    /// Sends herself a picture in a chat of her own, in such a terminal.
    private void show(Map<String, String> around, Window.Line line, Look look) throws Exception {
        try (Window anna = host.join("anna", host.ownerInvite(), 90, 40, around, line)) {
            anna.say("/new pics");
            anna.await("#pics  ");
            anna.type("/attach " + flag());
            anna.await("the path", screen -> screen.replace("\n", "").contains("flag.png"));
            anna.type("\r");
            anna.await("▣ flag.png · PNG");
            look.at(anna);
        }
    }

    private static void awaitWritten(Window window, String text) throws Exception {
        window.await(text + " written", _ -> window.raw().contains(text));
    }

    @Test
    void kitty_shows_it_behind_its_characters_and_has_nothing_left_of_it_at_the_end()
            throws Exception {
        show(
                ALL_COLOURS,
                terminal("kitty(0.35.2)", true, false),
                anna -> {
                    awaitWritten(anna, "a=p,U=1");
                    awaitWritten(anna, "\uDBFB\uDEEE\u030D\u030E");
                    assertRed(kitty(anna.raw()));
                    anna.say("/style blocks");
                    anna.await("media.style is blocks now.");
                    anna.await("no placeholder", screen -> !screen.contains("\uDBFB\uDEEE"));
                    anna.type("/quit");
                    anna.await("> /quit");
                    anna.type("\r");
                    anna.await("ended: 0");
                    Matcher sent = Pattern.compile("a=t,f=100,i=([0-9]+)").matcher(anna.raw());
                    while (sent.find()) {
                        assertThat(anna.raw()).contains("a=d,d=I,i=" + sent.group(1) + ",q=2");
                    }
                    assertThat(anna.screen()).doesNotContain("OK", "kitty(", "6;20");
                });
    }

    @Test
    void a_terminal_with_sixel_gets_that() throws Exception {
        show(
                ALL_COLOURS,
                terminal("foot(1.16.2)", false, true),
                anna -> {
                    awaitWritten(anna, "\"1;1;400;20#0;2;100;0;0#0!400~");
                    assertThat(anna.raw()).doesNotContain(ESC + "_Ga", "1337;File");
                    anna.say("/style off");
                    anna.await("media.style is off now.");
                });
    }

    @Test
    void one_like_iterm2_gets_files() throws Exception {
        show(
                ALL_COLOURS,
                terminal("iTerm2 3.5.0", false, false),
                anna -> {
                    awaitWritten(anna, "]1337;File=inline=1;doNotMoveCursor=1;");
                    String row = ";width=40;height=1:([^\u0007]*)\u0007";
                    Matcher file = Pattern.compile(row).matcher(anna.raw());
                    assertThat(file.find()).isTrue();
                    assertRed(Base64.getDecoder().decode(file.group(1)));
                });
    }

    @Test
    void one_that_does_not_answer_gets_characters_and_a_sentence_where_pixels_were_wished()
            throws Exception {
        show(
                ALL_COLOURS,
                new Window.Line(0, /* answers= */ true),
                anna -> {
                    awaitWritten(anna, "8;2;25");
                    anna.say("/style sixel");
                    anna.await("doesn't say whether it takes pictures as sixel");
                    assertNoPixels(anna);
                    assertThat(anna.raw()).contains(ESC + "[>q").doesNotContain(KITTY_QUESTION);
                });
    }

    @Test
    void through_tmux_no_pixels_are_sent_and_none_are_asked_for() throws Exception {
        Map<String, String> around = new HashMap<>(ALL_COLOURS);
        around.put("TERM", "tmux-256color");
        around.put("TMUX", "/run/tmux-1000/default,1,0");
        show(
                around,
                terminal("tmux 3.5", true, true),
                anna -> {
                    awaitWritten(anna, "8;2;25");
                    assertNoPixels(anna);
                    assertThat(anna.raw()).doesNotContain(KITTY_QUESTION, ESC + "[>q");
                });
    }

    private static void assertNoPixels(Window window) {
        assertThat(window.raw()).doesNotContain(ESC + "_Ga", ESC + "P", "1337;", "\uDBFB\uDEEE");
    }

    /// What came by Kitty's protocol, of one picture.
    private static byte[] kitty(String raw) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Matcher chunk =
                Pattern.compile(ESC + "_G(?:a=t,f=100,i=[0-9]+,)?q=2,m=([01]);([^" + ESC + "]*)")
                        .matcher(raw);
        boolean last = false;
        while (!last && chunk.find()) {
            all.writeBytes(Base64.getDecoder().decode(chunk.group(2)));
            last = chunk.group(1).equals("0");
        }
        return all.toByteArray();
    }

    private static void assertRed(byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int middle = image.getRGB(image.getWidth() / 2, image.getHeight() / 2);
        assertThat(middle >> 16 & 255).isGreaterThan(248);
        assertThat(middle & 0xFFFF).isLessThan(0x0808);
    }
}
