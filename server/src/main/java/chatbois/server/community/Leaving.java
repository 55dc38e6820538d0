package chatbois.server.community;

import chatbois.log.Header;
import chatbois.log.MemberId;
import chatbois.protocol.Draft;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.ChatDeleted;
import chatbois.protocol.event.EventBody.ChatLeft;
import chatbois.protocol.event.EventBody.ChatMemberRemoved;
import chatbois.protocol.event.EventBody.MemberLeft;
import chatbois.protocol.event.EventBody.MemberRemoved;
import chatbois.server.store.Transaction;

/// What is forgotten of members who are not in a chat, or in the community, any more.
final class Leaving {
    private Leaving() {}

    /// Takes an event that has got its place.
    static void forget(Transaction store, Header header, EventBody body) {
        switch (body) {
            case ChatLeft _ -> forget(store, header, header.author());
            case ChatMemberRemoved removed -> forget(store, header, removed.member());
            case ChatDeleted _ -> store.removeDrafts(header.log());
            case MemberLeft _ -> store.removeDrafts(header.author());
            case MemberRemoved removed -> store.removeDrafts(removed.member());
            case EventBody _ -> {}
        }
    }

    private static void forget(Transaction store, Header header, MemberId member) {
        store.putDraft(member, new Draft(header.log(), ""), /* time= */ 0);
    }
}
