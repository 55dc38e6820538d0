package chatbois.app.member;

/// The client that stays: on the screen or in line mode. Ends with an exit code.
public interface Program {
    /// @param plain whether line mode was asked for
    /// @param newcomer whether the member has just come into their first community
    int run(boolean plain, boolean newcomer) throws Exception;

    /// Plays a short run on no real terminal, so that the start-up cache learns what a real one
    /// needs.
    int rehearse() throws Exception;
}
