package chatbois.client.pairing;

/// The other side doesn't know the code, or somebody in between changed what was said. There is no
/// second try with the same code.
public final class PairingFailed extends Exception {
    private static final long serialVersionUID = 1L;

    public PairingFailed(String sentence) {
        super(sentence);
    }

    static PairingFailed wrongCode() {
        return new PairingFailed(
                "The code is wrong, or somebody in between changed it. It is used up now; ask for a"
                        + " new one with /link on the other device.");
    }
}
