package chatbois.server.live;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.Event;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.event.EventBody.Message;
import chatbois.protocol.event.Kind;
import chatbois.server.store.LogRow;
import chatbois.server.store.Reader;
import java.util.List;

/// Finds the messages of a thread: up to its root by what each message answers, and down from there
/// by the index. A message answers only what is before it, so that neither way goes round in
/// circles, and both are bounded.
final class MessageThread {
    /// How many reactions are looked at for one message.
    private static final int REACTIONS = 100;

    private MessageThread() {}

    static Reply.Related of(Request.ThreadOf request, Reader reader, LogRow row) {
        long root = root(request.seq(), reader, row);
        List<Long> all = reader.thread(row, root, end(request), Limits.THREAD_STEPS);
        List<Long> newest = all.subList(Math.max(all.size() - Limits.THREAD + 1, 1), all.size());
        Gathering found = new Gathering(reader, row, request.size());
        add(root, found, reader, row);
        newest.reversed().forEach(seq -> add(seq, found, reader, row));
        found.addReactions(root, root, root, REACTIONS);
        newest.reversed().forEach(seq -> found.addReactions(seq, seq, seq, REACTIONS));
        boolean whole = all.stream().allMatch(found::has);
        return new Reply.Related(found.proven(), whole ? null : true);
    }

    /// The last place that is asked for.
    private static long end(Request.ThreadOf request) {
        Long before = request.before();
        return before == null ? request.size() : Math.min(request.size(), before - 1);
    }

    /// Not further up than the way down from there leads back.
    private static long root(long seq, Reader reader, LogRow row) {
        long root = seq;
        for (int steps = 1; steps < Limits.THREAD_STEPS; steps++) {
            if (!(Gathering.body(message(root, reader, row)) instanceof Message message)
                    || message.replyTo() == null) {
                break;
            }
            root = message.replyTo();
        }
        return root;
    }

    private static Event message(long seq, Reader reader, LogRow row) {
        return reader.event(row, seq)
                .filter(event -> event.header().kind() == Kind.MESSAGE.code())
                .orElseThrow(() -> refused(Code.BAD_REQUEST, "There is no such message here."));
    }

    /// A message with the text that it has by now.
    private static void add(long seq, Gathering found, Reader reader, LogRow row) {
        found.addTexts(seq, seq, seq);
        reader.event(row, seq).ifPresent(found::add);
    }
}
