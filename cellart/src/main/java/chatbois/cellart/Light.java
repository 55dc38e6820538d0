package chatbois.cellart;

/// Between what is sent to a screen and the light that comes from it: eyes add light up, not what
/// was sent. Both are 0 to 1.
final class Light {
    private static final double GAMMA = 2.2;
    private static final int STEPS = 4096;

    /// What to send for a light, by the light's square root, in which it is nearly straight.
    private static final float[] SENT = sent();

    private Light() {}

    /// The light of what can be sent for a colour, 0 to 255.
    private static final float[] LIGHT = light();

    private static float[] light() {
        float[] light = new float[256];
        for (int i = 0; i < light.length; i++) {
            light[i] = of(i / 255f);
        }
        return light;
    }

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

    /// @param value what is sent for a colour, 0 to 255
    static float ofValue(int value) {
        return LIGHT[value];
    }

    static float sent(float light) {
        return SENT[(int) (Math.sqrt(Math.clamp(light, 0, 1)) * STEPS + 0.5)];
    }
}
