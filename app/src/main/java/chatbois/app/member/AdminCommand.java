package chatbois.app.member;

import chatbois.client.session.Session;
import chatbois.log.LogId;
import chatbois.protocol.JsonLine;
import chatbois.terminal.command.Actions;
import chatbois.terminal.command.Input;
import chatbois.terminal.command.NoChatHere;
import chatbois.terminal.command.Outcome;
import chatbois.terminal.command.Sentences;
import chatbois.terminal.command.Spot;
import chatbois.terminal.command.Verb;
import chatbois.terminal.command.WrongUsage;
import chatbois.terminal.text.SafeText;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Does what a slash command does, and ends: for scripts.
@Command(
        name = "admin",
        mixinStandardHelpOptions = true,
        description = {
            "Do what a slash command does, for scripts: chatbois admin ban ben 7d spam",
            "With no command: lists them."
        })
final class AdminCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Mixin private CommunityOption in = new CommunityOption();

    @Option(
            names = "--chat",
            paramLabel = "CHAT",
            description = "The chat that it is about: its name, its id, or @NAME.")
    private @Nullable String chat;

    @Option(names = "--json", description = "One line of JSON for each row or sentence.")
    private boolean json;

    @Parameters(
            paramLabel = "COMMAND",
            arity = "0..*",
            description = "A slash command without its slash, and its words.")
    private List<String> words = List.of();

    private record Told(String told) {}

    @Override
    public Integer call() throws Exception {
        if (words.isEmpty()) {
            print(new Outcome.Told(Verb.list()));
            return 0;
        }
        Input input = input();
        try (Visit visit = Visit.begin()) {
            Actions actions = new Actions(visit.communities(), Clock.systemUTC());
            print(Visit.await(actions.run(input, spot(visit))));
        } catch (NoChatHere e) {
            throw usage("Name the chat that it is about: --chat CHAT.");
        } catch (WrongUsage e) {
            throw usage(Sentences.of(e));
        }
        return 0;
    }

    private Input input() {
        String word = words.getFirst().toLowerCase(Locale.ROOT);
        List<String> rest = words.subList(1, words.size());
        return Verb.named(word.startsWith("/") ? word.substring(1) : word)
                .map(verb -> new Input.Run(endsByItself(verb), rest, String.join(" ", rest)))
                .orElseThrow(() ->
                        usage(
                                "There is no command %s; chatbois admin lists them."
                                        .formatted(word)));
    }

    private ParameterException usage(String message) {
        return new ParameterException(
                spec == null ? new CommandLine(this) : spec.commandLine(), message);
    }

    /// Refuses what needs the client to stay connected.
    private static Verb endsByItself(Verb verb) {
        if (verb == Verb.LINK) {
            throw new IllegalArgumentException(
                    "A code for a device holds only while this one stays connected; type /link in"
                            + " ./chatbois.");
        }
        if (verb == Verb.RECOVERY) {
            throw new IllegalArgumentException(
                    "A paper key counts once its words were typed back where they were shown; type"
                            + " /recovery in ./chatbois.");
        }
        return verb;
    }

    private Spot spot(Visit visit) throws Exception {
        if (chat == null) {
            Session session = visit.session(in.community);
            return new Spot(session, null);
        }
        var found = visit.chat(in.community, chat);
        LogId id = found.chat().id();
        return new Spot(found.session(), id);
    }

    private void print(Outcome outcome) {
        if (!json) {
            outcome.text().forEach(line -> Output.line(SafeText.line(line)));
        } else if (outcome instanceof Outcome.Listed(var table, _, _)) {
            for (Map<String, Object> row : table.data()) {
                Output.line(JsonLine.of(row));
            }
        } else {
            outcome.text().forEach(line -> Output.line(JsonLine.of(new Told(line))));
        }
    }
}
