package chatbois.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How much memory a server and a client need while the number of stored messages grows: a real
/// server process, and a real client process that pages back through the whole history.
final class MemoryBySize {
    private MemoryBySize() {}

    static void run(int most) throws Exception {
        Path directory = Files.createTempDirectory("chatbois-bench");
        Scene scene = Scene.set(directory);
        System.out.println("Live heap in KiB after a full collection; resident set in MiB.");
        System.out.println(
                "messages | server heap | server heap paged | server RSS | client heap first"
                        + " | client heap last | client RSS | paging s | database MiB");
        for (int size = 1_000; size <= most; size *= 10) {
            scene.fillTo(size);
            System.out.println(measure(scene, size));
        }
    }

    private static String measure(Scene scene, int size) throws Exception {
        Process server = start(scene);
        try {
            awaitListening(server);
            long before = liveBytes(server.pid());
            long began = System.nanoTime();
            List<String> client = page(scene);
            double seconds = (System.nanoTime() - began) / 1e9;
            long after = liveBytes(server.pid());
            return String.format(
                    Locale.ROOT,
                    "%,d | %,d | %,d | %d | %s | %s | %s | %.1f | %d",
                    size,
                    before / 1024,
                    after / 1024,
                    residentMiB(server.pid()),
                    client.get(0),
                    client.get(1),
                    client.get(2),
                    seconds,
                    Files.size(scene.server().resolve("chatbois.db")) >> 20);
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private static Process start(Scene scene) throws IOException {
        return java(
                        List.of("-Xmx512m", "-XX:+UseSerialGC"),
                        "chatbois.app.Main",
                        "--server",
                        "--data",
                        scene.server().toString(),
                        "--listen",
                        scene.address().toString())
                .redirectOutput(Redirect.DISCARD)
                .start();
    }

    /// Waits for the line of the journal that says so.
    private static void awaitListening(Process server) throws IOException {
        var lines = server.errorReader(StandardCharsets.UTF_8);
        String line = lines.readLine();
        while (line != null && !line.contains("event=listening")) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("the server did not start");
        }
    }

    /// Heap at the first page and at the last, in KiB, and the resident set in MiB.
    private static List<String> page(Scene scene) throws IOException, InterruptedException {
        Process client =
                java(
                                List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                                "chatbois.bench.PagingClient",
                                scene.member().toString(),
                                scene.chat().toString())
                        .redirectError(Redirect.INHERIT)
                        .start();
        List<String> lines = client.inputReader(StandardCharsets.UTF_8).readAllLines();
        if (client.waitFor() != 0) {
            throw new IOException("the client failed");
        }
        return lines;
    }

    private static ProcessBuilder java(List<String> flags, String main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.add("-XX:+UseCompactObjectHeaders");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main);
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /// What survives a full collection, by the total line of a class histogram.
    private static long liveBytes(long pid) throws IOException, InterruptedException {
        Process jcmd =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                String.valueOf(pid),
                                "GC.class_histogram")
                        .start();
        List<String> lines = jcmd.inputReader(StandardCharsets.UTF_8).readAllLines();
        jcmd.waitFor();
        String[] total = lines.getLast().strip().split("\\s+");
        return Long.parseLong(total[total.length - 1]);
    }

    static long residentMiB(long pid) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
            }
        }
        throw new IOException("no resident set of " + pid);
    }
}
