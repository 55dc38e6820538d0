package chatbois.bench.art;

import chatbois.cellart.CellArt;
import chatbois.cellart.Colors;
import chatbois.cellart.Escapes;
import chatbois.cellart.Size;
import chatbois.cellart.Style;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A choice of characters and colours, and how chafa is asked for the same.
///
/// @param chafa its colours, its symbols, and those to ask an older one for that doesn't know these
record Mode(String name, Style style, Colors colors, String... chafa) {
    private static final String BLOCKS = "block+border+space";

    static final List<Mode> ALL =
            List.of(
                    new Mode("ascii", Style.ASCII, Colors.NONE, "none", "ascii"),
                    new Mode("braille-mono", Style.BRAILLE, Colors.NONE, "none", "braille"),
                    new Mode("ascii-16", Style.ASCII, Colors.SIXTEEN, "16", "ascii"),
                    new Mode("ascii-256", Style.ASCII, Colors.INDEXED, "256", "ascii"),
                    new Mode("ascii-color", Style.ASCII, Colors.FULL, "full", "ascii"),
                    new Mode("blocks-256", Style.BLOCKS, Colors.INDEXED, "256", BLOCKS),
                    new Mode("half", Style.HALF, Colors.FULL, "full", "vhalf"),
                    new Mode("quad", Style.QUAD, Colors.FULL, "full", "quad+half+solid"),
                    new Mode("sextant", Style.SEXTANT, Colors.FULL, "full", "sextant+half+solid"),
                    new Mode("octant", Style.OCTANT, Colors.FULL, "full", "octant"),
                    new Mode("blocks", Style.BLOCKS, Colors.FULL, "full", BLOCKS),
                    new Mode(
                            "mosaic",
                            Style.MOSAIC,
                            Colors.FULL,
                            "full",
                            BLOCKS + "+sextant+octant+quad+half",
                            BLOCKS + "+sextant+quad+half"));

    String ours(Subject subject, Size size) {
        var cells = new CellArt(style, colors).draw(subject.picture(), size, CellArt.Care.FULL);
        return Escapes.of(cells, colors);
    }

    /// @return empty if it knows no such symbols
    String chafas(Subject subject, Size size) {
        String printed = "";
        for (int i = 1; i < chafa.length && printed.isEmpty(); i++) {
            printed = chafas(subject, size, chafa[i]);
        }
        return printed;
    }

    private String chafas(Subject subject, Size size, String symbols) {
        String cells = size.columns() + "x" + size.rows();
        List<String> words =
                List.of(
                        "chafa",
                        "-f",
                        "symbols",
                        "--stretch",
                        "-w",
                        "9",
                        "-s",
                        cells,
                        "-c",
                        chafa[0],
                        "--symbols",
                        symbols,
                        subject.file().toString());
        try {
            Process process =
                    new ProcessBuilder(words)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String printed =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? printed : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
