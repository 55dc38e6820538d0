package chatbois.terminal.markup;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// How a language is written, as far as colours need to know.
///
/// @param names what people call it
/// @param lineComments what begins a comment that ends with the line
/// @param keywords in small letters if `anyCase`
/// @param key what stands behind the name of a value; empty if nothing does
record Language(
        Set<String> names,
        List<String> lineComments,
        List<Quoted> quoted,
        Set<String> keywords,
        boolean anyCase,
        String key) {
    /// Something between two signs.
    ///
    /// @param escapes whether a backslash takes the meaning from the sign behind it
    /// @param lines whether it may go on in the next line
    record Quoted(String open, String close, boolean escapes, boolean lines, Sort sort) {}

    Language {
        names = Set.copyOf(names);
        lineComments = List.copyOf(lineComments);
        quoted = List.copyOf(quoted);
        keywords = Set.copyOf(keywords);
    }

    boolean isKeyword(String word) {
        return keywords.contains(anyCase ? word.toLowerCase(Locale.ROOT) : word);
    }
}
