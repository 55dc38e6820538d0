package chatbois.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What Anna sets holds at once and after a restart; what she writes wrong is told, and the program
/// runs all the same.
@Tag("e2e")
class SettingsTest extends Hosted {
    private static final String QUIT = "\u0003\u0003";
    private static final String MESSAGE_24 = ".*[0-9]{2}:[0-9]{2} anna  hello.*";
    private static final String MESSAGE_12 = ".*[0-9]{2}:[0-9]{2}[ap]m anna  hello.*";

    @Test
    void what_is_set_holds_and_what_is_wrong_is_told() throws Exception {
        Path home = directory.resolve("anna");
        try (Window anna = host.join("anna", host.ownerInvite(), 100, 30)) {
            anna.say("/new garden");
            anna.await("The beginning of #garden");
            anna.say("hello");
            anna.await("hello", screen -> screen.lines().anyMatch(row -> row.matches(MESSAGE_24)));
            anna.type("/set clo\t1\t\r");
            anna.await("looks.clock is 12h now.");
            anna.await("hello", screen -> screen.lines().anyMatch(row -> row.matches(MESSAGE_12)));
            anna.type(QUIT);
            assertThat(anna.exitCode()).isZero();
        }
        Path file = home.resolve("home/config.toml");
        Files.writeString(file, Files.readString(file).replace("#title = true", "titel = true"));
        try (Window anna = Window.open(home, 100, 30)) {
            anna.await("hello", screen -> screen.lines().anyMatch(row -> row.matches(MESSAGE_12)));
            anna.await("looks.titel is no setting");
            anna.say("still here");
            anna.await("anna  hello");
        }
    }
}
