package chatbois.terminal.cell;

import chatbois.cellart.pixel.Medium;
import chatbois.cellart.pixel.Print;
import chatbois.terminal.cell.Cells.Hung;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Knows which pixels the terminal has, and what it has to be sent beside the cells so that
/// pictures are seen. For one thread.
///
/// By Kitty's protocol a picture is sent once, in chunks between which anything may come but
/// another picture, then it hangs behind its characters wherever these go. Strips, of Sixel or
/// iTerm2's protocol, lie on the screen as they were painted, until something is written there.
public final class Easel {
    /// So many pictures that are not seen the terminal keeps for us.
    private static final int MOST_KEPT = 8;

    /// What a chunk may have, as text.
    private static final int MOST_CHUNK = 4096;

    private static final int LEAST_CHUNK = 512;

    private static final String KITTY = "\u001b_G";
    private static final String QUIET = "q=2";
    private static final String END = "\u001b\\";

    /// What the terminal has by Kitty's protocol, the one that was needed last at the end, and
    /// whether it hangs.
    private final Map<Pixels, Boolean> known = new LinkedHashMap<>(16, 0.75f, true);

    /// What is being sent; nothing else may be until that is done.
    private @Nullable Pixels sending;

    private int sent;

    /// The strips as they lie on the screen, by their row there.
    private final Map<Integer, Hung> strips = new HashMap<>();

    /// Whether the terminal has to be sent pictures that hang behind these cells.
    public boolean lacks(Cells next) {
        for (Hung hung : next.hung()) {
            if (isWhole(hung.pixels()) && !known.getOrDefault(hung.pixels(), false)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWhole(Pixels pixels) {
        return pixels.print().medium() == Medium.KITTY;
    }

    /// Some of what the terminal has to be sent before these cells; empty when it has all.
    ///
    /// @param bytes about how much
    public String pixels(Cells next, int bytes) {
        StringBuilder out = new StringBuilder();
        Set<Pixels> needed =
                next.hung().stream()
                        .map(Hung::pixels)
                        .filter(Easel::isWhole)
                        .collect(Collectors.toSet());
        while (out.length() < bytes && (sending != null || begin(needed, out))) {
            sendOn(out, bytes);
        }
        return out.toString();
    }

    private boolean begin(Set<Pixels> needed, StringBuilder out) {
        for (Pixels picture : needed) {
            Boolean hangs = known.get(picture);
            if (hangs == null) {
                sending = picture;
                sent = 0;
            } else if (!hangs) {
                hang(picture, out);
            }
        }
        if (sending != null) {
            drop(needed, out);
        }
        return sending != null;
    }

    private void drop(Set<Pixels> needed, StringBuilder out) {
        long unseen = known.keySet().stream().filter(p -> !needed.contains(p)).count();
        Iterator<Pixels> oldest = known.keySet().iterator();
        while (unseen > MOST_KEPT && oldest.hasNext()) {
            Pixels picture = oldest.next();
            if (!needed.contains(picture)) {
                delete(picture, out);
                oldest.remove();
                unseen--;
            }
        }
    }

    private static void delete(Pixels picture, StringBuilder out) {
        out.append(KITTY).append("a=d,d=I,i=").append(picture.number()).append(',').append(QUIET);
        out.append(END);
    }

    /// No chunk is much larger than what is wanted: what is typed waits until it is through.
    private void sendOn(StringBuilder out, int bytes) {
        Pixels picture = sending;
        if (picture == null) {
            return;
        }
        byte[] all = picture.print().parts().getFirst();
        int chunk = Math.clamp(bytes, LEAST_CHUNK, MOST_CHUNK) / 4 * 3;
        int end = Math.min(sent + chunk, all.length);
        out.append(KITTY);
        if (sent == 0) {
            out.append("a=t,f=100,i=").append(picture.number()).append(',');
        }
        out.append(QUIET).append(end < all.length ? ",m=1;" : ",m=0;");
        out.append(base64(Arrays.copyOfRange(all, sent, end))).append(END);
        sent = end;
        if (sent == all.length) {
            sending = null;
            hang(picture, out);
        }
    }

    private void hang(Pixels picture, StringBuilder out) {
        Print print = picture.print();
        out.append(KITTY).append("a=p,U=1,i=").append(picture.number());
        out.append(",c=").append(print.size().columns()).append(",r=").append(print.size().rows());
        out.append(',').append(QUIET).append(END);
        known.put(picture, true);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// The next strip that is to be painted over these cells.
    Optional<Hung> strip(Cells next) {
        for (Hung hung : next.hung()) {
            if (!isWhole(hung.pixels()) && isSeen(hung, next)) {
                Hung before = strips.put(hung.y(), hung);
                if (!isAlike(hung, before)) {
                    return Optional.of(hung);
                }
            }
        }
        return Optional.empty();
    }

    /// Whether it looks as what lies there: what stands still in a film isn't painted again.
    private static boolean isAlike(Hung hung, @Nullable Hung before) {
        return hung.equals(before)
                || before != null
                        && hung.x() == before.x()
                        && width(hung) == width(before)
                        && Arrays.equals(strip(hung), strip(before));
    }

    private static byte[] strip(Hung hung) {
        return hung.pixels().print().parts().get(hung.row());
    }

    private static boolean isSeen(Hung hung, Cells next) {
        int x = hung.x();
        while (x < hung.x() + width(hung) && !next.isCovered(x, hung.y())) {
            x++;
        }
        return x < hung.x() + width(hung);
    }

    static int width(Hung hung) {
        return hung.pixels().print().size().columns();
    }

    /// What paints it. The cursor and the colours stay as they are.
    static String painted(Hung hung) {
        byte[] strip = strip(hung);
        String place = "\u001b7\u001b[" + (hung.y() + 1) + ";" + (hung.x() + 1) + "H";
        String pixels =
                hung.pixels().print().medium() == Medium.SIXEL
                        ? "\u001bP0;1q" + new String(strip, StandardCharsets.US_ASCII) + END
                        : "\u001b]1337;File=inline=1;doNotMoveCursor=1;preserveAspectRatio=0;size="
                                + strip.length
                                + ";width="
                                + width(hung)
                                + ";height=1:"
                                + base64(strip)
                                + "\u0007";
        return place + pixels + "\u001b8";
    }

    /// Whether rows can't be moved, since it is not known what becomes of strips there.
    boolean holdsStill() {
        return !strips.isEmpty();
    }

    /// A blank was written where pixels were or will be.
    void blanked(int x, int y) {
        Hung there = strips.get(y);
        if (there != null && x >= there.x() && x < there.x() + width(there)) {
            strips.remove(y);
        }
    }

    /// The screen was made blank: what the terminal was sent it may still have, but not where it
    /// hung.
    void cleared() {
        for (Map.Entry<Pixels, Boolean> picture : known.entrySet()) {
            picture.setValue(false);
        }
        strips.clear();
    }

    /// Takes all pictures away from the terminal, which may have lost them, and ends the one that
    /// is being sent: what begins in the middle of it would count as more of it.
    public String farewell() {
        StringBuilder out = new StringBuilder();
        Pixels half = sending;
        if (half != null) {
            out.append(KITTY).append(QUIET).append(",m=0;").append(END);
            delete(half, out);
        }
        known.keySet().forEach(picture -> delete(picture, out));
        known.clear();
        strips.clear();
        sending = null;
        return out.toString();
    }
}
