package chatbois.terminal.key;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.terminal.key.Key.Name;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

class KeyReaderTest {
    private static final Map<String, Key> KNOWN =
            Map.ofEntries(
                    Map.entry("a", Key.typed('a')),
                    Map.entry("ß", Key.typed('ß')),
                    Map.entry("😀", Key.typed(0x1F600)),
                    Map.entry("\r", Key.named(Name.ENTER)),
                    Map.entry("\n", Key.ctrl('j')),
                    Map.entry("\t", Key.named(Name.TAB)),
                    Map.entry("\u0001", Key.ctrl('a')),
                    Map.entry("\u001f", Key.ctrl('_')),
                    Map.entry("\u0000", Key.ctrl(' ')),
                    Map.entry("\b", Key.ctrl('h')),
                    Map.entry("\u007f", Key.named(Name.BACKSPACE)),
                    Map.entry("\u001bb", Key.alt('b')),
                    Map.entry("\u001bä", Key.alt('ä')),
                    Map.entry("\u001b\r", new Key.Named(Name.ENTER, Mods.ALT)),
                    Map.entry("\u001b\u007f", new Key.Named(Name.BACKSPACE, Mods.ALT)),
                    Map.entry("\u001b[A", Key.named(Name.UP)),
                    Map.entry("\u001bOA", Key.named(Name.UP)),
                    Map.entry("\u001b[1;3D", new Key.Named(Name.LEFT, Mods.ALT)),
                    Map.entry("\u001b[1;5C", new Key.Named(Name.RIGHT, Mods.CTRL)),
                    Map.entry("\u001b[Z", new Key.Named(Name.TAB, Mods.SHIFT)),
                    Map.entry("\u001b[3~", Key.named(Name.DELETE)),
                    Map.entry("\u001b[5;2~", new Key.Named(Name.PAGE_UP, Mods.SHIFT)),
                    Map.entry("\u001b[15~", Key.named(Name.F5)),
                    Map.entry("\u001bOP", Key.named(Name.F1)),
                    Map.entry("\u001b[1;2R", new Key.Named(Name.F3, Mods.SHIFT)),
                    Map.entry("\u001b[[B", Key.named(Name.F2)),
                    Map.entry("\u001bOM", Key.named(Name.ENTER)),
                    Map.entry("\u001b[27;5;13~", new Key.Named(Name.ENTER, Mods.CTRL)),
                    Map.entry("\u001b[13;2u", new Key.Named(Name.ENTER, Mods.SHIFT)),
                    Map.entry("\u001b[97;5u", Key.ctrl('a')),
                    Map.entry("\u001b[I", new Key.Focus(true)),
                    Map.entry("\u001b[O", new Key.Focus(false)),
                    Map.entry("\u001b[200~a\rb\u001b[201~", new Key.Paste("a\nb", false)));

    private static final List<String> NOISE =
            List.of(
                    "\u001b[?2026;2$y",
                    "\u001b[12;40R",
                    "\u001b[<0;3;4M",
                    "\u001b[?1;2c",
                    "\u001b[99~");

    @Test
    void what_the_terminal_tells_is_never_typed() {
        KeyReader reader = new KeyReader();
        String answer = "\u001b]11;rgb:ff/80/00\u0007";
        for (byte next : answer.getBytes(StandardCharsets.US_ASCII)) {
            assertThat(reader.read(new byte[] {next})).isEmpty();
        }
        assertThat(reader.reports()).containsExactly(new Report.Background(0xFF8000));
        assertThat(reader.reports()).isEmpty();
        assertThat(reader.read(bytes("\u001b]11;rgb:1e1e/1E1E/1e1e\u001b\\a")))
                .containsExactly(Key.typed('a'));
        assertThat(reader.reports()).containsExactly(new Report.Background(0x1E1E1E));
        assertThat(reader.read(bytes("\u001b]4;1;rgb:00/00/00\u0007\u001b]11;nonsense\u0007")))
                .isEmpty();
        assertThat(reader.read(bytes("\u001b[?62;22c\u001b[?997;1n\u001b[3;4R"))).isEmpty();
        assertThat(reader.reports())
                .containsExactly(new Report.Attributes(false), new Report.Repainted());
    }

