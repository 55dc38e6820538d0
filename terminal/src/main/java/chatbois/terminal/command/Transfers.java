package chatbois.terminal.command;

/// Is told how far files are that are sent or fetched, by any thread.
public interface Transfers {
    /// @param what the transfer: the same object as long as it goes on
    /// @param words what is going on with which file
    /// @param all in bytes; 0 as long as that isn't known
    void at(Spot spot, Object what, String words, long done, long all);

    /// It is over, one way or the other.
    void over(Object what);

    /// Whether somebody looks who can be asked something.
    default boolean isSeen() {
        return true;
    }

    /// Nobody looks.
    Transfers NONE =
            new Transfers() {
                @Override
                public void at(Spot spot, Object what, String words, long done, long all) {}

                @Override
                public void over(Object what) {}

                @Override
                public boolean isSeen() {
                    return false;
                }
            };
}
