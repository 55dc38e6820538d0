package chatbois.terminal.state;

import chatbois.client.session.Snapshot;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.client.session.Snapshot.InvitationInfo;
import chatbois.log.MemberId;
import chatbois.protocol.Sighting;
import java.util.ArrayList;
import java.util.List;

/// A row of the chat list.
public sealed interface Item {
    /// The heading of a community.
    record Heading(Snapshot community) implements Item {}

    record Chat(Snapshot community, ChatInfo info) implements Item {}

    /// A chat that waits for the member to join it.
    record Invited(Snapshot community, InvitationInfo info) implements Item {}

    Snapshot community();

    /// Where choosing it leads.
    default Place place() {
        return new Place(
                community().community(),
                switch (this) {
                    case Heading _ -> null;
                    case Chat(_, ChatInfo info) -> info.id();
                    case Invited(_, InvitationInfo info) -> info.chat();
                });
    }

    /// How people point at it.
    default String title() {
        return switch (this) {
            case Heading(Snapshot community) -> community.name();
            case Chat(_, ChatInfo info) -> (info.direct() ? "@" : "#") + info.title();
            case Invited(_, InvitationInfo info) -> "#" + info.title();
        };
    }

    /// How the other one is there, in a chat for two.
    default Sighting sighting() {
        MemberId with = this instanceof Chat(_, ChatInfo info) ? info.with() : null;
        return with == null
                ? Sighting.unknown(MemberId.SERVER)
                : community().around().nearby().of(with);
    }

    /// Those of the unread messages that are meant for this member.
    default int mentions() {
        return this instanceof Chat(_, ChatInfo info) ? info.mentions() : 0;
    }

    /// Messages by others that were not read.
    default int unread() {
        return this instanceof Chat(_, ChatInfo info) ? info.unread() : 0;
    }

    /// Whether one gets there by going through the list; a community's heading only if there is
    /// nothing under it.
    default boolean isStop() {
        return !(this instanceof Heading(Snapshot community))
                || community.chats().isEmpty() && community.invitations().isEmpty();
    }

    /// The whole list, in an order that does not depend on what happens in the chats.
    static List<Item> all(List<Snapshot> communities) {
        List<Item> items = new ArrayList<>();
        communities.stream()
                .sorted((one, other) ->
                        order(
                                one.name(),
                                one.community().toString(),
                                other.name(),
                                other.community().toString()))
                .forEach(community -> add(items, community));
        return items;
    }

    private static void add(List<Item> items, Snapshot community) {
        items.add(new Heading(community));
        community.chats().stream()
                .sorted(Item::order)
                .forEach(chat -> items.add(new Chat(community, chat)));
        community.invitations().stream()
                .sorted((one, other) ->
                        order(
                                one.title(),
                                one.chat().toString(),
                                other.title(),
                                other.chat().toString()))
                .forEach(invitation -> items.add(new Invited(community, invitation)));
    }

    private static int order(ChatInfo one, ChatInfo other) {
        return one.direct() == other.direct()
                ? order(one.title(), one.id().toString(), other.title(), other.id().toString())
                : Boolean.compare(one.direct(), other.direct());
    }

    // Comparators are put together at run time, before the first picture.
    private static int order(String one, String oneId, String other, String otherId) {
        int byName = one.compareToIgnoreCase(other);
        return byName == 0 ? oneId.compareTo(otherId) : byName;
    }
}
