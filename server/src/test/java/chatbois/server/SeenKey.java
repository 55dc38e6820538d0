package chatbois.server;

import chatbois.log.Bytes32;
import chatbois.log.Sha256;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Trusts every certificate and remembers its key, as a client does before the handshake.
final class SeenKey extends X509ExtendedTrustManager {
    private volatile @Nullable Bytes32 hash;

    /// SHA-256 of the SubjectPublicKeyInfo that the server showed.
    Bytes32 hash() {
        Bytes32 seen = hash;
        if (seen == null) {
            throw new IllegalStateException("no certificate was shown");
        }
        return seen;
    }

    SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(null, new TrustManager[] {this}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void see(X509Certificate[] chain) {
        hash = Sha256.of(chain[0].getPublicKey().getEncoded());
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
        see(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
        see(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
        see(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
