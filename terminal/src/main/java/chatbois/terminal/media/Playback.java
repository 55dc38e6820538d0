package chatbois.terminal.media;

/// How a moving picture is played.
///
/// @param speed 1 as it was made; 0 to stand still
/// @param frame the one to show while it stands; negative for the one that is shown
/// @param again how often it was begun anew
public record Playback(double speed, int frame, int again) {
    /// As it was made.
    public static final Playback USUAL = new Playback(1, -1, 0);

    /// Where it is.
    public static final Playback STILL = new Playback(0, -1, 0);
}
