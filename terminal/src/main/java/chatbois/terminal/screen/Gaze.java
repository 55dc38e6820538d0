package chatbois.terminal.screen;

import chatbois.terminal.key.Report;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.Map;

/// Finds out how the terminal takes pixels. Safe for any thread.
final class Gaze {
    /// What it is called, and how large its cells are.
    static final String QUESTION = "\u001b[>q\u001b[16t";

    /// Whether it takes a picture of one pixel by Kitty's protocol. Some of the others show that.
    static final String TRIAL = "\u001b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u001b\\";

    /// What every terminal answers, so that there is an end to it; and whether it takes Sixel.
    static final String ATTRIBUTES = "\u001b[c";

    @GuardedBy("this")
    private Optics optics = Optics.NONE;

    /// How many answers are to come that every terminal gives.
    @GuardedBy("this")
    private int ends;

    @GuardedBy("this")
    private boolean asked;

    @GuardedBy("this")
    private boolean tried;

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
        ends++;
    }

    /// What is to be asked now, everything once; empty if nothing is.
    ///
    /// @param trial whether a picture is to be tried whatever the terminal is called
    synchronized String question(boolean trial) {
        String question = trial && !tried ? TRIAL : "";
        question += asked ? "" : QUESTION;
        if (question.isEmpty()) {
            return "";
        }
        tried |= trial;
        asked = true;
        ends++;
        optics = optics.told(false);
        return question + ATTRIBUTES;
    }

    /// What is to be asked after what was told; empty if nothing is.
    synchronized String further() {
        return isAnswered() && !tried && optics.mayHang() ? question(/* trial= */ true) : "";
    }

    @GuardedBy("this")
    private boolean isAnswered() {
        return asked && ends == 0;
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
                boolean all = isAnswered() && (tried || !optics.mayHang());
                optics = all ? optics.told(true) : optics;
            }
            default -> {}
        }
        return optics.told() && !optics.equals(before);
    }
}
