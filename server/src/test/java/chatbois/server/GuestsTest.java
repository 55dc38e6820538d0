package chatbois.server;

import static chatbois.server.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.log.Bytes32;
import chatbois.protocol.Frames;
import chatbois.protocol.Limits;
import chatbois.protocol.Push;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Request;
import chatbois.protocol.ServerInfo;
import chatbois.protocol.event.EventBody;
import chatbois.server.live.Timing;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What strangers can see and do, which is little.
class GuestsTest {
    private static final int FAILURES = 20;
    private static final int GUEST_REQUESTS = 16;

    @TempDir Path folder;

    private House house;

    @BeforeEach
    void found() throws Exception {
        house = House.found(folder.resolve("data"), 2);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void health_and_public_facts_are_told_to_everybody() throws Exception {
        assertThat(get("/healthz").statusCode()).isEqualTo(200);
        assertThat(info())
                .isEqualTo(
                        new ServerInfo(
                                "The House",
                                house.community,
                                List.of(Limits.PROTOCOL),
                                false,
                                false));
        house.owner().write(house.community, new EventBody.SettingsChanged(null, 1, true));
        assertThat(info().locked()).isTrue();
        assertThat(info().full()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/info/", "/info?x", "/metrics", "/chat/", "/chat?x", "/../info", "/%"})
    void nothing_else_is_told(String path) throws Exception {
        assertThat(status("GET " + path + " HTTP/1.1")).contains(" 404 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /healthz", "HEAD /info", "PUT /info", "DELETE /healthz"})
    void nothing_but_reading_is_allowed(String line) throws Exception {
        assertThat(status(line + " HTTP/1.1")).contains(" 405 ");
    }

    @Test
    void what_is_no_http_is_answered_as_such() throws Exception {
        assertThat(status("nonsense")).contains(" 400 ");
        assertThat(status("GET /" + "x".repeat(5_000) + " HTTP/1.1")).contains(" 400 ");
    }

    @Test
    void what_is_no_tls_is_hung_up_on() throws Exception {
        try (Socket socket = new Socket(house.address().host(), house.address().port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write("GET /info HTTP/1.1\r\n\r\n".getBytes("US-ASCII"));
            byte[] answer = socket.getInputStream().readAllBytes();
            assertThat(new String(answer, StandardCharsets.ISO_8859_1)).doesNotContain("HTTP");
        }
    }

    @Test
    void a_frame_that_no_login_needs_ends_the_connection() throws Exception {
        Wire wire = house.wire();
        wire.sendText("x".repeat(Limits.GUEST_FRAME + 1));
        wire.awaitEnd();
        assertThat(wire.hasPushes()).isFalse();
    }

    @Test
    void a_frame_in_pieces_ends_a_guests_connection() throws Exception {
        Wire wire = house.wire();
        wire.sendPart("{");
        wire.awaitEnd();
        assertThat(wire.hasPushes()).isFalse();
    }

    @Test
    void a_binary_frame_ends_the_connection() throws Exception {
        Wire wire = house.wire();
        wire.sendBinary(new byte[] {1, 2, 3});
        wire.awaitEnd();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "{\"id\":1}", "{\"id\":0,\"request\":{}}", "[[[[[["})
    void garbage_is_called_so_once_and_ends_the_connection(String garbage) throws Exception {
        Wire wire = house.wire();
        wire.sendText(garbage);
        assertThat(((Push.Closing) wire.next()).why().code()).isEqualTo(Code.BAD_REQUEST);
        wire.awaitEnd();
        assertThat(wire.hasPushes()).isFalse();
    }

    @Test
    void who_does_not_log_in_in_time_is_hung_up_on() throws Exception {
        house.restart(new Timing(Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofHours(1)));
        Wire wire = house.wire();
        wire.ask(hello());
        wire.awaitEnd();
        assertThat(house.server().hasMembers()).isFalse();
    }

    @Test
    void a_guest_cannot_keep_the_server_signing() throws Exception {
        Wire wire = house.wire();
        for (int i = 0; i < GUEST_REQUESTS; i++) {
            wire.ask(hello());
        }
        wire.send(hello());
        assertThat(((Push.Closing) wire.next()).why().code()).isEqualTo(Code.RATE_LIMITED);
        wire.awaitEnd();
    }

    @Test
    void an_address_that_failed_too_often_has_to_wait() throws Exception {
        house.owner();
        for (int i = 0; i < FAILURES; i++) {
            assertRefused(Code.UNKNOWN_DEVICE, () -> new Client(house).logIn());
        }
        assertRefused(Code.RATE_LIMITED, () -> new Client(house).logIn());
        assertRefused(Code.RATE_LIMITED, () -> house.owner().reconnect());
        house.clock.move(Duration.ofSeconds(61));
        house.owner().reconnect();
    }

    @Test
    void an_address_has_a_bounded_number_of_connections() throws Exception {
        house.restart(3);
        List<Wire> wires = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            wires.add(house.wire());
        }
        assertThatThrownBy(house::wire).isInstanceOf(Exception.class);
        assertThat(house.journal.text()).contains("event=refused why=too_many_connections");
        wires.getFirst().sendBinary(new byte[1]);
        wires.getFirst().awaitEnd();
        house.wire();
    }

    private static Request.Hello hello() {
        return new Request.Hello(Limits.PROTOCOL, Bytes32.ZERO);
    }

    private ServerInfo info() throws Exception {
        return Frames.decodeInfo(get("/info").body());
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        try (HttpClient http =
                HttpClient.newBuilder().sslContext(new SeenKey().context()).build()) {
            URI uri = URI.create("https://" + house.address() + path);
            return http.send(
                    HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    /// The status line with which a bare request is answered.
    private String status(String line) throws IOException {
        try (Socket socket =
                new SeenKey()
                        .context()
                        .getSocketFactory()
                        .createSocket(house.address().host(), house.address().port())) {
            socket.setSoTimeout(30_000);
            byte[] request = (line + "\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
            socket.getOutputStream().write(request);
            byte[] answer = socket.getInputStream().readAllBytes();
            return new String(answer, StandardCharsets.US_ASCII).lines().findFirst().orElse("");
        }
    }
}
