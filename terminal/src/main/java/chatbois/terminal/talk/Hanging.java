package chatbois.terminal.talk;

import chatbois.cellart.Size;
import chatbois.cellart.worker.Crop;
import chatbois.client.session.Entry;
import chatbois.protocol.event.Attachment;
import chatbois.protocol.event.Preview;
import chatbois.terminal.media.Drawing;
import chatbois.terminal.media.FileLine;
import chatbois.terminal.media.Shot;
import chatbois.terminal.media.Source;
import chatbois.terminal.media.Wall;
import chatbois.terminal.talk.Row.Strip;
import chatbois.terminal.text.SafeText;
import chatbois.terminal.text.Wrap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sets the files that came with a message below its text: a line for each, and a picture as high
/// as it will be, so that nothing moves when it comes; until then, and where pictures are not
/// shown, what is to be seen in it in words.
///
/// @param columns how wide they may be
record Hanging(@Nullable Wall wall, int columns) {
    List<Row> rows(Entry entry) {
        List<Row> rows = new ArrayList<>();
        List<Attachment> files = entry.attachments();
        for (int i = 0; i < files.size(); i++) {
            Attachment file = files.get(i);
            String line = FileLine.of(file, files.size() > 1 ? i + 1 : 0, entry.seq() == 0);
            rows.add(Row.of(Wrap.ellipsis(SafeText.line(line), columns), Look.ACCENT));
            rows.addAll(below(entry, file));
        }
        return rows;
    }

    private List<Row> below(Entry entry, Attachment file) {
        Preview preview = file.preview();
        List<Row> words = words(file.alt() == null ? "" : file.alt());
        if (preview == null || wall == null || entry.seq() == 0) {
            return words;
        }
        Source source = new Source(wall.community(), wall.chat(), entry.seq(), preview);
        Drawing drawing = wall.drawing();
        Size size = wall.size(preview, drawing.most(columns));
        var look = new chatbois.cellart.worker.Look(drawing.manner(), size, Crop.WHOLE);
        Shot shot = new Shot(source, look);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < size.rows(); i++) {
            Row row = i < words.size() ? words.get(i) : Row.EMPTY;
            rows.add(new Row(row.pieces(), new Strip(shot, 0, i)));
        }
        return rows;
    }

    private List<Row> words(String alt) {
        return alt.isEmpty()
                ? List.of()
                : Wrap.rows(SafeText.line(alt.replace('\n', ' ')), columns).stream()
                        .map(row -> Row.of(row, Look.QUIET))
                        .toList();
    }
}
