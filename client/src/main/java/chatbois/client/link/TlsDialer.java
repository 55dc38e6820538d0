package chatbois.client.link;

import chatbois.log.Bytes32;
import chatbois.log.Malformed;
import chatbois.protocol.Address;
import chatbois.protocol.Frames;
import chatbois.protocol.ServerInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;

/// Dials with the JDK's HTTP client. Each connection has a client of its own, and with it a TLS
/// context of its own: a resumed TLS session would show no certificate. Safe for any thread.
final class TlsDialer implements Dialer {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int INFO_BYTES = 16 * 1024;

    private final Executor threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("link-", 0).factory());

    @Override
    public Wire dial(Address address, Wire.Receiver receiver) throws IOException {
        SeenKey seen = new SeenKey();
        HttpClient http = client(seen);
        TlsWire wire = new TlsWire(http, receiver);
        try {
            http.newWebSocketBuilder()
                    .connectTimeout(CONNECT)
                    .buildAsync(URI.create("wss://" + address + "/chat"), wire)
                    .get(CONNECT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            http.shutdownNow();
            throw unreachable(address, e);
        } catch (InterruptedException e) {
            http.shutdownNow();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while connecting to " + address + ".", e);
        }
        Bytes32 key = seen.hash();
        if (key == null) {
            http.shutdownNow();
            throw new IOException(address + " showed no certificate.");
        }
        wire.opened(key);
        return wire;
    }

    @Override
    public ServerInfo info(Address address) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("https://" + address + "/info"))
                        .timeout(CONNECT)
                        .build();
        try (HttpClient http = client(new SeenKey())) {
            HttpResponse<InputStream> response =
                    http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return Frames.decodeInfo(body.readNBytes(INFO_BYTES));
            }
        } catch (Malformed e) {
            throw new IOException(address + " is no chatbois server: " + e.getMessage(), e);
        } catch (IOException e) {
            throw unreachable(address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while asking " + address + ".", e);
        }
    }

    private HttpClient client(SeenKey seen) {
        try {
            SSLContext tls = SSLContext.getInstance("TLSv1.3");
            tls.init(null, new TrustManager[] {seen}, null);
            SSLParameters only = new SSLParameters();
            only.setProtocols(new String[] {"TLSv1.3"});
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .sslContext(tls)
                    .sslParameters(only)
                    .executor(threads)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS 1.3", e);
        }
    }

    private static IOException unreachable(Address address, Exception cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String reason =
                switch (root) {
                    case UnresolvedAddressException _ -> "nobody knows that host name";
                    case ClosedChannelException _ -> "the connection was refused or cut";
                    default -> Objects.requireNonNullElse(root.getMessage(), "it failed");
                };
        return new IOException(
                "No answer from "
                        + address
                        + " ("
                        + reason
                        + "). Is the server running, and are you online?",
                cause);
    }
}
