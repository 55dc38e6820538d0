package chatbois.client.session;

import chatbois.log.MemberId;
import chatbois.protocol.name.Emoji;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What there is to a message besides what it says.
///
/// @param replyTo the place of the message that it answers
/// @param forMe whether it is meant for this member, by name or as everybody
/// @param edit the place of the event that gave it the text that it has now; 0 for none
/// @param reactions in the order in which they came up
public record Marks(@Nullable Long replyTo, boolean forMe, long edit, List<Reaction> reactions) {
    public static final Marks NONE = new Marks(null, false, 0, List.of());

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
    }

    public boolean isEdited() {
        return edit > 0;
    }

    /// @param calls whether the edit is meant for this member
    Marks edited(long seq, boolean calls) {
        return new Marks(replyTo, forMe || calls, seq, reactions);
    }

    Marks without(Set<MemberId> members) {
        return with(
                reactions.stream()
                        .map(reaction -> reaction.without(members))
                        .filter(reaction -> !reaction.by().isEmpty())
                        .toList());
    }

    Marks with(List<Reaction> others) {
        return new Marks(replyTo, forMe, edit, others);
    }
}
