package chatbois.app.member;

import chatbois.cellart.CellArt;
import chatbois.cellart.Cells;
import chatbois.cellart.Colors;
import chatbois.cellart.Escapes;
import chatbois.cellart.Picture;
import chatbois.cellart.Size;
import chatbois.cellart.Style;
import chatbois.cellart.source.Ffmpeg;
import chatbois.cellart.source.Format;
import chatbois.cellart.source.PackagedFfmpeg;
import chatbois.cellart.source.PictureFile;
import chatbois.cellart.source.Preparer;
import chatbois.cellart.source.Wish;
import chatbois.cellart.track.Track;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sun.misc.Signal;

/// Prints a picture as text.
@Command(
        name = "art",
        mixinStandardHelpOptions = true,
        description = {
            "Print a picture as text in colours, for a terminal: exactly as many rows and columns as"
                    + " --size says. What moves can be played.",
            "It prints characters only, never pixels, so that it can be piped and kept; in chats"
                    + " pictures are of pixels where the terminal takes them."
        })
final class ArtCommand implements Callable<Integer> {
    private static final Size USUAL = new Size(80, 24);
    private static final long PATIENCE_SECONDS = 40;

    /// A choice of characters and colours, as it is called.
    private record Look(String name, Style style, Colors colors) {}

    private static final List<Look> LOOKS =
            Stream.concat(
                            Stream.of(
                                    new Look("ascii", Style.ASCII, Colors.NONE),
                                    new Look("ascii-16", Style.ASCII, Colors.SIXTEEN),
                                    new Look("ascii-256", Style.ASCII, Colors.INDEXED),
                                    new Look("ascii-color", Style.ASCII, Colors.FULL)),
                            Arrays.stream(Style.values())
                                    .filter(style -> style != Style.ASCII)
                                    .flatMap(ArtCommand::looks))
                    .toList();

    /// The names of all, for `--help`.
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return LOOKS.stream().map(Look::name).iterator();
        }
    }

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--style",
            paramLabel = "STYLE",
            defaultValue = "blocks",
            completionCandidates = Names.class,
            description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private String style = "";

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description =
                    "Columns and rows, as in 80x24. Default: as large as fits into 80x24 with the"
                            + " picture's proportions.")
    private @Nullable String size;

    @Option(names = "--quick", description = "Cell by cell only, as for pictures that move.")
    private boolean quick;

    @Option(
            names = "--play",
            description =
                    "Play it as often as it says, if it moves and this is a terminal. Ctrl+C ends"
                            + " it.")
    private boolean play;

    @Option(names = "--loop", description = "Play it until Ctrl+C.")
    private boolean loop;

    @Mixin private PartOption part = new PartOption();

    @Option(
            names = "--fetch-ffmpeg",
            description =
                    "If it takes ffmpeg to read it and none is installed, fetch one of 27 MB from"
                            + " Maven Central.")
    private boolean fetch;

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "PNG, JPEG, GIF, WebP, BMP, TIFF, SVG, AVIF or a video.")
    private Path file = Path.of("");

    private static Stream<Look> looks(Style style) {
        return Stream.of(
                new Look(style.word(), style, Colors.FULL),
                new Look(style.word() + "-256", style, Colors.INDEXED),
                new Look(style.word() + "-16", style, Colors.SIXTEEN),
                new Look(style.word() + "-mono", style, Colors.NONE));
    }

    @Override
    public Integer call() throws Exception {
        Look look =
                LOOKS.stream()
                        .filter(known -> known.name().equals(style))
                        .findFirst()
                        .orElseThrow(() ->
                                wrong(
                                        "There is no style "
                                                + style
                                                + "; there are "
                                                + String.join(", ", new Names())
                                                + "."));
        Size wanted = size == null ? null : size(size);
        Wish wish = part.wish();
        if (fetch) {
            fetchFfmpeg();
        }
        if ((play || loop) && Output.isTerminal()) {
            play(look, wanted, wish);
            return 0;
        }
        Picture picture = read();
        Cells cells =
                new CellArt(look.style(), look.colors())
                        .draw(
                                picture,
                                wanted == null ? USUAL.fitting(picture) : wanted,
                                quick ? CellArt.Care.QUICK : CellArt.Care.FULL);
        Output.text(Escapes.of(cells, look.colors()));
        return 0;
    }

    /// In time: a file may be made so that it takes for ever.
    private Picture read() throws IOException, InterruptedException {
        CompletableFuture<Picture> picture = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .name("art-reader")
                .start(() -> {
                    try {
                        picture.complete(PictureFile.read(file));
                    } catch (IOException | RuntimeException e) {
                        picture.completeExceptionally(e);
                    }
                });
        try {
            return picture.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IOException(
                    "It takes more than %d seconds to read %s; a smaller one can be shown."
                            .formatted(PATIENCE_SECONDS, file.getFileName()),
                    e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException why) {
                throw why;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private void play(Look look, @Nullable Size wanted, Wish wish) throws Exception {
        Track track = Track.read(new Preparer().prepare(file, wish).track());
        Size size = wanted == null ? USUAL.fitting(track.player().frame(0)) : wanted;
        ArtPlayer player = new ArtPlayer(look.style(), look.colors(), size, Output::text);
        Thread end = new Thread(player::end, "art-end");
        Runtime.getRuntime().addShutdownHook(end);
        Signal.handle(new Signal("WINCH"), _ -> player.redraw());
        player.play(track, loop, ArtPlayer.Time.ofTheMachine());
        player.end();
    }

    /// Only if there is none, and this file needs it.
    private void fetchFfmpeg() throws IOException {
        Path folder = PackagedFfmpeg.folder();
        boolean needed = Format.of(file).filter(Format::needsFfmpeg).isPresent();
        if (!needed || Ffmpeg.find(folder).isPresent()) {
            return;
        }
        PackagedFfmpeg ffmpeg =
                PackagedFfmpeg.forThisMachine()
                        .orElseThrow(() ->
                                new IOException(
                                        "There is no ffmpeg to fetch for this kind of machine;"
                                                + " install one."));
        System.err.println("Fetching " + ffmpeg.address());
        ffmpeg.fetch(folder, _ -> {});
    }

    private Size size(String typed) {
        try {
            return Size.parse(typed);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
    }
}
