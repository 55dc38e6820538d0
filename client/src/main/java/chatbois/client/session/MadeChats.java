package chatbois.client.session;

import chatbois.log.LogId;
import chatbois.log.MemberId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Who made chats that this member was not in when it was told: whoever is put into one hears of it
/// by two ways, of which either may be the faster. Guarded by the session's lock.
final class MadeChats {
    /// More are hardly made between the one and the other.
    private static final int MOST = 100;

    private final Map<LogId, MemberId> makers = new LinkedHashMap<>();

    /// The community's log tells that somebody made a chat.
    void made(LogId chat, MemberId maker) {
        makers.put(chat, maker);
        if (makers.size() > MOST) {
            makers.remove(makers.keySet().iterator().next());
        }
    }

    /// Who made a chat that the member is in by now, once.
    Optional<MemberId> take(LogId chat) {
        return Optional.ofNullable(makers.remove(chat));
    }
}
