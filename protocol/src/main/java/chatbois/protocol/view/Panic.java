package chatbois.protocol.view;

import java.util.List;

/// How far a community has shut itself down, after the levels of alarm that chat networks have: 5
/// is peace, 1 is the worst. Each level has what the levels above it have.
public record Panic(int level) {
    public static final int WORST = 1;
    public static final Panic PEACE = new Panic(5);

    /// What each level means, the first for 5.
    private static final List<String> MEANINGS =
            List.of(
                    "peace, nothing is held up",
                    "only who has the permission panic makes invites",
                    "nobody new comes in, and nobody makes invites",
                    "nobody without the permission panic makes chats",
                    "slow mode for everybody: one message every "
                            + Panic.SLOW_SECONDS
                            + " seconds");

    private static final int SLOW_SECONDS = 30;

    static boolean isLevel(int number) {
        return number >= WORST && number <= PEACE.level;
    }

    boolean fewInvite() {
        return level <= 4;
    }

    boolean nobodyNew() {
        return level <= 3;
    }

    boolean fewMakeChats() {
        return level <= 2;
    }

    /// How long everybody waits between two messages; 0 for not at all.
    int slowSeconds() {
        return level == WORST ? SLOW_SECONDS : 0;
    }

    /// What this level means.
    public String meaning() {
        return MEANINGS.get(PEACE.level - level);
    }
}
