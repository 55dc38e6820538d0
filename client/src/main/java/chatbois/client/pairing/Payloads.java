package chatbois.client.pairing;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKECurves;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKERound1Payload;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKERound2Payload;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKERound3Payload;
import org.bouncycastle.crypto.agreement.ecjpake.ECSchnorrZKP;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/// The three payloads of a J-PAKE exchange as bytes of a fixed length: compressed points (33 bytes)
/// and numbers (32 bytes), one after the other in the order of RFC 8236.
final class Payloads {
    static final int POINT = 33;
    static final int NUMBER = 32;
    static final int ROUND_1 = 4 * POINT + 2 * NUMBER;
    static final int ROUND_2 = 2 * POINT + NUMBER;
    static final int ROUND_3 = NUMBER;

    /// Bouncy Castle gives no other way to a proof that was received.
    private static final MethodHandle NEW_PROOF = newProof();

    private Payloads() {}

    static byte[] encode(ECJPAKERound1Payload payload) {
        ByteBuffer out = ByteBuffer.allocate(ROUND_1);
        put(out, payload.getGx1());
        put(out, payload.getGx2());
        put(out, payload.getKnowledgeProofForX1());
        put(out, payload.getKnowledgeProofForX2());
        return out.array();
    }

    static byte[] encode(ECJPAKERound2Payload payload) {
        ByteBuffer out = ByteBuffer.allocate(ROUND_2);
        put(out, payload.getA());
        put(out, payload.getKnowledgeProofForX2s());
        return out.array();
    }

    static byte[] encode(ECJPAKERound3Payload payload) {
        // The library takes the 32 bytes for a number with a sign.
        byte[] tag = payload.getMacTag().toByteArray();
        byte[] whole = new byte[ROUND_3];
        Arrays.fill(whole, (byte) (payload.getMacTag().signum() < 0 ? -1 : 0));
        System.arraycopy(tag, 0, whole, ROUND_3 - tag.length, tag.length);
        return whole;
    }

    /// Throws an [IllegalArgumentException] for what is no payload.
    static ECJPAKERound1Payload round1(String participant, byte[] bytes) {
        ByteBuffer in = buffer(bytes, ROUND_1);
        return new ECJPAKERound1Payload(participant, point(in), point(in), proof(in), proof(in));
    }

    static ECJPAKERound2Payload round2(String participant, byte[] bytes) {
        ByteBuffer in = buffer(bytes, ROUND_2);
        return new ECJPAKERound2Payload(participant, point(in), proof(in));
    }

    static ECJPAKERound3Payload round3(String participant, byte[] bytes) {
        return new ECJPAKERound3Payload(
                participant, new BigInteger(buffer(bytes, ROUND_3).array()));
    }

    private static ByteBuffer buffer(byte[] bytes, int length) {
        if (bytes.length != length) {
            throw new IllegalArgumentException("a payload has " + length + " bytes");
        }
        return ByteBuffer.wrap(bytes);
    }

    private static void put(ByteBuffer out, ECPoint point) {
        out.put(point.getEncoded(/* compressed= */ true));
    }

    private static void put(ByteBuffer out, ECSchnorrZKP proof) {
        put(out, proof.getV());
        out.put(BigIntegers.asUnsignedByteArray(NUMBER, proof.getr()));
    }

    /// A point of the curve that is not its neutral element: else it would have one byte.
    private static ECPoint point(ByteBuffer in) {
        byte[] point = new byte[POINT];
        in.get(point);
        return ECJPAKECurves.NIST_P256.getCurve().decodePoint(point);
    }

    private static BigInteger number(ByteBuffer in) {
        byte[] number = new byte[NUMBER];
        in.get(number);
        return new BigInteger(1, number);
    }

    private static ECSchnorrZKP proof(ByteBuffer in) {
        try {
            return (ECSchnorrZKP) NEW_PROOF.invoke(point(in), number(in));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static MethodHandle newProof() {
        try {
            return MethodHandles.privateLookupIn(ECSchnorrZKP.class, MethodHandles.lookup())
                    .findConstructor(
                            ECSchnorrZKP.class,
                            MethodType.methodType(void.class, ECPoint.class, BigInteger.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Bouncy Castle has another Schnorr proof", e);
        }
    }
}
