package chatbois.terminal.talk;

import chatbois.terminal.cell.Style;
import chatbois.terminal.cell.Style.Attribute;
import chatbois.terminal.markup.Line;
import chatbois.terminal.markup.Link;
import chatbois.terminal.markup.Markup;
import chatbois.terminal.markup.Sort;
import chatbois.terminal.markup.Span;
import chatbois.terminal.talk.Row.Piece;
import chatbois.terminal.text.Cluster;
import chatbois.terminal.text.SafeText;
import chatbois.terminal.text.Slice;
import chatbois.terminal.text.Wrap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Sets the words of a message into rows: emphasis as looks, items of lists and quotes hanging
/// under what begins them, code with all its spaces behind a bar.
///
/// @param columns how wide the rows are
/// @param look of plain words
/// @param signs whether the signs that say how words look are shown, too
record Wording(int columns, Style look, boolean signs) {
    private static final int FEWEST_COLUMNS = 8;
    private static final String QUOTE = "▎ ";
    private static final String CODE = "│ ";

    /// Stands in front of what had no room in the row of code above.
    private static final String CODE_GOES_ON = "╰ ";

    /// Clusters with the look of each.
    record Words(List<Cluster> clusters, List<Style> looks) {
        List<Row> rows(List<Slice> slices) {
            return slices.stream()
                    .map(slice -> Row.of(clusters, slice.from(), slice.to(), looks::get))
                    .toList();
        }
    }

    /// The rows of a message; at least one.
    List<Row> rows(String text) {
        String safe = SafeText.block(text);
        List<Row> rows = new ArrayList<>();
        for (Line line : Markup.of(safe).lines()) {
            switch (line) {
                case Line.Words words -> rows.addAll(words(words));
                case Line.Code(List<Span> spans) -> rows.addAll(code(spans));
                case Line.Fence(String fence) -> {
                    if (signs) {
                        rows.addAll(code(List.of(new Span(fence, Collections.emptySet()))));
                    }
                }
            }
        }
        return rows.isEmpty() ? List.of(Row.of(safe, Look.QUIET)) : rows;
    }

    /// The rows of what somebody does, which begin with who it is.
    List<Row> action(String author, Style name, String text) {
        Words said = words(Markup.inLine(SafeText.block(text)), look);
        List<Cluster> clusters = new ArrayList<>(Cluster.of(SafeText.line(author) + " "));
        List<Style> looks = new ArrayList<>(Collections.nCopies(clusters.size(), name));
        clusters.addAll(said.clusters);
        looks.addAll(said.looks);
        return new Words(clusters, looks).rows(Wrap.rows(clusters, columns));
    }

    private List<Row> words(Line.Words line) {
        String bars = signs ? line.lead() : QUOTE.repeat(line.quotes());
        String bullet = signs ? "" : line.bullet().replaceFirst("[-*+]", "•");
        int lead = Cluster.width(bars + bullet);
        boolean hangs = columns - lead >= FEWEST_COLUMNS;
        Style plain = line.quotes() > 0 ? quiet(look) : look;
        Words words = words(line.spans(), plain);
        List<Row> rows = new ArrayList<>();
        for (Row row : words.rows(Wrap.rows(words.clusters, hangs ? columns - lead : columns))) {
            boolean first = rows.isEmpty();
            if (lead == 0 || !first && !hangs) {
                rows.add(row);
            } else {
                String under = signs ? " ".repeat(lead) : bars + blanks(bullet);
                rows.add(row.after(Piece.of(first ? bars + bullet : under, Look.QUIET)));
            }
        }
        return rows;
    }

    private static String blanks(String text) {
        return " ".repeat(Cluster.width(text));
    }

    private List<Row> code(List<Span> spans) {
        Words words = words(spans, look);
        int room = Math.max(columns - CODE.length(), 1);
        List<Row> rows = new ArrayList<>();
        for (Row row : words.rows(Wrap.cells(words.clusters, room))) {
            rows.add(row.after(Piece.of(rows.isEmpty() ? CODE : CODE_GOES_ON, Look.QUIET)));
        }
        return rows;
    }

    /// The clusters that are shown of some spans.
    Words words(List<Span> spans, Style plain) {
        StringBuilder text = new StringBuilder();
        spans.forEach(span -> text.append(span.text()));
        List<Cluster> clusters = new ArrayList<>();
        List<Style> looks = new ArrayList<>();
        int at = 0;
        int span = -1;
        int spanEnd = 0;
        Style style = plain;
        for (Cluster cluster : Cluster.of(text.toString())) {
            while (at >= spanEnd) {
                spanEnd += spans.get(++span).text().length();
                style = style(spans.get(span), plain);
            }
            at += cluster.text().length();
            if (signs || !spans.get(span).is(Sort.SIGN)) {
                clusters.add(cluster);
                looks.add(style);
            }
        }
        return new Words(clusters, looks);
    }

    private static Style style(Span span, Style plain) {
        Style style = plain;
        for (Sort sort : Sort.values()) {
            if (span.is(sort)) {
                style =
                        switch (sort) {
                            case SIGN -> quiet(style);
                            case BOLD -> style.with(Attribute.BOLD);
                            case ITALIC -> style.with(Attribute.ITALIC);
                            case STRUCK -> style.with(Attribute.STRIKE);
                            case LINK -> linked(colored(style, Look.LINK), span.text());
                            case CODE -> colored(style, Look.CODE);
                            case KEYWORD -> colored(style, Look.KEYWORD);
                            case STRING -> colored(style, Look.STRING);
                            case ADDED -> colored(style, Look.ADDED);
                            case NUMBER -> colored(style, Look.NUMBER);
                            case COMMENT -> colored(style, Look.COMMENT);
                            case REMOVED -> colored(style, Look.REMOVED);
                        };
            }
        }
        return style;
    }

    private static Style linked(Style style, String address) {
        return Link.target(address).map(style::link).orElse(style);
    }

    private static Style quiet(Style style) {
        return style.foreground(Look.QUIET.foreground());
    }

    /// With the colour and the attributes of a look; what is quiet stays so.
    private static Style colored(Style style, Style look) {
        boolean muted = style.foreground().equals(Look.QUIET.foreground());
        Style colored = muted ? style : style.foreground(look.foreground());
        for (Attribute attribute : look.attributes()) {
            colored = colored.with(attribute);
        }
        return colored;
    }
}
