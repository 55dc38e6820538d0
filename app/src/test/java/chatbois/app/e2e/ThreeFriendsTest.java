package chatbois.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Three friends, two on the screen and one in line mode, from the invite to the goodbye.
@Tag("e2e")
class ThreeFriendsTest extends Hosted {
    private static final String UP = "\u001b[5~";
    private static final String ALT_A = "\u001ba";
    private static final String CTRL_K = "\u000b";

    @Test
    void they_meet_talk_scroll_paste_resize_and_part() throws Exception {
        try (Window anna = host.join("anna", host.ownerInvite(), 100, 24);
                Window bo = host.join("bo", Host.invite(anna), 100, 30);
                Window cleo = host.joinPlain("cleo", Host.invite(anna))) {
            anna.say("/new kitchen bo cleo");
            anna.await("#kitchen  3 members");
            bo.await("#kitchen");
            cleo.await("#kitchen");
            bo.say("/go kitchen");
            bo.await("#kitchen  3 members");
            cleo.say("/go kitchen");
            cleo.await("now in #kitchen");

            anna.say("Hello you two, 漢字 fit in here");
            bo.await("anna  Hello you two, 漢字 fit in here");
            cleo.await("anna: Hello you two, 漢字 fit in here");
            cleo.say("Hello from a plain line");
            anna.await("cleo  Hello from a plain line");
            bo.say("/me waves");
            anna.await("*  bo waves");

            aChatForTwoIsCounted(bo, cleo);
            pastedLinesStayOneMessage(anna, bo);
            resizingKeepsTheScreenWhole(bo);
            theWholeHistoryCanBeScrolled(anna, cleo);
            whatIsTypedOfflineGoesOutLater(anna, bo);

            assertThat(cleo.raw()).doesNotContain("\u001b");
            for (Window window : new Window[] {anna, bo, cleo}) {
                window.say("/quit");
                assertThat(window.exitCode()).isZero();
                assertThat(window.modesAfter()).isEqualTo(window.modesBefore());
            }
        }
    }

    private static void aChatForTwoIsCounted(Window bo, Window cleo) throws Exception {
        cleo.say("/msg bo just you");
        cleo.await("now in @bo");
        bo.await("unread: @cleo 1");
        bo.type(ALT_A);
        bo.await("cleo  just you");
        bo.await("── new ──");
        bo.type(CTRL_K);
        bo.await("Go to a chat");
        bo.type("ktc");
        bo.await("only what fits", screen -> !screen.contains("@cleo"));
        bo.type("\r");
        bo.await("#kitchen  3 members");
        assertThat(bo.raw()).contains("\u001b]2;(1) ", "\u001b]2;#kitchen · Kitchen\u0007");
        cleo.say("/go kitchen");
        cleo.await("now in #kitchen");
    }

    private static void pastedLinesStayOneMessage(Window anna, Window bo) throws Exception {
        anna.paste("first line\nsecond line\n\u001b[31mthird line");
        anna.await("third line");
        assertThat(bo.screen()).doesNotContain("first line");
        anna.type("\r");
        bo.await(
                "pasted message",
                screen ->
                        screen.lines().anyMatch(row -> row.endsWith("first line"))
                                && screen.lines()
                                        .anyMatch(row -> row.strip().endsWith("second line")));
        long authors = bo.screen().lines().filter(row -> row.matches(".*anna +first line")).count();
        assertThat(authors).isEqualTo(1);
    }

    private static void resizingKeepsTheScreenWhole(Window bo) throws Exception {
        bo.resize(60, 16);
        bo.await("status bar", screen -> row(screen, 14).contains("Kitchen · online"));
        bo.resize(120, 40);
        bo.await("status bar", screen -> row(screen, 38).contains("Kitchen · online"));
        bo.await("#kitchen  3 members");
    }

    private static void theWholeHistoryCanBeScrolled(Window anna, Window cleo) throws Exception {
        for (int i = 1; i <= 60; i++) {
            cleo.type("number " + i + "\n");
        }
        anna.await("number 60");
        anna.await("a full screen", screen -> !screen.contains("The beginning of #kitchen"));
        for (int pages = 0; pages < 12; pages++) {
            anna.type(UP);
        }
        anna.await("The beginning of #kitchen");
        String before = chat(anna);
        cleo.say("one more");
        anna.await("one more, counted", screen -> row(screen, 1).matches(" 1 #kitchen +1 │.*"));
        assertThat(chat(anna)).isEqualTo(before);
        anna.type("\u001b");
        anna.await("one more");
    }

    /// What is shown of the chat, without the list and the status.
    private static String chat(Window window) {
        return window.screen()
                .lines()
                .filter(row -> row.contains("│"))
                .map(row -> row.substring(row.indexOf('│')))
                .collect(Collectors.joining("\n"));
    }

    private void whatIsTypedOfflineGoesOutLater(Window anna, Window bo) throws Exception {
        host.stop();
        anna.await("reconnecting");
        anna.say("said into the dark");
        anna.await("1 message waiting");
        anna.say("/quit");
        anna.await("1 message is not sent yet");
        host.startAgain();
        anna.say("/reconnect");
        anna.await("Kitchen · online");
        bo.say("/reconnect");
        bo.await("anna  said into the dark");
    }

    @ParameterizedTest
    @CsvSource({"TERM, 0", "HUP, 0", "INT, 130"})
    void a_signal_gives_the_terminal_back_as_it_was(String signal, int code) throws Exception {
        try (Window anna = host.join("anna", host.ownerInvite(), 80, 24)) {
            anna.signal(signal);
            assertThat(anna.exitCode()).isIn(code, 128 + number(signal));
            assertThat(anna.modesAfter()).isEqualTo(anna.modesBefore());
            assertThat(anna.raw()).endsWith("\r\n").contains("\u001b[?1049l", "\u001b[?2004l");
        }
    }

    private static int number(String signal) {
        return switch (signal) {
            case "HUP" -> 1;
            case "INT" -> 2;
            default -> 15;
        };
    }

    private static String row(String screen, int index) {
        return screen.lines().skip(index).findFirst().orElse("");
    }
}
