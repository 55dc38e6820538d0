package chatbois.terminal.setting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlFactory;
import tools.jackson.dataformat.toml.TomlMapper;

/// The values of a text in TOML, one table deep: what is deeper is [Deeper]. The only one who knows
/// the library.
final class Toml {
    /// A value that nothing here can be: a table in a table, a list, a fraction, a date.
    record Deeper() {}

    /// A list of nothing but texts.
    record Texts(List<String> all) {
        Texts {
            all = List.copyOf(all);
        }
    }

    /// What is wrong with a text, and where.
    ///
    /// @param line 0 if that is not known
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;
        private final int line;

        Wrong(String sentence, int line, Throwable cause) {
            super(sentence, cause);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    private static final int DEEPEST = 20;

    private Toml() {}

    /// The values in the order of the text: texts, whole numbers, yes or no, [Texts].
    static Map<Spot, Object> read(String text) throws Wrong {
        Map<Spot, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> table : tree(text).properties()) {
            if (table.getValue().isObject()) {
                table.getValue()
                        .properties()
                        .forEach(entry ->
                                values.put(
                                        new Spot(table.getKey(), entry.getKey()),
                                        value(entry.getValue())));
            } else {
                values.put(new Spot("", table.getKey()), value(table.getValue()));
            }
        }
        return values;
    }

    private static JsonNode tree(String text) throws Wrong {
        TomlFactory factory =
                TomlFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                        .build();
        try {
            return new TomlMapper(factory).readTree(text);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : Math.max(e.getLocation().getLineNr(), 0);
            throw new Wrong(e.getOriginalMessage(), line, e);
        }
    }

    private static Object value(JsonNode node) {
        if (node.isString()) {
            return node.stringValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isArray() && node.valueStream().allMatch(JsonNode::isString)) {
            return new Texts(node.valueStream().map(JsonNode::stringValue).toList());
        }
        return node.canConvertToLong() && node.isIntegralNumber() ? node.longValue() : new Deeper();
    }

    /// A text in quotes.
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c == 0x7F) {
                quoted.append("\\u%04X".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /// A name, in quotes if it needs them.
    static String name(String name) {
        return name.matches("[A-Za-z0-9_-]+") ? name : quoted(name);
    }
}
