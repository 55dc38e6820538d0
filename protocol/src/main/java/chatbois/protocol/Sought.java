package chatbois.protocol;

import chatbois.log.LogId;
import chatbois.log.Malformed;
import chatbois.log.MemberId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody looks for in what was said: in texts, and in the names and descriptions of files.
/// A message has to fit all of it.
///
/// @param from who wrote it; null for anybody
/// @param in the chat; null for all that the member is in
/// @param after not before that time, milliseconds since 1970; 0 for any
/// @param before earlier than that time; 0 for any
/// @param link whether it has to have a link in it
/// @param code whether it has to have code in it: something between back quotes
/// @param attached what has to come with it; null for anything or nothing
public record Sought(
        List<Term> terms,
        @Nullable MemberId from,
        @Nullable LogId in,
        long after,
        long before,
        boolean link,
        boolean code,
        @Nullable Attached attached) {
    /// Files that come with messages: any, or one that can be shown.
    public enum Attached {
        FILE,
        PICTURE
    }

    /// Whatever may come with it.
    public Sought(
            List<Term> terms,
            @Nullable MemberId from,
            @Nullable LogId in,
            long after,
            long before,
            boolean link,
            boolean code) {
        this(terms, from, in, after, before, link, code, null);
    }

    /// Some words that stand one behind the other, or a single one.
    ///
    /// @param beginning whether the last word may go on
    /// @param without whether no such words may be in the message
    public record Term(String text, boolean beginning, boolean without) {}

    /// Whether anything is looked for: not only what is to be left out, and not all that there is.
    public boolean asksForSomething() {
        boolean wanted =
                terms.stream().anyMatch(term -> !term.without())
                        || from != null
                        || link
                        || code
                        || attached != null;
        boolean narrowed = in != null || after != 0 || before != 0;
        return wanted || terms.isEmpty() && narrowed;
    }

    public Sought {
        if (terms.size() > Limits.SEARCH_TERMS) {
            throw new Malformed("at most " + Limits.SEARCH_TERMS + " terms are looked for at once");
        }
        int length = terms.stream().mapToInt(term -> term.text().length()).sum();
        if (length > Limits.SEARCH_TEXT) {
            throw new Malformed(
                    "what is looked for has at most " + Limits.SEARCH_TEXT + " characters");
        }
        terms = List.copyOf(terms);
    }
}
