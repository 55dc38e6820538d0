package chatbois.cellart;

/// Between what is sent to a screen and the light that comes from it: eyes add light up, not what
/// was sent. Both are 0 to 1.
final class Light {
    private static final double GAMMA = 2.2;
    private static final int STEPS = 4096;

    /// What to send for a light, by the light's square root, in which it is nearly straight.
    private static final float[] SENT = sent();

    private Light() {}

    private static float[] sent() {
        float[] sent = new float[STEPS + 1];
        for (int step = 0; step <= STEPS; step++) {
            sent[step] = (float) Math.pow((double) step / STEPS, 2 / GAMMA);
        }
        return sent;
    }

    static float of(float sent) {
        return (float) Math.pow(sent, GAMMA);
    }

    static float sent(float light) {
        return SENT[(int) (Math.sqrt(Math.clamp(light, 0, 1)) * STEPS + 0.5)];
    }
}
