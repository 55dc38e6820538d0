package chatbois.client.pairing;

import chatbois.log.Sha256;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKECurves;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKEParticipant;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.util.BigIntegers;
import org.jspecify.annotations.Nullable;

/// One side of one EC J-PAKE exchange (RFC 8236, P-256, SHA-256), with key confirmation: both sides
/// come to the same key if they know the same code, and else learn only that they don't. Whoever
/// carries the messages, or plays one of the sides, has one guess at the code.
///
/// The newcomer speaks first: round 1; the member answers with rounds 1 and 2; the newcomer sends 2
/// and 3; the member, who has found the code to be the same, 3. Any failure ends it for good. Not
/// thread-safe.
public final class Exchange {
    /// Who speaks.
    private enum Side {
        MEMBER,
        NEWCOMER;

        String participant() {
            return this == MEMBER ? "chatbois link member 1" : "chatbois link newcomer 1";
        }

        Side other() {
            return this == MEMBER ? NEWCOMER : MEMBER;
        }
    }

    private final Side side;
    private final ECJPAKEParticipant participant;
    private final byte[] round1;

    /// What went over the wire of rounds 1 and 2, the newcomer's before the member's.
    private final byte[][] said = new byte[4][];

    private @Nullable BigInteger keying;
    private boolean confirmed;

    private Exchange(Side side, PairingCode code, SecureRandom random) {
        this.side = side;
        this.participant =
                new ECJPAKEParticipant(
                        side.participant(),
                        code.text().toCharArray(),
                        ECJPAKECurves.NIST_P256,
                        SHA256Digest.newInstance(),
                        random);
        this.round1 = Payloads.encode(participant.createRound1PayloadToSend());
        said[place(side, 1)] = round1;
    }

    /// The side of the device that gives out the code.
    public static Exchange asMember(PairingCode code, SecureRandom random) {
        return new Exchange(Side.MEMBER, code, random);
    }

    /// The side of the device on which the code is typed.
    public static Exchange asNewcomer(PairingCode code, SecureRandom random) {
        return new Exchange(Side.NEWCOMER, code, random);
    }

    /// The newcomer's first message.
    public byte[] first() {
        return round1.clone();
    }

    /// The member's answer to the first message.
    public byte[] answerFirst(byte[] first) throws PairingFailed {
        return guarded(() -> {
            takeRound1(first);
            return join(round1, round2());
        });
    }

    /// The newcomer's second message, which answers the member's first.
    public byte[] second(byte[] answer) throws PairingFailed {
        return guarded(() -> {
            byte[][] parts = split(answer, Payloads.ROUND_1, Payloads.ROUND_2);
            takeRound1(parts[0]);
            byte[] mine = round2();
            takeRound2(parts[1]);
            return join(mine, round3());
        });
    }

    /// The member's answer to the second message: from here on the member knows that the code is
    /// the same.
    public byte[] answerSecond(byte[] second) throws PairingFailed {
        return guarded(() -> {
            byte[][] parts = split(second, Payloads.ROUND_2, Payloads.ROUND_3);
            takeRound2(parts[0]);
            byte[] mine = round3();
            takeRound3(parts[1]);
            return mine;
        });
    }

    /// The member's last word to the newcomer: from here on the newcomer knows it, too.
    public void finish(byte[] answer) throws PairingFailed {
        guarded(() -> {
            takeRound3(answer);
            return answer;
        });
    }

    /// What both sides say from here on, under keys of their own. Only after each has shown to know
    /// the code.
    public Channel channel() {
        if (!confirmed) {
            throw new IllegalStateException("the other side has not shown that it knows the code");
        }
        return new Channel(key(side), key(side.other()));
    }

    private void takeRound1(byte[] bytes) throws CryptoException {
        said[place(side.other(), 1)] = bytes;
        participant.validateRound1PayloadReceived(
                Payloads.round1(side.other().participant(), bytes));
    }

    private byte[] round2() {
        byte[] bytes = Payloads.encode(participant.createRound2PayloadToSend());
        said[place(side, 2)] = bytes;
        return bytes;
    }

    private void takeRound2(byte[] bytes) throws CryptoException {
        said[place(side.other(), 2)] = bytes;
        participant.validateRound2PayloadReceived(
                Payloads.round2(side.other().participant(), bytes));
        keying = participant.calculateKeyingMaterial();
    }

    private byte[] round3() {
        return Payloads.encode(participant.createRound3PayloadToSend(keying()));
    }

    private void takeRound3(byte[] bytes) throws CryptoException {
        participant.validateRound3PayloadReceived(
                Payloads.round3(side.other().participant(), bytes), keying());
        confirmed = true;
    }

    private BigInteger keying() {
        BigInteger known = keying;
        if (known == null) {
            throw new IllegalStateException("round 2 comes before round 3");
        }
        return known;
    }

    private static int place(Side side, int round) {
        return 2 * (round - 1) + (side == Side.NEWCOMER ? 0 : 1);
    }

    /// HKDF (RFC 5869): the salt is the hash of all that was said, the info names who speaks.
    private byte[] key(Side speaker) {
        byte[] salt = Sha256.of(join(said)).bytes();
        byte[] info = ("key of " + speaker.participant()).getBytes(StandardCharsets.US_ASCII);
        HKDFBytesGenerator hkdf = new HKDFBytesGenerator(SHA256Digest.newInstance());
        hkdf.init(
                new HKDFParameters(
                        BigIntegers.asUnsignedByteArray(Payloads.NUMBER, keying()), salt, info));
        byte[] key = new byte[Channel.KEY_LENGTH];
        hkdf.generateBytes(key, 0, key.length);
        return key;
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[][] split(byte[] bytes, int first, int second) {
        if (bytes.length != first + second) {
            throw new IllegalArgumentException("a message has " + (first + second) + " bytes");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte[][] parts = {new byte[first], new byte[second]};
        in.get(parts[0]).get(parts[1]);
        return parts;
    }

    private interface Step {
        byte[] take() throws CryptoException;
    }

    /// Says no more than that it failed: what exactly did is of use only to whoever guesses.
    private byte[] guarded(Step step) throws PairingFailed {
        try {
            return step.take();
        } catch (CryptoException | IllegalArgumentException | IllegalStateException e) {
            Arrays.fill(said, null);
            keying = null;
            confirmed = false;
            throw PairingFailed.wrongCode();
        }
    }
}
