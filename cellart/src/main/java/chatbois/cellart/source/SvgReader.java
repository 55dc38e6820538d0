package chatbois.cellart.source;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.XMLInput;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import com.github.weisj.jsvg.view.FloatSize;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.stream.XMLInputFactory;

/// Draws SVG. Nothing that it refers to is fetched, no pictures inside it are decoded, and its own
/// entities don't exist.
final class SvgReader {
    /// The most bytes of a file.
    static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final int MILLIS = 10_000;

    private static final int MOST_PATHS = 50_000;

    /// Held, so that it stays silent: what it would say quotes the file.
    private static final Logger LOGGER = Logger.getLogger("com.github.weisj.jsvg");

    static {
        LOGGER.setLevel(Level.OFF);
    }

    private SvgReader() {}

    /// Draws it on a thread that is left alone when it takes too long: the process ends with it.
    static void read(byte[] file, Screen screen) throws IOException {
        FutureTask<Pixels> drawing = new FutureTask<>(() -> draw(file, screen.side(false)));
        Thread.ofPlatform().name("svg").daemon().start(drawing);
        try {
            Pixels pixels = drawing.get(MILLIS, TimeUnit.MILLISECONDS);
            screen.show(pixels.on(pixels.ground()), 1);
        } catch (TimeoutException _) {
            drawing.cancel(true);
            throw new Unreadable("it takes too long to draw");
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case Unreadable known -> known;
                case OutOfMemoryError _ -> new Unreadable(Preparer.TOO_MUCH_MEMORY);
                case null, default -> new Unreadable("it is damaged");
            };
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Unreadable("its drawing was interrupted");
        }
    }

    private static Pixels draw(byte[] file, int side) throws Unreadable {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // It would write to the error output, which is the screen, what is wrong with the file.
        factory.setXMLReporter((_, _, _, _) -> {});
        String text = new String(file, StandardCharsets.UTF_8);
        XMLInput input = () -> factory.createXMLEventReader(new StringReader(text));
        LoaderContext context =
                LoaderContext.builder()
                        .externalResourcePolicy(ResourcePolicy.DENY_ALL)
                        .resourceLoader((_, _) -> {
                            throw new IOException("Nothing is fetched.");
                        })
                        .documentLimits(
                                new DocumentLimits(
                                        DocumentLimits.DEFAULT_MAX_NESTING_DEPTH,
                                        DocumentLimits.DEFAULT_MAX_USE_NESTING_DEPTH,
                                        MOST_PATHS))
                        .build();
        SVGDocument document = new SVGLoader().load(input, null, context);
        if (document == null) {
            throw new Unreadable("it is damaged");
        }
        FloatSize size = document.size();
        if (!(size.width > 0 && size.height > 0) || !Float.isFinite(size.width / size.height)) {
            throw new Unreadable("it has no size");
        }
        float scale = side / Math.max(size.width, size.height);
        int width = Math.clamp(Math.round(size.width * scale), 1, side);
        int height = Math.clamp(Math.round(size.height * scale), 1, side);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        document.renderWithPlatform(
                NullPlatformSupport.INSTANCE, graphics, new ViewBox(width, height));
        graphics.dispose();
        return Pixels.of(image);
    }
}
