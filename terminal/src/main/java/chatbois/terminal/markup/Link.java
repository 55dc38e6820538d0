package chatbois.terminal.markup;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds addresses in a text: of the web, and of people.
public final class Link {
    private static final List<String> SCHEMES = List.of("https://", "http://", "mailto:");

    /// Longer ones are shown and not made a link of: terminals take no more.
    private static final int LONGEST = 2_000;

    private Link() {}

    /// Where to an address goes that begins there; -1 if none does.
    static int end(String text, int from) {
        String scheme = schemeAt(text, from);
        if (scheme.isEmpty()) {
            return -1;
        }
        int begin = from + scheme.length();
        int end = begin;
        int open = 0;
        while (end < text.length() && belongs(text.codePointAt(end))) {
            char c = text.charAt(end);
            if (c == ')' && open == 0) {
                break; // it was opened before the address
            }
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            end++;
        }
        while (end > begin && ".,;:!?'*_~]".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end > begin ? end : -1;
    }

    private static String schemeAt(String text, int from) {
        char first = text.charAt(from);
        boolean goesOn = from > 0 && Character.isLetterOrDigit(text.codePointBefore(from));
        if (first != 'h' && first != 'm' || goesOn) {
            return "";
        }
        return SCHEMES.stream().filter(s -> text.startsWith(s, from)).findFirst().orElse("");
    }

    private static boolean belongs(int codePoint) {
        return !Character.isWhitespace(codePoint)
                && !Character.isSpaceChar(codePoint)
                && !Character.isISOControl(codePoint)
                && "<>\"`|\\^{}".indexOf(codePoint) < 0
                && "、。，！？；：）」』】》".indexOf(codePoint) < 0;
    }

    /// The addresses of the web in a text that can be opened, each once, in order; at most so many.
    public static List<String> web(String text, int most) {
        List<String> found = new ArrayList<>();
        for (int at = 0; at < text.length() && found.size() < most; at++) {
            int end = end(text, at);
            if (end > at) {
                String address = text.substring(at, end);
                boolean web = !address.startsWith("mailto:") && target(address).isPresent();
                if (web && !found.contains(address)) {
                    found.add(address);
                }
                at = end - 1;
            }
        }
        return found;
    }

    /// The address to give to a terminal for what is shown; nothing if it may hide where it leads:
    /// if it names a user, or is not in plain letters, or too long.
    public static Optional<String> target(String shown) {
        if (shown.length() > LONGEST || !shown.chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
            return Optional.empty();
        }
        try {
            URI address = new URI(shown);
            boolean mail = shown.startsWith("mailto:");
            boolean web = address.getHost() != null && address.getRawUserInfo() == null;
            return mail || web ? Optional.of(shown) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
