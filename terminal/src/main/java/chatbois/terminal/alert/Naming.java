package chatbois.terminal.alert;

import chatbois.protocol.view.Member;
import java.util.Locale;

/// Whether somebody is named in what was said.
final class Naming {
    private Naming() {}

    static boolean names(String text, Member member) {
        String said = text.toLowerCase(Locale.ROOT);
        return said.contains("@" + member.name().value().toLowerCase(Locale.ROOT))
                || said.contains("@all");
    }
}
