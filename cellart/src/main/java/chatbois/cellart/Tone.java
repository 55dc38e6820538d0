package chatbois.cellart;

import java.util.Arrays;

/// What of a picture is shown as black, and what as the brightest character. Brightness is as it is
/// sent to a screen, 0 to 1.
record Tone(float dark, float bright) {
    /// So much of the picture may be darker than black, and brighter than the brightest character.
    private static final double CLIPPED = 0.005;

    /// At least so far the two are apart.
    private static final float LITTLE = 0.02f;

    /// By less than this the tone of a moving picture doesn't change: all of it would flicker.
    private static final float STEADY = 0.08f;

    /// The tone that uses all of what characters can show.
    ///
    /// @param seen how bright each sample is
    static Tone of(float[] seen) {
        float[] sorted = seen.clone();
        Arrays.sort(sorted);
        int clipped = (int) (CLIPPED * (sorted.length - 1));
        float dark = sorted[clipped];
        return new Tone(dark, Math.max(sorted[sorted.length - 1 - clipped], dark + LITTLE));
    }

    /// The tone for the frame behind the one that had this.
    Tone next(float[] seen) {
        Tone own = of(seen);
        boolean steady =
                Math.abs(own.dark - dark) < STEADY && Math.abs(own.bright - bright) < STEADY;
        return steady ? this : own;
    }

    /// The light that is wanted in each sample.
    ///
    /// @param brightest the light of a screen full of the brightest character
    float[] wanted(float[] seen, float brightest) {
        float most = Light.sent(brightest);
        float[] wanted = new float[seen.length];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = Light.of(Math.clamp((seen[i] - dark) / (bright - dark), 0, 1) * most);
        }
        return wanted;
    }
}
