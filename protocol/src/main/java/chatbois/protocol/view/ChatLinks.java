package chatbois.protocol.view;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.Header;
import chatbois.log.MemberId;
import chatbois.log.VerifyKey;
import chatbois.protocol.Limits;
import chatbois.protocol.OpenLink;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.event.EventBody.ChatJoinedByLink;
import chatbois.protocol.event.EventBody.ChatLinkMade;
import chatbois.protocol.event.JoinProof;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The links into a chat that may still let somebody in. Not thread-safe.
final class ChatLinks {
    private record Link(MemberId maker, int usesLeft, long expires) {
        boolean isOpen(long time) {
            return expires == 0 || time <= expires;
        }

        private long closes() {
            return expires == 0 ? Long.MAX_VALUE : expires;
        }
    }

    private final Map<VerifyKey, Link> byKey = new LinkedHashMap<>();

    void check(ChatLinkMade made, long time) {
        if (made.uses() < 1 || made.uses() > Limits.INVITE_USES) {
            throw refused(Code.BAD_REQUEST, "A link has 1 to " + Limits.INVITE_USES + " uses.");
        }
        if (made.expires() < 0) {
            throw refused(Code.BAD_REQUEST, "A link expires after 1970, or never.");
        }
        if (byKey.containsKey(made.link())) {
            throw refused(Code.ALREADY_THERE, "This link exists already.");
        }
        if (byKey.values().stream().filter(link -> link.isOpen(time)).count()
                >= Limits.CHAT_LINKS) {
            throw refused(
                    Code.TOO_MANY,
                    "Too many links into this chat are open; call some back with /chatlinks.");
        }
    }

    /// Takes in a link that was checked; so if there is no room, at least one has expired, and the
    /// one that did so first goes.
    void add(MemberId maker, ChatLinkMade made) {
        if (byKey.size() >= Limits.CHAT_LINKS) {
            byKey.entrySet().stream()
                    .min(Comparator.comparingLong(entry -> entry.getValue().closes()))
                    .ifPresent(entry -> byKey.remove(entry.getKey()));
        }
        byKey.put(made.link(), new Link(maker, made.uses(), made.expires()));
    }

    boolean isOpen(VerifyKey key, long time) {
        Link link = byKey.get(key);
        return link != null && link.isOpen(time);
    }

    void checkOpen(VerifyKey key, long time) {
        if (!isOpen(key, time)) {
            throw refused(
                    Code.INVITE_UNKNOWN,
                    "No such link into a chat is open: it is used up, has expired or was called"
                            + " back, or the chat is gone. Ask for a new one.");
        }
    }

    void checkUse(Header header, ChatJoinedByLink joined, long time) {
        checkOpen(joined.link(), time);
        if (!JoinProof.isGenuine(
                joined.link(), joined.proof(), header.log(), header.author(), header.device())) {
            throw refused(
                    Code.INVITE_UNKNOWN,
                    "The link's proof is not for this member and device; copy the link whole.");
        }
    }

    void use(VerifyKey key) {
        byKey.computeIfPresent(
                key,
                (_, now) ->
                        now.usesLeft <= 1
                                ? null
                                : new Link(now.maker, now.usesLeft - 1, now.expires));
    }

    void revoke(VerifyKey key) {
        byKey.remove(key);
    }

    void clear() {
        byKey.clear();
    }

    List<OpenLink> open(long time) {
        return byKey.entrySet().stream()
                .filter(entry -> entry.getValue().isOpen(time))
                .map(entry -> open(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static OpenLink open(VerifyKey key, Link link) {
        return new OpenLink(key, link.maker, link.usesLeft, link.expires);
    }

    /// One sentence for all reasons: whoever has the link can do nothing about any of them.
    static RuntimeException leadsNowhere() {
        return refused(
                Code.NO_SUCH_CHAT,
                "This link leads nowhere: it is used up, too old or called back, or its chat is gone;"
                        + " ask for a new one.");
    }
}
