package chatbois.app.member;

import chatbois.client.Communities.Found;
import chatbois.client.session.Entry;
import chatbois.client.session.Said;
import chatbois.protocol.JsonLine;
import chatbois.terminal.text.SafeText;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
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

    @Option(names = "--json", description = "One line of JSON for each event.")
    private boolean json;

    /// @param kind `message`, `action`, `event`, `erased` or `unknown`
    private record Line(long seq, String author, String time, String kind, String text) {}

    @Override
    public Integer call() throws Exception {
        try (Visit visit = Visit.begin()) {
            Found found = visit.chat(in.community, chat);
            if (follow) {
                found.session().follow(found.chat().id(), since + 1, this::print);
            } else {
                found.session().read(found.chat().id(), since + 1, this::print);
            }
        }
        return 0;
    }

    private void print(Entry entry) {
        Line line =
                new Line(
                        entry.seq(),
                        entry.author(),
                        Instant.ofEpochMilli(entry.time()).toString(),
                        kind(entry.said()),
                        text(entry.said()));
        Output.line(json ? JsonLine.of(line) : plain(entry, line));
    }

    private static String plain(Entry entry, Line line) {
        String time = TIME.format(Instant.ofEpochMilli(entry.time()));
        String said =
                switch (entry.said()) {
                    case Said.Text _ -> line.author + ": " + line.text;
                    case Said.Action _ -> "* " + line.author + " " + line.text;
                    case Said.Happened _, Said.Erased _, Said.Hidden _, Said.Unknown _ ->
                            "- " + line.text;
                };
        return SafeText.line(time + " " + said);
    }

    private static String kind(Said said) {
        return switch (said) {
            case Said.Text _ -> "message";
            case Said.Action _ -> "action";
            case Said.Happened _ -> "event";
            case Said.Erased _ -> "erased";
            case Said.Hidden _ -> "hidden";
            case Said.Unknown _ -> "unknown";
        };
    }

    private static String text(Said said) {
        return switch (said) {
            case Said.Text(String text) -> text;
            case Said.Action(String text) -> text;
            case Said.Happened(String sentence) -> sentence;
            case Said.Erased _ -> "a message was erased";
            case Said.Hidden _ -> "a blocked member wrote something";
            case Said.Unknown _ -> "written by a newer chatbois";
        };
    }
}
