package chatbois.terminal.qr;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.terminal.qr.QrCode.Background;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QrCodeTest {
    private static final String TEXT =
            "chatbois join example.org:7777 größer-漢字-" + "x1Y2".repeat(30);
    private static final int SCALE = 4;

    @ParameterizedTest
    @EnumSource
    void a_phone_reads_it_on_any_background(Background background) throws Exception {
        List<String> rows = QrCode.of(TEXT).orElseThrow().rows(background);
        assertThat(seen(rows, background)).isEqualTo(TEXT);
    }

    @Test
    void every_row_has_the_same_columns_and_a_white_margin() {
        QrCode code = QrCode.of(TEXT).orElseThrow();
        List<String> rows = code.rows(Background.LIGHT);
        assertThat(code.columns()).isLessThanOrEqualTo(80);
        assertThat(rows).allMatch(row -> row.length() == code.columns());
        assertThat(rows).allMatch(row -> row.startsWith("    ") && row.endsWith("    "));
        assertThat(rows.subList(0, 2)).allMatch(String::isBlank);
    }

    @Test
    void what_is_too_long_for_a_terminal_has_no_code() {
        assertThat(QrCode.of("x".repeat(400))).isPresent();
        assertThat(QrCode.of("x".repeat(500))).isEmpty();
        assertThat(QrCode.of("x".repeat(5000))).isEmpty();
    }

    /// Takes a picture of the terminal and reads that.
    private static String seen(List<String> rows, Background background) throws Exception {
        int width = rows.getFirst().length() * SCALE;
        int height = rows.size() * 2 * SCALE;
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                char block = rows.get(y / SCALE / 2).charAt(x / SCALE);
                boolean upper = y / SCALE % 2 == 0;
                boolean drawn = block == '█' || block == (upper ? '▀' : '▄');
                boolean white = drawn == (background == Background.DARK);
                pixels[y * width + x] = white ? 0xFFFFFF : 0;
            }
        }
        var picture = new RGBLuminanceSource(width, height, pixels);
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(picture))).getText();
    }
}
