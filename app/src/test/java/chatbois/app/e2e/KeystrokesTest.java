package chatbois.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What people do most, in tmux, by the very keys that the documentation names: no more of them
/// than in matterhorn or WeeChat.
@Tag("e2e")
class KeystrokesTest extends Hosted {
    private static final Path PAGE = Path.of("../docs/terminal.md");
    private static final Pattern STROKE = Pattern.compile("`([^`]+)`|\\*([^*]+)\\*");
    private static final Map<String, String> NAMES =
            Map.of("Alt+A", "M-a", "Ctrl+K", "C-k", "Ctrl+F", "C-f", "PgUp", "PageUp");

    private interface Seen {
        void when(Tmux anna, Window ben) throws Exception;
    }

    /// A row of the table.
    private record Task(List<MatchResult> strokes, int keys, List<String> elsewhere) {}

    @Test
    void the_ten_things_that_people_do_most_take_no_more_keys_than_elsewhere() throws Exception {
        Map<String, Task> tasks = tasks();
        assertThat(tasks.keySet()).containsExactlyElementsOf(proofs().keySet());
        tasks.forEach((what, task) -> {
            assertThat(keys(task)).as(what).isEqualTo(task.keys());
            for (String other : task.elsewhere()) {
                assertThat(task.keys())
                        .as(what)
                        .isLessThanOrEqualTo(
                                other.equals("–") ? Integer.MAX_VALUE : Integer.parseInt(other));
            }
        });
    }

    @Test
    void and_they_do_what_the_table_says() throws Exception {
        assumeTrue(Tmux.isThere(), "there is no tmux");
        String invite = host.ownerInvite();
        try (Window owner = host.join("anna", invite, 100, 20)) {
            owner.say("/new soup");
            owner.await("anna made this chat");
            owner.say("/new plans");
            owner.await("#plans");
            try (Window ben = host.join("ben", Host.invite(owner), 100, 20)) {
                bringIn(owner, ben, "plans");
                owner.say("/go soup");
                bringIn(owner, ben, "soup");
                owner.say("/msg ben hi");
                ben.await("@anna");
                owner.await("The beginning of @ben");
                owner.say("/go soup");
                owner.await("ben came in");
                owner.type("/quit\r");
                assertThat(owner.exitCode()).isZero();
                try (Tmux anna = Tmux.open(directory.resolve("anna"), 100, 20)) {
                    anna.await("Kitchen · online");
                    play(anna, ben);
                }
            }
        }
    }

    private static void bringIn(Window owner, Window ben, String chat) throws Exception {
        owner.await("in #" + chat, screen -> screen.contains("│ #" + chat));
        owner.say("/invite ben");
        ben.await(
                "the invitation",
                screen -> screen.contains("#" + chat) && screen.contains("join?"));
        ben.say("/join " + chat);
        ben.await("came in");
    }

    private static void play(Tmux anna, Window ben) throws Exception {
        Map<String, Task> tasks = tasks();
        for (Map.Entry<String, Seen> proof : proofs().entrySet()) {
            Seen before = BEFORE.getOrDefault(proof.getKey(), (_, _) -> {});
            before.when(anna, ben);
            for (MatchResult stroke : Objects.requireNonNull(tasks.get(proof.getKey())).strokes()) {
                if (stroke.group(1) != null) {
                    anna.press(NAMES.getOrDefault(stroke.group(1), stroke.group(1)));
                } else {
                    anna.type(stroke.group(2));
                }
            }
            proof.getValue().when(anna, ben);
        }
    }

    /// What has to be so before the keys are pressed.
    private static final Map<String, Seen> BEFORE =
            Map.of(
                    "say something in the chat in view",
                    (anna, _) -> goTo(anna, "soup", "ben came in"),
                    "go to what is unread",
                    (anna, ben) -> {
                        ben.say("/go plans");
                        ben.say("a plan for Saturday");
                        anna.await("unread: #plans");
                    },
                    "read back a page",
                    (anna, ben) -> {
                        ben.say("/go soup");
                        for (int line = 1; line <= 30; line++) {
                            ben.say("line " + line + " of it");
                        }
                        goTo(anna, "soup", "line 30 of it");
                    });

    /// What has to be seen afterwards, in the order of the table.
    private static Map<String, Seen> proofs() {
        Map<String, Seen> proofs = new LinkedHashMap<>();
        proofs.put("say something in the chat in view", (_, ben) -> ben.await("who stirs it?"));
        proofs.put("go to what is unread", (anna, _) -> anna.await("a plan for Saturday"));
        proofs.put("go to a chat by its name", (anna, _) -> anna.await("who stirs it?"));
        proofs.put("write to somebody alone", (anna, _) -> anna.await("anna  hi"));
        proofs.put(
                "complete a name",
                (anna, _) -> {
                    anna.await("> ben");
                    anna.press("C-u");
                    anna.await("an empty line", screen -> !screen.contains("> ben"));
                });
        proofs.put(
                "read back a page",
                (anna, _) -> {
                    anna.await("a page back", screen -> !screen.contains("line 30 of it"));
                    anna.press("End");
                    anna.await("line 30 of it");
                });
        proofs.put(
                "answer what somebody said last",
                (_, ben) -> {
                    ben.await("╭ ben: line 30 of it");
                    ben.await("with pleasure");
                });
        proofs.put("correct what you said last", (_, ben) -> ben.await("with pleasure! (edited)"));
        proofs.put("react to the newest message", (_, ben) -> ben.await("🎉 1"));
        proofs.put("find a message in all chats", (anna, _) -> anna.await("who stirs it?"));
        return proofs;
    }

    private static void goTo(Tmux anna, String chat, String shows) throws Exception {
        anna.type("/go " + chat);
        anna.press("Enter");
        anna.await(shows);
    }

    private static int keys(Task task) {
        return (int) task.strokes().stream().filter(stroke -> stroke.group(1) != null).count();
    }

    /// The table as it stands in the documentation.
    private static Map<String, Task> tasks() throws Exception {
        Map<String, Task> tasks = new LinkedHashMap<>();
        String page = Files.readString(PAGE);
        page.substring(page.indexOf("| What | By |"))
                .lines()
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .forEach(line -> {
                    String[] cells = line.split(" *\\| *");
                    List<MatchResult> strokes = STROKE.matcher(cells[2]).results().toList();
                    tasks.put(
                            cells[1],
                            new Task(
                                    strokes,
                                    Integer.parseInt(cells[3]),
                                    List.of(cells[4], cells[5])));
                });
        return tasks;
    }
}
