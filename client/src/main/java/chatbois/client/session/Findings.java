package chatbois.client.session;

import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.protocol.Hit;
import chatbois.protocol.Hit.Mark;
import chatbois.protocol.Hit.Spot;
import chatbois.protocol.Limits;
import chatbois.protocol.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the server says it found, the newest first. Nothing of it is verified: reading the chat
/// there is what shows whether it is true.
///
/// @param last the place to go on from for what is older; null if there is no more
public record Findings(List<Finding> found, @Nullable Spot last) {
    public Findings {
        found = List.copyOf(found);
    }

    /// A message that the server found.
    ///
    /// @param by the author
    /// @param author the author's name
    /// @param excerpt a part of its text
    /// @param marks where in the excerpt stands what was looked for, in order
    public record Finding(
            ChatInfo chat,
            long seq,
            long time,
            MemberId by,
            String author,
            String excerpt,
            List<Mark> marks,
            boolean begun,
            boolean goesOn) {
        public Finding {
            marks = List.copyOf(marks);
        }

        /// Where it is.
        public Spot at() {
            return new Spot(chat.id(), seq);
        }

        /// Never the text: a message must not reach a log by accident.
        @Override
        public String toString() {
            return "Finding(" + chat.id() + ", " + seq + ")";
        }
    }

    /// Takes an answer, without what is of no chat of this member's or by somebody blocked.
    static CompletableFuture<Findings> of(
            Reply.Found answer,
            List<ChatInfo> chats,
            Set<MemberId> hidden,
            Function<MemberId, String> names) {
        try {
            return CompletableFuture.completedFuture(taken(answer, chats, hidden, names));
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Findings taken(
            Reply.Found answer,
            List<ChatInfo> chats,
            Set<MemberId> hidden,
            Function<MemberId, String> names)
            throws IOException {
        if (answer.hits().size() > Limits.SEARCH_HITS) {
            throw strange();
        }
        Map<LogId, ChatInfo> known = new HashMap<>();
        chats.forEach(chat -> known.put(chat.id(), chat));
        List<Finding> found = new ArrayList<>();
        for (Hit hit : answer.hits()) {
            check(hit);
            ChatInfo chat = known.get(hit.at().chat());
            if (chat != null && (chat.direct() || !hidden.contains(hit.author()))) {
                found.add(finding(hit, chat, names.apply(hit.author())));
            }
        }
        boolean more = answer.more() && !answer.hits().isEmpty();
        return new Findings(found, more ? answer.hits().getLast().at() : null);
    }

    private static Finding finding(Hit hit, ChatInfo chat, String author) {
        return new Finding(
                chat,
                hit.at().seq(),
                hit.time(),
                hit.author(),
                author,
                hit.excerpt(),
                hit.marks(),
                hit.begun(),
                hit.goesOn());
    }

    private static void check(Hit hit) throws IOException {
        int at = 0;
        for (Mark mark : hit.marks()) {
            if (mark.from() < at || mark.to() <= mark.from()) {
                throw strange();
            }
            at = mark.to();
        }
        if (at > hit.excerpt().length()
                || hit.excerpt().length() > Limits.SEARCH_EXCERPT
                || hit.at().seq() < 1) {
            throw strange();
        }
    }

    private static IOException strange() {
        return new IOException("The server's answer makes no sense.");
    }
}
