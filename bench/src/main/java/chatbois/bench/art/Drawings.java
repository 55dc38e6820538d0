package chatbois.bench.art;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/// What people send beside photographs: something without an edge, lines on white, a flat badge.
final class Drawings {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 384;

    private Drawings() {}

    static void write(Path folder) throws IOException {
        write(folder.resolve("badge.png"), Drawings::badge);
        write(folder.resolve("lines.png"), Drawings::lines);
        write(folder.resolve("sky.png"), Drawings::sky);
    }

    private static void write(Path file, Consumer<Graphics2D> painter) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        painter.accept(graphics);
        graphics.dispose();
        ImageIO.write(image, "png", file.toFile());
    }

    private static void badge(Graphics2D graphics) {
        graphics.setColor(new Color(0x2B6CB0));
        graphics.fill(new RoundRectangle2D.Double(90, 50, 460, 284, 80, 80));
        graphics.setColor(new Color(0xF6E05E));
        graphics.fill(new Ellipse2D.Double(150, 110, 160, 160));
        graphics.setColor(Color.WHITE);
        graphics.fill(new Ellipse2D.Double(350, 140, 60, 60));
        graphics.fill(new Ellipse2D.Double(430, 190, 60, 60));
    }

    private static void lines(Graphics2D graphics) {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(Color.BLACK);
        for (int i = 0; i < 5; i++) {
            graphics.setStroke(new BasicStroke(1 + 2f * i));
            Path2D curve = new Path2D.Double();
            curve.moveTo(40, 60 + 60 * i);
            curve.curveTo(220, 10 + 90 * i, 400, 160 + 20 * i, 600, 40 + 70 * i);
            graphics.draw(curve);
        }
        graphics.setStroke(new BasicStroke(3));
        graphics.draw(new Ellipse2D.Double(420, 60, 150, 230));
    }

    private static void sky(Graphics2D graphics) {
        graphics.setPaint(
                new GradientPaint(0, 0, new Color(0x10205A), 200, HEIGHT, new Color(0xFFB070)));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
    }
}
