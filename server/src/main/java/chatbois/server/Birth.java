package chatbois.server;

import chatbois.log.Genesis;
import chatbois.log.LogId;
import chatbois.log.Malformed;
import chatbois.log.Signature;
import chatbois.log.SignedGenesis;
import chatbois.log.SigningKey;
import java.util.Base64;
import java.util.List;

/// How the server's own key and the community's genesis are written in the data directory.
final class Birth {
    private Birth() {}

    static String write(SignedGenesis signed) {
        return "# The birth of the community: genesis, signature by the recovery key, by the server.\n"
                + base64(signed.genesis().encode())
                + "\n"
                + signed.byRecovery()
                + "\n"
                + signed.byServer()
                + "\n";
    }

    static SignedGenesis readGenesis(String text) {
        List<String> lines = lines(text);
        if (lines.size() != 3) {
            throw new Malformed("the genesis file has " + lines.size() + " lines instead of 3");
        }
        SignedGenesis signed =
                new SignedGenesis(
                        Genesis.decode(unbase64(lines.get(0))),
                        Signature.parse(lines.get(1)),
                        Signature.parse(lines.get(2)));
        if (!signed.isGenuine()) {
            throw new Malformed("the genesis file's signatures are wrong");
        }
        return signed;
    }

    static String write(SigningKey key) {
        return "# The server's secret key. Whoever has it can speak as this server.\n"
                + base64(key.seed())
                + "\n";
    }

    static SigningKey readKey(String text) {
        List<String> lines = lines(text);
        if (lines.size() != 1) {
            throw new Malformed("the key file has " + lines.size() + " lines instead of 1");
        }
        return SigningKey.ofSeed(unbase64(lines.getFirst()));
    }

    static LogId id(SignedGenesis signed) {
        return signed.genesis().communityId();
    }

    private static List<String> lines(String text) {
        return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] unbase64(String text) {
        try {
            return Base64.getUrlDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            throw new Malformed("not base64url: " + e.getMessage());
        }
    }
}
