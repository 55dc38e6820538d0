package chatbois.client.session;

import chatbois.log.MemberId;
import chatbois.protocol.event.Attachment;
import chatbois.protocol.name.Emoji;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What there is to a message besides what it says.
///
/// @param replyTo the place of the message that it answers
/// @param forMe whether it is meant for this member, by name or as everybody
/// @param edit the place of the event that gave it the text that it has now; 0 for none
/// @param reactions in the order in which they came up
/// @param files that came with it
public record Marks(
        @Nullable Long replyTo,
        boolean forMe,
        long edit,
        List<Reaction> reactions,
        List<File> files) {
    public static final Marks NONE = new Marks(null, false, 0, List.of());

    public Marks(@Nullable Long replyTo, boolean forMe, long edit, List<Reaction> reactions) {
        this(replyTo, forMe, edit, reactions, List.of());
    }

    /// A file that came with a message.
    ///
    /// @param described the place of the event that gave it the words that it has now; 0 for none
    public record File(Attachment attachment, long described) {}

    /// An emoji, and who answers with it.
    public record Reaction(Emoji emoji, List<MemberId> by) {
        public Reaction {
            by = List.copyOf(by);
        }

        Reaction without(Set<MemberId> members) {
            return new Reaction(
                    emoji, by.stream().filter(member -> !members.contains(member)).toList());
        }
    }

    public Marks {
        reactions = List.copyOf(reactions);
        files = List.copyOf(files);
    }

    public boolean isEdited() {
        return edit > 0;
    }

    /// @param calls whether the edit is meant for this member
    Marks edited(long seq, boolean calls) {
        return new Marks(replyTo, forMe || calls, seq, reactions, files);
    }

    Marks without(Set<MemberId> members) {
        return with(
                reactions.stream()
                        .map(reaction -> reaction.without(members))
                        .filter(reaction -> !reaction.by().isEmpty())
                        .toList());
    }

    Marks with(List<Reaction> others) {
        return new Marks(replyTo, forMe, edit, others, files);
    }

    /// @param words for one of the files, from the event at that place
    Marks described(long seq, int index, String words) {
        if (index < 0 || index >= files.size() || files.get(index).described() > seq) {
            return this;
        }
        List<File> now = new ArrayList<>(files);
        now.set(index, new File(files.get(index).attachment().described(words), seq));
        return new Marks(replyTo, forMe, edit, reactions, now);
    }
}
