package chatbois.app;

import chatbois.app.member.Program;

/// What a member sees: the screen, or line mode.
final class Screens implements Program {
    @Override
    public int run(boolean plain) {
        System.err.println("chatbois: the client's screen is not built yet");
        return 1;
    }

    @Override
    public int rehearse() {
        return 0;
    }
}
