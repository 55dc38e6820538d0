package chatbois.cellart.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagedFfmpegTest {
    @TempDir Path folder;
    private HttpServer server;
    private byte[] served = {};
    private int status = 200;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(status, served.length);
                    exchange.getResponseBody().write(served);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void the_pinned_one_is_fetched_unpacked_and_found() throws Exception {
        served = jar("#!/bin/sh\nexit 0\n");
        List<Long> progress = new ArrayList<>();
        pinned(served).fetch(address(), folder, progress::add);
        assertThat(progress).last().isEqualTo((long) served.length);
        Path home = folder.resolve("ffmpeg-" + PackagedFfmpeg.VERSION);
        assertThat(home.resolve("ffmpeg")).isExecutable();
        assertThat(home.resolve("libavcodec.so.62")).exists();
        assertThat(home.resolve("libjniavcodec.so")).doesNotExist();
        assertThat(home.resolve("passwd")).doesNotExist();
        assertThat(Ffmpeg.at(PackagedFfmpeg.program(folder))).isPresent();
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void another_one_is_thrown_away() throws Exception {
        PackagedFfmpeg pinned = pinned(jar("#!/bin/sh\nexit 0\n"));
        served = jar("#!/bin/sh\necho evil\n");
        isRefused(pinned, "isn't the ffmpeg that is known here");
        served = new byte[3_000_000];
        isRefused(pinned, "isn't the ffmpeg that is known here");
        status = 404;
        isRefused(pinned, "answers 404");
    }

    @Test
    void one_that_does_not_run_is_thrown_away() throws Exception {
        served = jar("#!/bin/sh\nexit 1\n");
        isRefused(pinned(served), "doesn't run here");
    }

    @Test
    void it_comes_from_maven_central() {
        assertThat(new PackagedFfmpeg("linux-x86_64", 1, "").address())
                .hasToString(
                        "https://repo.maven.apache.org/maven2/org/bytedeco/ffmpeg/8.1.2-1.5.14/"
                                + "ffmpeg-8.1.2-1.5.14-linux-x86_64.jar");
    }

    private void isRefused(PackagedFfmpeg pinned, String why) {
        assertThatThrownBy(() -> pinned.fetch(address(), folder, _ -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(why);
        assertThat(folder).isEmptyDirectory();
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/x.jar");
    }

    private static PackagedFfmpeg pinned(byte[] jar) throws Exception {
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(jar);
        return new PackagedFfmpeg("any", jar.length, HexFormat.of().formatHex(sum));
    }

    private static byte[] jar(String program) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name :
                    List.of("x/ffmpeg", "x/libavcodec.so.62", "x/libjniavcodec.so", "../passwd")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(program.getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
