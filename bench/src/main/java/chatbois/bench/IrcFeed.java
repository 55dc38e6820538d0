package chatbois.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/// As much of an IRC server (RFC 2812) as one client needs to sit in one channel, without the
/// limits that real ones set to who speaks fast.
final class IrcFeed implements AutoCloseable {
    static final String CHANNEL = "#million";
    static final String READER = "reader";

    private static final String WRITER = "writer!writer@bench";

    private final ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private volatile CompletableFuture<Socket> joined = new CompletableFuture<>();

    IrcFeed() throws IOException {
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    /// Says that in the channel, line by line, once somebody is in it.
    void say(Iterable<String> texts) throws Exception {
        StringBuilder lines = new StringBuilder();
        for (String text : texts) {
            lines.append(":" + WRITER + " PRIVMSG " + CHANNEL + " :" + text + "\r\n");
        }
        write(joined.get(), lines.toString());
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket client = door.accept()) {
                serve(client);
            } catch (IOException e) {
                // This client is gone; the next one may come.
            }
            joined = new CompletableFuture<>();
        }
    }

    private void serve(Socket client) throws IOException {
        var lines =
                new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.split(" ", 3);
            switch (words[0]) {
                case "CAP" -> {
                    if (words[1].equals("LS")) {
                        write(client, ":bench CAP * LS :\r\n");
                    }
                }
                case "USER" -> write(client, ":bench 001 " + READER + " :Welcome\r\n");
                case "PING" -> write(client, ":bench PONG bench " + words[1] + "\r\n");
                case "JOIN" -> {
                    write(client, joining());
                    joined.complete(client);
                }
                default -> {}
            }
        }
    }

    private static String joining() {
        String names = ":bench 353 %s = %s :%s writer\r\n".formatted(READER, CHANNEL, READER);
        return ":"
                + READER
                + "!reader@bench JOIN "
                + CHANNEL
                + "\r\n"
                + names
                + ":bench 366 "
                + READER
                + " "
                + CHANNEL
                + " :End of names\r\n";
    }

    private static void write(Socket client, String lines) throws IOException {
        Writer out = new OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8);
        out.write(lines);
        out.flush();
    }
}
