package chatbois.app.member;

import chatbois.client.Communities.Found;
import chatbois.client.session.Entry;
import chatbois.client.session.Session;
import chatbois.log.Event;
import chatbois.log.LogId;
import chatbois.terminal.command.ScriptLines;
import chatbois.terminal.command.Transcript;
import chatbois.terminal.text.SafeText;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Prints a chat's events from some place on.
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description = "Print a chat, one event a line, to the newest one or for ever.")
final class ReadCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

    @Mixin private CommunityOption in = new CommunityOption();

    @Parameters(
            paramLabel = "CHAT",
            description = "The chat's name or id, or @NAME for a direct chat.")
    private String chat = "";

    @Option(
            names = "--since",
            paramLabel = "SEQ",
            defaultValue = "0",
            description = "Begin behind that event. Default: 0, with the first one.")
    private long since;

    @Option(names = "--follow", description = "Go on with what is said next, until interrupted.")
    private boolean follow;

    @Option(
            names = "--numbers",
            description = "Its number before each event, as save and /reply take it.")
    private boolean numbers;

    @Option(names = "--json", description = "One line of JSON for each event.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        try (Visit visit = Visit.begin()) {
            Found found = visit.chat(in.community, chat);
            Session session = found.session();
            LogId log = found.chat().id();
            ScriptLines lines = new ScriptLines(session, log);
            BiConsumer<Event, Entry> print =
                    (event, entry) ->
                            Output.line(json ? lines.line(event, entry) : plain(event, entry));
            if (follow) {
                session.follow(log, since + 1, print);
            } else {
                session.readSigned(log, since + 1, print);
            }
        }
        return 0;
    }

    private String plain(Event event, Entry entry) {
        String number = numbers ? "#" + event.seq() + " " : "";
        String time = TIME.format(Instant.ofEpochMilli(entry.time()));
        return SafeText.line(number + time + " " + Transcript.of(entry));
    }
}
