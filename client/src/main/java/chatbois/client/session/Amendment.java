package chatbois.client.session;

import chatbois.client.session.Marks.Reaction;
import chatbois.log.MemberId;
import chatbois.protocol.Limits;
import chatbois.protocol.event.EventBody.Described;
import chatbois.protocol.event.EventBody.MessageDeleted;
import chatbois.protocol.event.EventBody.MessageEdited;
import chatbois.protocol.event.EventBody.OnMessage;
import chatbois.protocol.event.EventBody.Reacted;
import chatbois.protocol.event.EventBody.ReactionWithdrawn;
import chatbois.protocol.name.Emoji;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What an event does to the message that it is about. In order of their places, and again and
/// again, they give the same; what doesn't fit the message does nothing to it.
///
/// @param seq the event's place
/// @param author the name of who does it
/// @param forMe whether it is meant for this member
record Amendment(long seq, MemberId by, String author, OnMessage what, boolean forMe) {
    static List<Amendment> in(List<Entry> entries) {
        List<Amendment> found = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.said() instanceof Said.Done(OnMessage what, String _)) {
                found.add(
                        new Amendment(
                                entry.seq(),
                                entry.by(),
                                entry.author(),
                                what,
                                entry.marks().forMe()));
            }
        }
        return found;
    }

    Entry to(Entry entry) {
        boolean erased = entry.said() instanceof Said.Erased && what instanceof MessageDeleted;
        if (entry.seq() != what.seq() || !(entry.isMessage() || erased)) {
            return entry;
        }
        return switch (what) {
            case MessageEdited edited -> edited(entry, edited.text());
            case Described(_, int index, String words) ->
                    by.equals(entry.by())
                            ? entry.saying(entry.said(), entry.marks().described(seq, index, words))
                            : entry;
            case MessageDeleted deleted ->
                    deleted.by().equals(entry.by())
                            ? entry.saying(new Said.Deleted(author), Marks.NONE)
                            : entry;
            case Reacted reacted -> marked(entry, with(entry.marks(), reacted.emoji()));
            case ReactionWithdrawn withdrawn ->
                    marked(entry, without(entry.marks(), withdrawn.emoji()));
        };
    }

    private Entry edited(Entry entry, String text) {
        if (!by.equals(entry.by()) || entry.marks().edit() > seq) {
            return entry;
        }
        Said said =
                switch (entry.said()) {
                    case Said.Text _ -> new Said.Text(text);
                    case Said.Action _ -> new Said.Action(text);
                    case Said other -> other;
                };
        return entry.saying(said, entry.marks().edited(seq, forMe));
    }

    private static Entry marked(Entry entry, List<Reaction> reactions) {
        return entry.saying(entry.said(), entry.marks().with(reactions));
    }

    private List<Reaction> with(Marks marks, Emoji emoji) {
        List<Reaction> reactions = new ArrayList<>(marks.reactions());
        for (int i = 0; i < reactions.size(); i++) {
            Reaction known = reactions.get(i);
            if (known.emoji().equals(emoji)) {
                if (!known.by().contains(by)) {
                    List<MemberId> more = new ArrayList<>(known.by());
                    more.add(by);
                    reactions.set(i, new Reaction(emoji, more));
                }
                return reactions;
            }
        }
        if (reactions.size() < Limits.REACTIONS) {
            reactions.add(new Reaction(emoji, List.of(by)));
        }
        return reactions;
    }

    private List<Reaction> without(Marks marks, Emoji emoji) {
        List<Reaction> reactions = new ArrayList<>();
        for (Reaction known : marks.reactions()) {
            Reaction left = known.emoji().equals(emoji) ? known.without(Set.of(by)) : known;
            if (!left.by().isEmpty()) {
                reactions.add(left);
            }
        }
        return reactions;
    }
}
