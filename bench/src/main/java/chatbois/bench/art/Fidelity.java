package chatbois.bench.art;

import chatbois.bench.art.Score.Sight;
import chatbois.cellart.Colors;
import chatbois.cellart.Size;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// Compares pictures as text with the pictures, ours and chafa's at its best, as a terminal with
/// each of some fonts would show them, and prints tables of the medians for docs/cellart.md.
public final class Fidelity {
    private static final List<Size> SIZES =
            List.of(new Size(40, 12), new Size(80, 24), new Size(160, 48));
    private static final double LOST = 0.02;

    /// What a picture came to in one mode, size and font.
    private record Pair(String picture, Score ours, Score chafas) {}

    private final List<Subject> subjects;
    private final List<Typeface> fonts;
    private final List<String> lost = new ArrayList<>();

    private Fidelity(List<Subject> subjects, List<Typeface> fonts) {
        this.subjects = subjects;
        this.fonts = fonts;
    }

    /// @param args the folder of the pictures, a folder for pictures side by side, and the fonts
    public static void main(String[] args) throws Exception {
        List<Typeface> fonts = new ArrayList<>();
        for (int i = 2; i < args.length; i++) {
            fonts.add(new Typeface(Path.of(args[i])));
        }
        Path drawings = Files.createTempDirectory("chatbois-bench");
        Drawings.write(drawings);
        List<Subject> subjects = new ArrayList<>(read(Path.of(args[0])));
        subjects.addAll(read(drawings));
        Fidelity fidelity = new Fidelity(subjects, fonts);
        for (Size size : SIZES) {
            fidelity.table(size);
            fidelity.tellLost();
        }
        fidelity.sideBySide(Path.of(args[1]));
    }

    private static List<Subject> read(Path folder) throws IOException {
        List<Subject> subjects = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder).sorted()) {
            for (Path file : files.toList()) {
                if (file.toString().matches(".*\\.(png|jpg)")) {
                    subjects.add(Subject.read(file));
                }
            }
        }
        return subjects;
    }

    private void table(Size size) throws Exception {
        System.out.printf(
                Locale.ROOT,
                """

                ### %d x %d

                | Style | Font | SSIM | PSNR | SSIM from afar | distance |
                |---|---|---|---|---|---|
                """,
                size.columns(),
                size.rows());
        for (Mode mode : Mode.ALL) {
            var pairs = pairs(mode, size);
            for (var font : pairs.entrySet()) {
                System.out.printf(
                        "| %s | %s | %s | %s | %s | %s |%n",
                        mode.name(),
                        font.getKey(),
                        both(font.getValue(), Score::ssim, 3),
                        both(font.getValue(), Score::psnr, 2),
                        both(font.getValue(), Score::seen, 3),
                        both(font.getValue(), Score::apart, 2));
            }
        }
    }

    /// By the fonts' names; one font for what doesn't come from a font.
    private TreeMap<String, List<Pair>> pairs(Mode mode, Size size) {
        TreeMap<String, List<Pair>> pairs = new TreeMap<>();
        for (var found :
                subjects.parallelStream().map(subject -> pairs(subject, mode, size)).toList()) {
            found.forEach((font, pair) -> {
                pairs.computeIfAbsent(font, _ -> new ArrayList<>()).add(pair);
                note(mode, size, font, pair);
            });
        }
        return pairs;
    }

    private Map<String, Pair> pairs(Subject subject, Mode mode, Size size) {
        int width = size.columns() * Typeface.WIDTH;
        Sight wanted = Sight.of(subject.wanted(size), width);
        Screen ours = new Screen(size.columns(), size.rows(), mode.ours(subject, size));
        String printed = mode.chafas(subject, size);
        Screen chafas = new Screen(size.columns(), size.rows(), printed);
        boolean lettered = mode.name().startsWith("ascii");
        boolean gray = mode.colors() == Colors.NONE;
        Map<String, Pair> pairs = new LinkedHashMap<>();
        for (Typeface font : lettered ? fonts : fonts.subList(0, 1)) {
            Score our = Score.of(Sight.of(font.draw(ours), width), wanted, width, gray);
            Score their =
                    printed.isEmpty()
                            ? Score.NONE
                            : Score.of(Sight.of(font.draw(chafas), width), wanted, width, gray);
            pairs.put(lettered ? font.name() : "any", new Pair(subject.name(), our, their));
        }
        return pairs;
    }

    private void note(Mode mode, Size size, String font, Pair pair) {
        // Without colours strokes are texture: only what is seen from afar means anything.
        boolean mono = mode.colors() == Colors.NONE;
        double ours = mono ? pair.ours.seen() : pair.ours.ssim();
        double chafas = mono ? pair.chafas.seen() : pair.chafas.ssim();
        if (ours < chafas - LOST) {
            lost.add(
                    String.format(
                            Locale.ROOT,
                            "%s at %dx%d in %s, %s: %.3f to %.3f",
                            mode.name(),
                            size.columns(),
                            size.rows(),
                            font,
                            pair.picture,
                            ours,
                            chafas));
        }
    }

    /// Our median and chafa's.
    private static String both(List<Pair> pairs, ToDoubleFunction<Score> of, int digits) {
        String ours = median(pairs.stream().map(Pair::ours), of, digits);
        String chafas = median(pairs.stream().map(Pair::chafas), of, digits);
        return ours + " / " + chafas;
    }

    private static String median(Stream<Score> scores, ToDoubleFunction<Score> of, int digits) {
        double median = median(scores.mapToDouble(of).toArray());
        return Double.isNaN(median) ? "–" : String.format(Locale.ROOT, "%." + digits + "f", median);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    private void tellLost() {
        System.out.printf(Locale.ROOT, "%nLost by more than %.2f:%n%n", LOST);
        System.out.println(lost.isEmpty() ? "- nothing" : "- " + String.join("\n- ", lost));
        lost.clear();
    }

    /// A file for each picture: row by row some modes; the picture, chafa's, ours.
    private void sideBySide(Path folder) throws Exception {
        Size size = new Size(40, 15);
        List<Mode> modes =
                Mode.ALL.stream()
                        .filter(mode ->
                                List.of("ascii", "ascii-color", "blocks").contains(mode.name()))
                        .toList();
        int width = size.columns() * Typeface.WIDTH;
        int height = size.rows() * Typeface.HEIGHT;
        for (Subject subject : subjects) {
            BufferedImage sheet =
                    new BufferedImage(3 * width, modes.size() * height, BufferedImage.TYPE_INT_RGB);
            for (int row = 0; row < modes.size(); row++) {
                Mode mode = modes.get(row);
                paint(sheet, 0, row * height, width, subject.wanted(size));
                paint(sheet, width, row * height, width, drawn(mode.chafas(subject, size), size));
                paint(sheet, 2 * width, row * height, width, drawn(mode.ours(subject, size), size));
            }
            ImageIO.write(sheet, "jpg", folder.resolve(subject.name() + ".jpg").toFile());
        }
    }

    private float[][] drawn(String printed, Size size) {
        return fonts.getFirst().draw(new Screen(size.columns(), size.rows(), printed));
    }

    private static void paint(BufferedImage sheet, int left, int top, int width, float[][] planes)
            throws IOException {
        for (int i = 0; i < planes[0].length; i++) {
            int color = 0;
            for (float[] plane : planes) {
                color = color << 8 | Math.round(plane[i]);
            }
            sheet.setRGB(left + i % width, top + i / width, color);
        }
    }
}
