package chatbois.server.net;

import chatbois.log.Bytes32;
import chatbois.log.Sha256;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The key and certificate of the TLS side. The certificate is self-signed and says nothing: a
/// client trusts the key because the community's server signs its hash on every connection.
public record TlsIdentity(PrivateKey key, X509Certificate certificate) {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z ]+)-----([^-]+)-----END \\1-----");

    public static TlsIdentity generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            KeyPair pair = generator.generateKeyPair();
            return new TlsIdentity(pair.getPrivate(), certificate(SelfSigned.encode(pair, random)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has P-256", e);
        }
    }

    /// Reads what [#pem()] wrote.
    public static TlsIdentity parse(String pem) {
        try {
            byte[] key = block(pem, "PRIVATE KEY");
            return new TlsIdentity(
                    KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key)),
                    certificate(block(pem, "CERTIFICATE")));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the TLS key or certificate is damaged", e);
        }
    }

    public String pem() {
        try {
            return pem("PRIVATE KEY", key.getEncoded())
                    + pem("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate can be encoded", e);
        }
    }

    /// SHA-256 of the SubjectPublicKeyInfo, as a handshake names it.
    public Bytes32 keyHash() {
        return Sha256.of(certificate.getPublicKey().getEncoded());
    }

    /// Never the key.
    @Override
    public String toString() {
        return "TlsIdentity(" + keyHash() + ")";
    }

    private static X509Certificate certificate(byte[] der) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der));
    }

    private static byte[] block(String pem, String name) {
        Matcher matcher = BLOCK.matcher(pem);
        while (matcher.find()) {
            if (matcher.group(1).equals(name)) {
                return Base64.getMimeDecoder().decode(matcher.group(2));
            }
        }
        throw new IllegalArgumentException("there is no " + name + " in the TLS file");
    }

    private static String pem(String name, byte[] der) {
        String text =
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(der);
        return "-----BEGIN " + name + "-----\n" + text + "\n-----END " + name + "-----\n";
    }
}
