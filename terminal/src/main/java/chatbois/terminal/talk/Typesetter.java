package chatbois.terminal.talk;

import chatbois.client.session.Entry;
import chatbois.client.session.Entry.Delivery;
import chatbois.client.session.Marks;
import chatbois.client.session.Marks.Reaction;
import chatbois.client.session.Said;
import chatbois.terminal.cell.Style;
import chatbois.terminal.cell.Style.Attribute;
import chatbois.terminal.markup.Markup;
import chatbois.terminal.media.FileLine;
import chatbois.terminal.setting.TimeOfDay;
import chatbois.terminal.talk.Row.Piece;
import chatbois.terminal.text.Cluster;
import chatbois.terminal.text.SafeText;
import chatbois.terminal.text.Wrap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sets entries into rows of a width: the time, the name to the right of its column, and the text
/// wrapped under itself.
record Typesetter(int width, int names, Story story, Map<Long, Integer> replies, TimeOfDay clock) {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);
    private static final String GAP = "  ";
    private static final int FEWEST_TEXT_COLUMNS = 8;
    private static final int MOST_NAME_COLUMNS = 14;

    static Typesetter of(Story story, int width) {
        int longest =
                story.entries().stream()
                        .mapToInt(entry -> Cluster.width(SafeText.line(entry.authorAlone())))
                        .max()
                        .orElse(0);
        int most = Math.clamp(width / 5, 4, MOST_NAME_COLUMNS);
        return new Typesetter(
                width,
                Math.clamp(longest, 4, most),
                story,
                story.thread() == 0 ? story.replies() : Map.of(),
                TimeOfDay.of(story.settings()));
    }

    List<Row> entry(Entry entry, boolean namedAbove) {
        boolean pending = entry.delivery() == Delivery.PENDING;
        String time = pending ? clock.waiting() : time(entry.time());
        String author = entry.author();
        Style look = pending ? Look.QUIET : Look.PLAIN;
        Style name = name(entry);
        Style named = entry.marks().forMe() ? Look.FOR_ME : name;
        return switch (entry.said()) {
            case Said.Text(String text) -> {
                Piece who = Piece.of(namedAbove ? "" : entry.authorAlone(), named);
                List<Row> words = text.isEmpty() ? List.of() : wording(look).rows(text);
                yield around(entry, hung(time, who, withFiles(entry, words)));
            }
            case Said.Action(String text) -> {
                Piece mark = Piece.of("*", named);
                String who = entry.authorAlone();
                List<Row> words = wording(look).action(who, name, text);
                yield around(entry, hung(time, mark, withFiles(entry, words)));
            }
            case Said.Done _ -> List.of();
            case Said.Deleted(String by) ->
                    aside(
                            time,
                            by.equals(author)
                                    ? author + " deleted a message"
                                    : "a message by " + author + " was deleted by " + by);
            case Said.Happened(String sentence) -> aside(time, sentence);
            case Said.Erased() -> aside(time, "a message by " + author + " was erased");
            case Said.Hidden() -> aside(time, "[a blocked member]");
            case Said.Unknown() ->
                    aside(time, author + " sent what only a newer chatbois can show");
        };
    }

    /// Who is gone has no colour any more; details say why.
    private static Style name(Entry entry) {
        if (entry.isByGone()) {
            return Look.QUIET;
        }
        return entry.own() ? Look.OWN_NAME : Look.name(entry.by());
    }

    /// What was said, with the files that came with it below.
    private List<Row> withFiles(Entry entry, List<Row> words) {
        List<Row> rows = new ArrayList<>(words);
        if (entry.marks().isEdited() && !rows.isEmpty()) {
            rows.set(rows.size() - 1, rows.getLast().before(Piece.of(" (edited)", Look.QUIET)));
        }
        if (!entry.attachments().isEmpty()) {
            rows.addAll(new Hanging(story.wall(), columns()).rows(entry));
        }
        return rows;
    }

    /// A message with what it answers above and the answers by emoji below.
    private List<Row> around(Entry entry, List<Row> text) {
        Marks marks = entry.marks();
        List<Row> rows = new ArrayList<>();
        Long seq = marks.replyTo();
        if (seq != null && !isRoot(seq)) {
            rows.add(quote(story.answered().get(seq)));
        }
        rows.addAll(text);
        if (!marks.reactions().isEmpty()) {
            rows.addAll(reactions(marks.reactions()));
        }
        int answers = replies.getOrDefault(entry.seq(), 0);
        if (answers > 0) {
            rows.add(
                    below(
                            story.atEnd()
                                    ? "↳ " + Story.replies(answers)
                                    : "↳ " + Story.manyReplies(answers)));
        }
        if (story.readBy().isOf(entry.seq())) {
            String names = SafeText.line(story.readBy().words());
            rows.add(below("✓ " + Wrap.ellipsis(names, columns() - 2)));
        }
        return rows;
    }

    private Row below(String words) {
        return Row.of(words, Look.QUIET).after(blanks(indent()));
    }

    /// In a thread it needs no saying that its root is answered.
    private boolean isRoot(long seq) {
        return story.thread() != 0 && seq == story.entries().getFirst().seq();
    }

    private Row quote(@Nullable Entry answered) {
        String words =
                answered == null
                        ? "…"
                        : switch (answered.said()) {
                            case Said.Text(String text) ->
                                    answered.authorAlone() + ": " + words(answered, text);
                            case Said.Action(String text) ->
                                    answered.authorAlone() + " " + Markup.bare(text);
                            case Said _ -> "a message that is gone";
                        };
        String line = SafeText.line(words);
        return Row.of("╭ " + Wrap.ellipsis(line, columns() - 2), Look.QUIET)
                .after(blanks(indent()));
    }

    private static String words(Entry answered, String text) {
        return text.isEmpty() ? FileLine.names(answered.attachments()) : Markup.bare(text);
    }

    private List<Row> reactions(List<Reaction> reactions) {
        List<Row> rows = new ArrayList<>();
        Row row = Row.EMPTY;
        int used = 0;
        for (Reaction reaction : reactions) {
            boolean own = reaction.by().contains(story.me());
            String shown = reaction.emoji() + " " + reaction.by().size() + "  ";
            int columns = Cluster.width(shown);
            if (used > 0 && used + columns > columns()) {
                rows.add(row.after(blanks(indent())));
                row = Row.EMPTY;
                used = 0;
            }
            row = row.before(Piece.of(shown, own ? Look.STRONG : Look.QUIET));
            used += columns;
        }
        rows.add(row.after(blanks(indent())));
        return rows;
    }

    private Wording wording(Style look) {
        return new Wording(columns(), look, story.signs());
    }

    private List<Row> aside(String time, String sentence) {
        return hung(time, Piece.of("–", Look.QUIET), sentence, Look.QUIET);
    }

    List<Row> local(Local local) {
        boolean failed = local.kind() == Local.Kind.FAILED;
        Style look = failed ? Look.WRONG : Look.QUIET.with(Attribute.ITALIC);
        String time = time(local.time());
        List<Row> rows = new ArrayList<>();
        for (String line : local.words().apply(columns())) {
            boolean first = rows.isEmpty();
            Piece mark = Piece.of(!first ? "" : failed ? "!" : "·", look);
            List<Row> texts =
                    Wrap.hanging(SafeText.line(line), columns()).stream()
                            .map(row -> Row.of(row, look))
                            .toList();
            rows.addAll(hung(first ? time : "", mark, texts));
        }
        return rows;
    }

    /// Words at the head of a chat: the first line stands out.
    List<Row> head(List<String> lines) {
        List<Row> rows = new ArrayList<>();
        for (String line : lines) {
            Style look = rows.isEmpty() ? Look.STRONG : Look.QUIET;
            Wrap.rows(line, width).forEach(row -> rows.add(Row.of(row, look)));
        }
        rows.add(Row.EMPTY);
        return rows;
    }

    LocalDate day(long time) {
        return Instant.ofEpochMilli(time).atZone(story.zone().get()).toLocalDate();
    }

    Row line(LocalDate day) {
        return line(DAY.format(day), Look.QUIET);
    }

    Row line(String title, Style look) {
        String shown = Wrap.ellipsis(title, width - 6);
        int right = Math.max(width - 6 - Cluster.width(shown), 0);
        return Row.of("── " + shown + " ──" + "─".repeat(right), look);
    }

    private String time(long time) {
        return clock.of(Instant.ofEpochMilli(time).atZone(story.zone().get()));
    }

    private List<Row> hung(String time, Piece name, String text, Style look) {
        List<Cluster> clusters = Cluster.of(text);
        return hung(
                time,
                name,
                Wrap.rows(clusters, columns()).stream()
                        .map(slice -> Row.of(clusters, slice.from(), slice.to(), _ -> look))
                        .toList());
    }

    private List<Row> hung(String time, Piece name, List<Row> texts) {
        List<Row> rows = new ArrayList<>();
        for (Row text : texts) {
            boolean first = rows.isEmpty();
            rows.add(first ? begun(time, name, text) : text.after(blanks(indent())));
        }
        return rows;
    }

    private int indent() {
        return clock.columns() + 1 + names + GAP.length();
    }

    /// How wide a text may be.
    private int columns() {
        return Math.max(width - indent(), FEWEST_TEXT_COLUMNS);
    }

    private Row begun(String time, Piece name, Row text) {
        String shown = Wrap.ellipsis(joined(name.clusters()), names);
        int left = clock.columns() - Cluster.width(time) + 1 + names - Cluster.width(shown);
        return text.after(blanks(GAP.length()))
                .after(Piece.of(shown, name.style()))
                .after(blanks(left))
                .after(Piece.of(time, Look.QUIET));
    }

    private static String joined(List<Cluster> clusters) {
        StringBuilder text = new StringBuilder();
        clusters.forEach(cluster -> text.append(cluster.text()));
        return text.toString();
    }

    private static Piece blanks(int columns) {
        return Piece.of(" ".repeat(columns), Look.PLAIN);
    }
}
