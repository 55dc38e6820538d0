package chatbois.client.home;

import chatbois.log.Malformed;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The form of our small files: a title, lines of `key value`, and `end`, by which a file that was
/// cut short is noticed. Immutable.
record Lines(String title, List<Line> lines) {
    private static final String END = "end";

    /// One line; the value is without line breaks.
    record Line(String key, String value) {
        Line {
            value = value.replaceAll("\\R", " ");
        }
    }

    Lines {
        lines = List.copyOf(lines);
    }

    static Lines parse(String title, byte[] file) {
        List<String> text = utf8(file).lines().toList();
        if (text.isEmpty() || !text.getFirst().equals(title)) {
            throw new Malformed("it does not begin with '" + title + "'");
        }
        if (text.size() < 2 || !text.getLast().equals(END)) {
            throw new Malformed("its last line, '" + END + "', is missing");
        }
        List<Line> lines = new ArrayList<>();
        for (String line : text.subList(1, text.size() - 1)) {
            int space = line.indexOf(' ');
            if (space < 1) {
                throw new Malformed("one of its lines has no value");
            }
            lines.add(new Line(line.substring(0, space), line.substring(space + 1)));
        }
        return new Lines(title, lines);
    }

    byte[] encode() {
        StringBuilder text = new StringBuilder(title).append('\n');
        for (Line line : lines) {
            text.append(line.key).append(' ').append(line.value).append('\n');
        }
        return text.append(END).append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    List<String> all(String key) {
        return lines.stream().filter(line -> line.key.equals(key)).map(Line::value).toList();
    }

    String one(String key) {
        List<String> values = all(key);
        if (values.size() != 1) {
            throw new Malformed("it should have one line '" + key + "'");
        }
        return values.getFirst();
    }

    private static String utf8(byte[] file) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException e) {
            throw new Malformed("it is not UTF-8");
        }
    }
}
