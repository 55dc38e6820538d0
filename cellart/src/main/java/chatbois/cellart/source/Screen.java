package chatbois.cellart.source;

import chatbois.cellart.Picture;

/// Takes the pictures of a file as they are decoded.
interface Screen {
    /// So many pixels are wanted on the longer side; whoever can saves the work for more.
    ///
    /// @param moves whether there are more pictures than one
    int side(boolean moves);

    /// Passes over what was left out before the first picture.
    void skip(int millis);

    /// How often it is to be played; 0 is for ever.
    void loops(int times);

    /// Hears how long all of the file takes, where the file says it.
    default void lasts(long millis) {}

    /// @param millis how long it stands; of no account if it is the only one
    /// @return whether more is wanted
    boolean show(Picture picture, int millis) throws Unreadable;
}
