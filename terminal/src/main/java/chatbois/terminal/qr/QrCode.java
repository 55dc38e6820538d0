package chatbois.terminal.qr;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A text as a QR code, to be read by a phone from the terminal.
public final class QrCode {
    /// What the terminal shows where no character is.
    public enum Background {
        DARK,
        LIGHT
    }

    /// The white margin that the standard demands, in modules.
    private static final int QUIET = 4;

    private static final int MOST_COLUMNS = 80;

    private final ByteMatrix modules;

    private QrCode(ByteMatrix modules) {
        this.modules = modules;
    }

    /// The code for a text; nothing if it would be wider than 80 columns.
    public static Optional<QrCode> of(String text) {
        try {
            Map<EncodeHintType, Object> hints =
                    Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name());
            ByteMatrix modules = Encoder.encode(text, ErrorCorrectionLevel.L, hints).getMatrix();
            return Optional.of(new QrCode(modules)).filter(code -> code.columns() <= MOST_COLUMNS);
        } catch (WriterException _) {
            return Optional.empty();
        }
    }

    /// The columns that every row has.
    public int columns() {
        return modules.getWidth() + 2 * QUIET;
    }

    /// The rows, of two modules above each other per character. What must be white is drawn on a
    /// dark background and left out on a light one, for phones expect dark on white.
    public List<String> rows(Background background) {
        List<String> rows = new ArrayList<>();
        for (int y = -QUIET; y < modules.getHeight() + QUIET; y += 2) {
            StringBuilder row = new StringBuilder();
            for (int x = -QUIET; x < modules.getWidth() + QUIET; x++) {
                boolean drawsDark = background == Background.LIGHT;
                row.append(block(isDark(x, y) == drawsDark, isDark(x, y + 1) == drawsDark));
            }
            rows.add(row.toString());
        }
        return rows;
    }

    private boolean isDark(int x, int y) {
        boolean inside = x >= 0 && x < modules.getWidth() && y >= 0 && y < modules.getHeight();
        return inside && modules.get(x, y) == 1;
    }

    private static char block(boolean upper, boolean lower) {
        if (upper) {
            return lower ? '█' : '▀';
        }
        return lower ? '▄' : ' ';
    }
}