    @Test
    void what_the_terminal_tells_of_pixels_is_never_typed() {
        KeyReader reader = new KeyReader();
        String answers =
                "\u001b_Gi=31;OK\u001b\\\u001bP>|kitty(0.35.2)\u001b\\\u001b[6;20;10t\u001b[?62;4;22c";
        for (byte next : answers.getBytes(StandardCharsets.US_ASCII)) {
            assertThat(reader.read(new byte[] {next})).isEmpty();
        }
        assertThat(reader.reports())
                .containsExactly(
                        new Report.Graphics(true),
                        new Report.Program("kitty(0.35.2)"),
                        new Report.CellSize(10, 20),
                        new Report.Attributes(true));
        assertThat(reader.read(bytes("\u001b_Gi=31;ENOTSUPPORTED:no\u001b\\"))).isEmpty();
        assertThat(reader.reports()).containsExactly(new Report.Graphics(false));
        assertThat(reader.read(bytes("\u001b[6;0;0t\u001b[8;24;80t\u001bP1$r0m\u001b\\")))
                .isNotNull();
        assertThat(reader.reports()).isEmpty();
    }

    @Test
    void alt_and_what_begins_such_an_answer_are_keys() {
        KeyReader reader = new KeyReader();
        for (char key : new char[] {'P', '_'}) {
            assertThat(reader.read(bytes("\u001b" + key))).isEmpty();
            assertThat(reader.quiet()).containsExactly(Key.alt(key));
            assertThat(reader.read(bytes("\u001b" + key + "aé"))).isEmpty();
            assertThat(reader.patienceMillis()).isEqualTo(50);
            assertThat(reader.quiet())
                    .containsExactly(Key.alt(key), Key.typed('a'), Key.typed('é'));
            assertThat(reader.read(bytes("\u001b" + key + "a\u0003")))
                    .containsExactly(Key.alt(key), Key.typed('a'), Key.ctrl('c'));
            assertThat(reader.read(bytes("\u001b" + key + "a\u001b[A")))
                    .containsExactly(Key.alt(key), Key.typed('a'), Key.named(Name.UP));
        }
    }

    @Test
    void what_the_terminal_tells_though_nobody_asked_is_not_typed_either() {
        List<String> told =
                List.of(
                        "\u001bP1$r0m\u001b\\",
                        "\u001bP1+r544e=787465726d\u001b\\",
                        "\u001bP\u001b\\",
                        "\u001b_anything é\u001b\\",
                        "\u001b]lthe window's title\u001b\\",
                        "\u001b]lthe window's title\u0007");
        for (String text : told) {
            assertThat(keys(text + "x")).as(text).containsExactly(Key.typed('x'));
        }
    }

    @Test
    void what_never_ends_is_given_back_in_the_end() {
        KeyReader reader = new KeyReader();
        List<Key> keys = reader.read(bytes("\u001bP" + "a".repeat(5_000)));
        assertThat(keys).containsExactly(Key.alt('P'), new Key.Paste("a".repeat(5_000), false));
    }

    @Test
    void what_is_told_slowly_is_waited_for_and_what_loses_its_end_is_dropped() {
        KeyReader reader = new KeyReader();
        assertThat(reader.read(bytes("\u001b]"))).isEmpty();
        assertThat(reader.patienceMillis()).isGreaterThan(50);
        assertThat(reader.read(bytes("11;rgb:00/"))).isEmpty();
        assertThat(reader.patienceMillis()).isGreaterThan(1000);
        assertThat(reader.quiet()).isEmpty();
        assertThat(reader.read(bytes("x"))).containsExactly(Key.typed('x'));
        assertThat(reader.read(bytes("\u001b]11;rgb:00/\u001b[A")))
                .containsExactly(Key.named(Key.Name.UP));
        assertThat(reader.read(bytes("\u001b]1" + "0".repeat(70_000)))).isNotEmpty();
        assertThat(reader.read(bytes("x"))).containsExactly(Key.typed('x'));
        assertThat(reader.reports()).isEmpty();
    }

