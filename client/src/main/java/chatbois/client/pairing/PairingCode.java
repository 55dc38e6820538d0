package chatbois.client.pairing;

import chatbois.log.Malformed;
import chatbois.protocol.Slot;
import java.security.SecureRandom;

/// What somebody reads from one device and types on another: four digits for the server, which find
/// the device, and eight that the server never learns.
///
/// @param secret eight digits; who guesses has one try for each code
public record PairingCode(Slot slot, String secret) {
    private static final int SECRET_DIGITS = 8;
    private static final int SECRETS = 100_000_000;

    public PairingCode {
        if (!secret.matches("[0-9]{" + SECRET_DIGITS + "}")) {
            throw new Malformed("a code's secret has " + SECRET_DIGITS + " digits");
        }
    }

    public static PairingCode generate(Slot slot, SecureRandom random) {
        return new PairingCode(slot, "%08d".formatted(random.nextInt(SECRETS)));
    }

    /// Whether that is a code and nothing else, right or wrong.
    public static boolean isOne(String typed) {
        return digits(typed).matches("[0-9]{12}");
    }

    /// Takes blanks and hyphens wherever they are.
    public static PairingCode parse(String typed) {
        if (!isOne(typed)) {
            throw new Malformed("a code has 12 digits, such as 4821-7390-5112");
        }
        String digits = digits(typed);
        return new PairingCode(
                new Slot(Integer.parseInt(digits.substring(0, Slot.DIGITS))),
                digits.substring(Slot.DIGITS));
    }

    private static String digits(String typed) {
        return typed.length() > 64 ? "" : typed.replaceAll("[\\s-]", "");
    }

    /// The whole code, secret included: `4821-7390-5112`.
    public String text() {
        return slot + "-" + secret.substring(0, 4) + "-" + secret.substring(4);
    }

    @Override
    public String toString() {
        return "PairingCode(" + slot + ", secret)";
    }
}
