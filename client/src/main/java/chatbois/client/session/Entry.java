package chatbois.client.session;

import chatbois.log.MemberId;
import chatbois.protocol.event.Attachment;
import chatbois.protocol.view.Member;
import java.util.List;
import java.util.Set;

/// One line of a chat.
///
/// @param seq its place in the log; 0 while it has none
/// @param time milliseconds since 1970: the server's, or ours while it is pending
/// @param by the author
/// @param author the author's name
/// @param own whether this member wrote it
/// @param marks what there is to it besides what it says
public record Entry(
        long seq,
        long time,
        MemberId by,
        String author,
        Said said,
        boolean own,
        Delivery delivery,
        Marks marks) {
    public Entry(
            long seq,
            long time,
            MemberId by,
            String author,
            Said said,
            boolean own,
            Delivery delivery) {
        this(seq, time, by, author, said, own, delivery, Marks.NONE);
    }

    /// How far an entry has come.
    public enum Delivery {
        /// Waits here, or for the server's acknowledgement.
        PENDING,
        /// The server has it on disk.
        STORED
    }

    /// The same without what was said.
    Entry hidden() {
        return saying(
                said instanceof Said.Done(var what, _)
                        ? new Said.Done(what, "a blocked member did something to a message")
                        : new Said.Hidden(),
                Marks.NONE);
    }

    /// The same without the reactions of some members.
    Entry withoutReactions(Set<MemberId> of) {
        return marks.reactions().isEmpty() ? this : saying(said, marks.without(of));
    }

    Entry saying(Said other, Marks with) {
        return new Entry(seq, time, by, author, other, own, delivery, with);
    }

    /// Whether the author is no member any more.
    public boolean isByGone() {
        return author.endsWith(Member.GONE);
    }

    /// The author's name alone, without a word about it.
    public String authorAlone() {
        return isByGone() ? author.substring(0, author.length() - Member.GONE.length()) : author;
    }

    /// Whether somebody says something.
    public boolean isMessage() {
        return said instanceof Said.Text || said instanceof Said.Action;
    }

    /// The files that came with it, with the words for them that stand now.
    public List<Attachment> attachments() {
        return marks.files().stream().map(Marks.File::attachment).toList();
    }

    /// Whether there is nothing to show of it where it stands.
    public boolean isSilent() {
        return said instanceof Said.Done;
    }

    /// Never the text: a message must not reach a log by accident.
    @Override
    public String toString() {
        return "Entry(" + seq + ", " + said.getClass().getSimpleName() + ", " + delivery + ")";
    }
}