    @Test
    void enter_and_the_keys_with_control_end_what_has_lost_its_end() {
        for (String begun : List.of("\u001bP>|kit", "\u001b_Gi=31;O", "\u001b]11;rgb:00/")) {
            KeyReader reader = new KeyReader();
            assertThat(reader.read(bytes(begun + "\u0003"))).containsExactly(Key.ctrl('c'));
            assertThat(reader.read(bytes("a"))).containsExactly(Key.typed('a'));
            assertThat(reader.read(bytes(begun + "\u007f")))
                    .containsExactly(Key.named(Key.Name.BACKSPACE));
            assertThat(reader.reports()).isEmpty();
        }
    }

    @Test
    void an_answer_in_numbers_that_comes_in_two_halves_is_waited_for() {
        KeyReader reader = new KeyReader();
        assertThat(reader.read(bytes("\u001b[?62"))).isEmpty();
        assertThat(reader.patienceMillis()).isGreaterThan(300);
        assertThat(reader.read(bytes(";4c"))).isEmpty();
        assertThat(reader.reports()).containsExactly(new Report.Attributes(true));
        assertThat(reader.patienceMillis()).isZero();
    }

    @Test
    void alt_and_a_bracket_are_a_key() {
        KeyReader reader = new KeyReader();
        assertThat(reader.read(bytes("\u001b]"))).isEmpty();
        assertThat(reader.quiet()).containsExactly(Key.alt(']'));
        assertThat(reader.read(bytes("\u001b]a"))).isEmpty();
        assertThat(reader.quiet()).containsExactly(Key.alt(']'), Key.typed('a'));
    }

    @Test
    void the_mouse_is_told_by_cells() {
        KeyReader reader = new KeyReader();
        assertThat(reader.read(bytes("\u001b[<0;3;7M\u001b[<0;3;7m\u001b[<64;1;1M\u001b[<81;2;2M")))
                .isEmpty();
        assertThat(reader.reports())
                .containsExactly(
                        new Report.Mouse(Report.Action.CLICK, 2, 6),
                        new Report.Mouse(Report.Action.WHEEL_UP, 0, 0),
                        new Report.Mouse(Report.Action.WHEEL_DOWN, 1, 1));
        assertThat(reader.read(bytes("\u001b[<2;1;1M\u001b[<32;1;1M\u001b[<0;0;1M\u001b[<;1;1M")))
                .isEmpty();
        assertThat(reader.reports()).isEmpty();
    }

    @Test
    void every_known_sequence_is_its_key() {
        KNOWN.forEach((bytes, key) -> assertThat(keys(bytes)).as(bytes).containsExactly(key));
    }

    @Test
    void replies_to_questions_nobody_asked_are_no_keys() {
        NOISE.forEach(bytes -> assertThat(keys(bytes + "x")).containsExactly(Key.typed('x')));
    }

    @Test
    void a_lone_escape_is_a_key_once_nothing_follows() {
        KeyReader reader = new KeyReader();
        assertThat(reader.read(bytes("\u001b"))).isEmpty();
        assertThat(reader.patienceMillis()).isPositive();
        assertThat(reader.quiet()).containsExactly(Key.named(Name.ESCAPE));
        assertThat(reader.patienceMillis()).isZero();
        assertThat(keys("\u001b\u001b[A"))
                .containsExactly(Key.named(Name.ESCAPE), Key.named(Name.UP));
    }

    @Test
    void the_beginning_of_a_sequence_alone_was_typed_with_alt() {
        assertThat(keys("\u001b[")).containsExactly(Key.alt('['));
        assertThat(keys("\u001bO")).containsExactly(Key.alt('O'));
    }

