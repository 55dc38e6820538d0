package chatbois.terminal.screen;

import chatbois.terminal.key.Report;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.Map;

/// Finds out how the terminal takes pixels. Safe for any thread.
final class Gaze {
    /// Whether it takes a picture of one pixel by Kitty's protocol, what it is called, how large
    /// its cells are; and what every terminal answers, so that there is an end to it.
    static final String QUESTION =
            "\u001b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u001b\\\u001b[>q\u001b[16t\u001b[c";

    @GuardedBy("this")
    private Optics optics = Optics.NONE;

    /// How many answers are to come that every terminal gives, the last of them to our question.
    @GuardedBy("this")
    private int ends;

    @GuardedBy("this")
    private boolean asked;

    /// Whether it is asked only if that is wished: an answer of what stands between the program and
    /// the terminal says little about what is shown in the end, and Apple's terminal shows what it
    /// doesn't understand.
    static boolean isLeftAlone(Map<String, String> environment) {
        String term = environment.getOrDefault("TERM", "");
        return environment.containsKey("TMUX")
                || environment.containsKey("STY")
                || environment.containsKey("ZELLIJ")
                || environment.getOrDefault("TERM_PROGRAM", "").equals("Apple_Terminal")
                || term.startsWith("screen")
                || term.startsWith("tmux");
    }

    synchronized Optics optics() {
        return optics;
    }

    /// Notes that something else was asked that every terminal answers.
    synchronized void askedElse() {
        ends += asked ? 0 : 1;
    }

    /// Whether the question is to be asked, which it is once.
    synchronized boolean asks() {
        boolean first = !asked;
        asked = true;
        ends += first ? 1 : 0;
        return first;
    }

    /// Takes what was told; says whether by that all is known, or something else than before.
    synchronized boolean told(Report report) {
        Optics before = optics;
        switch (report) {
            case Report.Program(String name) -> optics = optics.named(name);
            case Report.Graphics(boolean taken) -> optics = optics.kitty(taken);
            case Report.CellSize(int width, int height) -> optics = optics.cell(width, height);
            case Report.Attributes(boolean sixel) -> {
                optics = optics.sixel(sixel);
                ends = Math.max(ends - 1, 0);
                optics = asked && ends == 0 ? optics.complete() : optics;
            }
            default -> {}
        }
        return optics.told() && !optics.equals(before);
    }
}
