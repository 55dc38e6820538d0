package chatbois.app.fuzz;

import static chatbois.app.fuzz.Claims.claim;
import static chatbois.app.fuzz.Claims.text;

import chatbois.log.Base64Url;
import chatbois.log.Bytes32;
import chatbois.log.Genesis;
import chatbois.log.Header;
import chatbois.log.Malformed;
import chatbois.log.MemberId;
import chatbois.log.Merkle;
import chatbois.log.Signature;
import chatbois.log.TreeHead;
import chatbois.log.recovery.InvalidRecoveryWords;
import chatbois.log.recovery.RecoveryWords;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;

/// Whatever bytes come in, they are a value in its one form or [Malformed].
@Tag("fuzz")
class LogFuzz {
    @FuzzTest
    void header(byte[] bytes) {
        Header header;
        try {
            header = Header.decode(bytes);
        } catch (Malformed e) {
            return;
        }
        claim(Arrays.equals(header.encode(), bytes), "a header has a second form");
    }

    @FuzzTest
    void genesis(byte[] bytes) {
        Genesis genesis;
        try {
            genesis = Genesis.decode(bytes);
        } catch (Malformed e) {
            return;
        }
        claim(Arrays.equals(genesis.encode(), bytes), "a genesis has a second form");
    }

    @FuzzTest
    void writtenForms(byte[] bytes) {
        String text = text(bytes);
        checkOneForm(text, Bytes32::parse);
        checkOneForm(text, MemberId::parse);
        checkOneForm(text, Signature::parse);
        checkOneForm(text, t -> Base64Url.encode(Base64Url.decode(t)));
    }

    /// Sizes, roots and a proof out of anything: the answer is yes or no and never a fault.
    @FuzzTest
    void consistency(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.remaining() < 2 * (Long.BYTES + Bytes32.LENGTH)) {
            return;
        }
        TreeHead from;
        TreeHead to;
        try {
            from = head(in);
            to = head(in);
        } catch (Malformed e) {
            return;
        }
        List<Bytes32> proof = new ArrayList<>();
        while (in.remaining() >= Bytes32.LENGTH) {
            proof.add(bytes32(in));
        }
        boolean consistent = Merkle.isConsistent(from, to, proof);
        claim(!consistent || from.size() <= to.size(), "a log continues a longer one");
    }

    /// Any text is recovery words, which give a key and come out again, or no recovery words.
    @FuzzTest
    void recoveryWords(byte[] bytes) {
        RecoveryWords words;
        try {
            words = RecoveryWords.parse(text(bytes));
        } catch (InvalidRecoveryWords e) {
            return;
        }
        byte[] again = RecoveryWords.parse(words.toFileText("a community")).seed();
        claim(Arrays.equals(again, words.seed()), "recovery words change");
    }

    private static TreeHead head(ByteBuffer in) {
        return new TreeHead(in.getLong(), bytes32(in));
    }

    private static Bytes32 bytes32(ByteBuffer in) {
        return new Bytes32(in.getLong(), in.getLong(), in.getLong(), in.getLong());
    }

    private static void checkOneForm(String text, Function<String, ?> parse) {
        Object parsed;
        try {
            parsed = parse.apply(text);
        } catch (Malformed e) {
            return;
        }
        claim(parsed.toString().equals(text), "a value has a second written form");
    }
}