    @Test
    void broken_utf8_is_one_sign_and_costs_no_other_key() {
        byte[] broken = {
            'a', (byte) 0xC3, 'b', (byte) 0xFF, (byte) 0xE2, (byte) 0x82, 0x1B, '[', 'A'
        };
        assertThat(new KeyReader().read(broken))
                .containsExactly(
                        Key.typed('a'),
                        Key.typed(0xFFFD),
                        Key.typed('b'),
                        Key.typed(0xFFFD),
                        Key.typed(0xFFFD),
                        Key.named(Name.UP));
        byte[] surrogate = {(byte) 0xED, (byte) 0xA0, (byte) 0x80};
        assertThat(new KeyReader().read(surrogate)).containsExactly(Key.typed(0xFFFD));
    }

    @Test
    void a_sequence_cut_short_by_another_loses_only_itself() {
        assertThat(keys("\u001b[1;\u001b[B")).containsExactly(Key.named(Name.DOWN));
        assertThat(keys("\u001b[1;\rx")).containsExactly(Key.named(Name.ENTER), Key.typed('x'));
    }

    @Test
    void a_paste_has_one_kind_of_line_break_and_no_controls() {
        assertThat(keys("\u001b[200~a\r\nb\rc\t\u0007\u001b[31md\u001b[201\u001b[201~x"))
                .containsExactly(new Key.Paste("a\nb\nc\t[31md[201", false), Key.typed('x'));
    }

    @Test
    void a_paste_takes_no_more_than_fits() {
        String huge = "x".repeat(300_000);
        assertThat(keys("\u001b[200~" + huge + "\u001b[201~y"))
                .containsExactly(
                        new Key.Paste(huge.substring(0, 256 * 1024), true), Key.typed('y'));
    }

    @Test
    void a_paste_that_lost_its_end_is_given_up_with_patience() {
        KeyReader reader = new KeyReader();
        assertThat(reader.read(bytes("\u001b[200~abc"))).isEmpty();
        int patience = reader.patienceMillis();
        assertThat(reader.quiet()).isEmpty();
        assertThat(patience + reader.patienceMillis()).isEqualTo(5000);
        assertThat(reader.quiet()).containsExactly(new Key.Paste("abc", false));
        assertThat(reader.patienceMillis()).isZero();
        assertThat(reader.read(bytes("d"))).containsExactly(Key.typed('d'));
    }

    @Test
    void ctrl_c_alone_ends_a_paste_that_was_silent_for_a_second() {
        KeyReader reader = silentPaste();
        assertThat(reader.read(bytes("\u0003")))
                .containsExactly(new Key.Paste("abc", false), Key.ctrl('c'));
        assertThat(reader.patienceMillis()).isZero();
        assertThat(reader.read(bytes("d"))).containsExactly(Key.typed('d'));
    }

    @Test
    void escape_alone_ends_a_paste_that_was_silent_for_a_second_unless_it_begins_its_end() {
        KeyReader reader = silentPaste();
        assertThat(reader.read(bytes("\u001b"))).isEmpty();
        assertThat(reader.patienceMillis()).isBetween(50, 1000);
        assertThat(reader.quiet())
                .containsExactly(new Key.Paste("abc", false), Key.named(Name.ESCAPE));
        assertThat(reader.patienceMillis()).isZero();
        assertThat(reader.read(bytes("d"))).containsExactly(Key.typed('d'));

        KeyReader slow = silentPaste();
        assertThat(slow.read(bytes("\u001b"))).isEmpty();
        assertThat(slow.read(bytes("[201~"))).containsExactly(new Key.Paste("abc", false));
    }

    @Test
    void what_else_comes_after_a_silence_still_belongs_to_the_paste() {
        for (String more : List.of("d", "\r", "\u0003d", "d\u0003", "\u001b[A")) {
            KeyReader reader = silentPaste();
            assertThat(reader.read(bytes(more))).isEmpty();
            assertThat(reader.read(bytes("\u0003"))).as("no silence").isEmpty();
            assertThat(reader.read(bytes("\u001b[201~")))
                    .containsExactly(new Key.Paste(Pasted.clean("abc" + more), false));
        }
    }

