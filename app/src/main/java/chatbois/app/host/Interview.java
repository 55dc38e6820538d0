package chatbois.app.host;

import chatbois.log.Malformed;
import chatbois.protocol.Refused;
import chatbois.protocol.view.Settings;
import java.io.Console;
import java.util.function.Consumer;

/// The questions of a first start, each with a default where there can be one.
final class Interview {
    private final Console console;

    Interview(Console console) {
        this.console = console;
    }

    String name() {
        return ask("What is the community called?", "", Settings::checkName);
    }

    /// @param port the one that is meant if none is typed
    String address(String guess, int port) {
        return ask(
                "Where do members reach this machine?",
                guess,
                text -> HostCommand.published(text, port));
    }

    int maxMembers(int most) {
        return Integer.parseInt(
                ask(
                        "How many members at most?",
                        String.valueOf(most),
                        text -> Settings.checkMaxMembers(number(text))));
    }

    /// The number, or one that can't be meant.
    private static int number(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    }

    /// Asks until the answer passes the check, whose complaint says what is wrong with it.
    private String ask(String question, String preset, Consumer<String> check) {
        while (true) {
            String shown = preset.isEmpty() ? question : question + " [" + preset + "]";
            String answer = console.readLine("%s ", shown);
            if (answer == null) {
                throw new IllegalStateException("nobody answered; nothing was founded");
            }
            String text = answer.isBlank() ? preset : answer.strip();
            try {
                check.accept(text);
                return text;
            } catch (Malformed | Refused e) {
                console.printf("That doesn't fit: %s%n", e.getMessage());
            }
        }
    }
}
