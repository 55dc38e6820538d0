package chatbois.app.host;

import chatbois.log.Malformed;
import chatbois.protocol.Address;
import chatbois.protocol.Limits;
import java.io.Console;
import java.util.function.Predicate;

/// The questions of a first start, each with a default where there can be one.
final class Interview {
    private final Console console;

    Interview(Console console) {
        this.console = console;
    }

    String name() {
        return ask("What is the community called?", "", text -> !text.isBlank());
    }

    String address(String guess) {
        return ask("Where do members reach this machine?", guess, Interview::isAddress);
    }

    int maxMembers(int most) {
        return Integer.parseInt(
                ask("How many members at most?", String.valueOf(most), Interview::isMemberCount));
    }

    private String ask(String question, String preset, Predicate<String> fits) {
        while (true) {
            String shown = preset.isEmpty() ? question : question + " [" + preset + "]";
            String answer = console.readLine("%s ", shown);
            if (answer == null) {
                throw new IllegalStateException("nobody answered; nothing was founded");
            }
            String text = answer.isBlank() ? preset : answer.strip();
            if (fits.test(text)) {
                return text;
            }
            console.printf("That doesn't fit, please try again.%n");
        }
    }

    private static boolean isAddress(String text) {
        try {
            Address.parse(text);
            return true;
        } catch (Malformed e) {
            return false;
        }
    }

    private static boolean isMemberCount(String text) {
        return text.matches("[0-9]{1,7}")
                && Integer.parseInt(text) >= 1
                && Integer.parseInt(text) <= Limits.MEMBERS;
    }
}
