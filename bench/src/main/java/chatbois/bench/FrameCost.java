package chatbois.bench;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/// What one picture as ASCII in 80x24 cells takes of the processor, from pixels to cells, beside
/// libchafa in its usual settings: the same pictures, one thread each, all warm and in turn, each
/// in a process of its own.
final class FrameCost {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 384;
    private static final int SIDE = 720;
    private static final int FRAMES = 16;
    private static final int WARM_FRAMES = 1_000;
    private static final int WARM_STILLS = 5;
    private static final int ROUNDS = 9;
    private static final String SOURCE = "bench/libchafa/frames.c";

    /// Who draws, and of what kind: a frame of a film, or a picture that stays.
    private record Way(String name, Drawer drawer, String kind, int count) {
        double draw(String colors) throws IOException {
            return drawer.draw(kind, colors, count);
        }
    }

    /// A process that draws when it is asked to, and says how many milliseconds a picture took.
    private record Drawer(Process process, Writer asks, BufferedReader answers)
            implements AutoCloseable {
        static Drawer start(List<String> command, Path pictures) throws IOException {
            List<String> words = new ArrayList<>(command);
            words.addAll(
                    List.of(pictures.toString(), String.valueOf(WIDTH), String.valueOf(HEIGHT)));
            Process process =
                    new ProcessBuilder(words)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            return new Drawer(process, process.outputWriter(), process.inputReader());
        }

        double draw(String kind, String colors, int count) throws IOException {
            asks.write("%s %s %d\n".formatted(kind, colors, count));
            asks.flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new IOException("a process that draws has ended");
            }
            return Double.parseDouble(answer);
        }

        @Override
        public void close() {
            process.destroy();
        }
    }

    private FrameCost() {}

    static void run() throws Exception {
        String version = output("pkg-config", "--modversion", "chafa");
        if (version.isEmpty()) {
            System.err.println(
                    "There is no libchafa to compare with: install it (on Debian: apt install"
                            + " libchafa-dev pkg-config gcc), or set PKG_CONFIG_PATH to the folder"
                            + " of its chafa.pc.");
            System.exit(1);
        }
        Path directory = Files.createTempDirectory("chatbois-bench");
        Path pictures = pictures(directory.resolve("pictures"));
        Path chafa = compile(directory.resolve("frames"));
        try (Drawer theirs = Drawer.start(List.of(chafa.toString()), pictures);
                Drawer vectors =
                        Drawer.start(java("--add-modules=jdk.incubator.vector"), pictures);
                Drawer arrays = Drawer.start(java(), pictures)) {
            List<Way> ways =
                    List.of(
                            new Way("libchafa " + version, theirs, "film", FRAMES),
                            new Way("a film's frame, Vector API", vectors, "film", FRAMES),
                            new Way("a film's frame, plain arrays", arrays, "film", FRAMES),
                            new Way("a still picture with all care", arrays, "still", 1));
            print(ways, measure(ways, "none"), measure(ways, "full"));
        }
    }

    /// The milliseconds of each way, round by round.
    private static double[][] measure(List<Way> ways, String colors) throws IOException {
        for (Way way : ways) {
            way.drawer.draw(way.kind, colors, way.count == 1 ? WARM_STILLS : WARM_FRAMES);
        }
        double[][] millis = new double[ways.size()][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            for (int way = 0; way < millis.length; way++) {
                millis[way][round] = ways.get(way).draw(colors);
            }
        }
        return millis;
    }

    private static void print(List<Way> ways, double[][] none, double[][] full) {
        System.out.println(
                "| ASCII in 80x24 | no colours | of libchafa's | all colours | of libchafa's |");
        System.out.println("|---|---|---|---|---|");
        for (int way = 0; way < ways.size(); way++) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.2f ms | %.2f | %.2f ms | %.2f |%n",
                    ways.get(way).name,
                    median(none[way]),
                    ratio(none[way], none[0]),
                    median(full[way]),
                    ratio(full[way], full[0]));
        }
    }

    /// The median of the ratios in each round: the machine is as busy for both.
    private static double ratio(double[] ours, double[] theirs) {
        double[] ratios = new double[ours.length];
        Arrays.setAll(ratios, round -> ours[round] / theirs[round]);
        return median(ratios);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static List<String> java(String... flags) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(flags));
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(OurFrames.class.getName());
        return command;
    }

    private static Path compile(Path program) throws IOException, InterruptedException {
        String cc =
                "exec cc -O2 -o '%s' %s $(pkg-config --cflags --libs chafa) -lm"
                        .formatted(program, SOURCE);
        if (new ProcessBuilder("sh", "-c", cc).inheritIO().start().waitFor() != 0) {
            throw new IOException(SOURCE + " doesn't compile: is there a C compiler?");
        }
        return program;
    }

    /// What a command prints; nothing if it fails, or if there is no such command.
    private static String output(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).start();
            String printed =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? printed.strip() : "";
        } catch (IOException _) {
            return "";
        }
    }

    /// What a camera sees that goes over a photograph, so that each cell changes from one to the
    /// next: red, green, blue and opacity of each pixel.
    private static Path pictures(Path file) throws IOException {
        BufferedImage photo = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = photo.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(
                ImageIO.read(Path.of("bench", "pictures", "astronaut.jpg").toFile()),
                0,
                0,
                SIDE,
                SIDE,
                null);
        graphics.dispose();
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int frame = 0; frame < FRAMES; frame++) {
                ByteBuffer pixels = ByteBuffer.allocate(WIDTH * HEIGHT * 4);
                for (int color :
                        photo.getRGB(4 * frame, 2 * frame, WIDTH, HEIGHT, null, 0, WIDTH)) {
                    pixels.putInt(color << 8 | 255);
                }
                out.write(pixels.array());
            }
        }
        return file;
    }
}
