package chatbois.client.link;

import chatbois.log.Bytes32;
import chatbois.log.Sha256;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Takes any certificate and remembers its key. Servers are known by their own key, which signs
/// this one in the handshake that follows; a name or an authority adds nothing to that.
///
/// One for each connection, so that the key is the one which this connection saw. Safe for any
/// thread.
final class SeenKey extends X509ExtendedTrustManager {
    private volatile @Nullable Bytes32 hash;

    /// SHA-256 of the SubjectPublicKeyInfo, or null before the TLS handshake.
    @Nullable Bytes32 hash() {
        return hash;
    }

    private synchronized void see(X509Certificate[] chain) throws CertificateException {
        Bytes32 now = Sha256.of(chain[0].getPublicKey().getEncoded());
        if (hash != null && !now.equals(hash)) {
            throw new CertificateException("the certificate changed within a connection");
        }
        hash = now;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        see(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        see(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        see(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("this side is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        throw new CertificateException("this side is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        throw new CertificateException("this side is no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