    private static KeyReader silentPaste() {
        KeyReader reader = new KeyReader();
        assertThat(reader.read(bytes("\u001b[200~abc"))).isEmpty();
        assertThat(reader.patienceMillis()).isEqualTo(1000);
        assertThat(reader.quiet()).isEmpty();
        return reader;
    }

    @Test
    void an_unmarked_paste_of_lines_does_not_press_enter() {
        KeyReader reader = new KeyReader();
        assertThat(reader.read(bytes("first line\rsecond"))).isEmpty();
        assertThat(reader.read(bytes(" line\r"))).isEmpty();
        assertThat(reader.patienceMillis()).isPositive();
        assertThat(reader.quiet())
                .containsExactly(new Key.Paste("first line\nsecond line\n", false));
    }

    @Test
    void more_letters_at_once_than_anybody_types_are_one_paste_and_the_keys_between_stay() {
        KeyReader reader = new KeyReader();
        reader.read(bytes("\u001b[200~x\u001b[201~"));
        String flood = "p".repeat(1_000);
        assertThat(reader.read(bytes(flood + "\r" + flood + "\u0003a")))
                .containsExactly(
                        new Key.Paste(flood, false),
                        Key.named(Name.ENTER),
                        new Key.Paste(flood, false),
                        Key.ctrl('c'),
                        Key.typed('a'));
        assertThat(reader.read(bytes("p".repeat(999)))).hasSize(999);
    }

    @Test
    void one_line_with_its_enter_was_typed() {
        List<Key> keys = keys("hello world\r");
        assertThat(keys).hasSize(12).endsWith(Key.typed('d'), Key.named(Name.ENTER));
    }

    @Test
    void a_terminal_that_marks_pastes_is_trusted_to_mark_all() {
        KeyReader reader = new KeyReader();
        reader.read(bytes("\u001b[200~x\u001b[201~"));
        assertThat(reader.read(bytes("first line\rsecond line\r"))).hasSize(23);
    }

    @Test
    void it_never_matters_how_the_bytes_were_split() {
        List<String> pieces = new ArrayList<>(KNOWN.keySet());
        pieces.addAll(NOISE);
        pieces.sort(null);
        for (long seed = 0; seed < 2000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            StringBuilder sent = new StringBuilder("\u001b[200~trusted\u001b[201~");
            for (int i = 0; i < 20; i++) {
                sent.append(pieces.get(random.nextInt(pieces.size())));
            }
            byte[] bytes = bytes(sent.toString());
            assertThat(inChunks(bytes, () -> random.nextInt(1, 5)))
                    .as("seed %d", seed)
                    .isEqualTo(inChunks(bytes, () -> bytes.length));
        }
    }

    @Test
    void any_bytes_at_all_are_the_same_keys_in_any_chunks() {
        for (long seed = 0; seed < 2000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] bytes = new byte[60];
            random.nextBytes(bytes);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] =
                        random.nextInt(4) == 0
                                ? (byte) "\u001b[O~1;".charAt(random.nextInt(6))
                                : bytes[i];
            }
            assertThat(inChunks(bytes, () -> random.nextInt(1, 5)))
                    .as("seed %d", seed)
                    .isEqualTo(inChunks(bytes, () -> bytes.length));
        }
    }

    private static List<Key> inChunks(byte[] bytes, IntSupplier size) {
        KeyReader reader = new KeyReader();
        List<Key> keys = new ArrayList<>(reader.read(bytes("\u001b[200~\u001b[201~")));
        for (int from = 0; from < bytes.length; ) {
            int length = size.getAsInt();
            int to = Math.min(from + length, bytes.length);
            keys.addAll(reader.read(Arrays.copyOfRange(bytes, from, to)));
            from = to;
        }
        keys.addAll(reader.quiet());
        return keys;
    }

    private static List<Key> keys(String sent) {
        KeyReader reader = new KeyReader();
        List<Key> keys = new ArrayList<>(reader.read(bytes(sent)));
        keys.addAll(reader.quiet());
        return keys;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
