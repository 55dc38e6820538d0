package chatbois.server.net;

import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.VerifyKey;
import chatbois.protocol.Privacy;
import chatbois.protocol.Receipt;
import chatbois.server.community.Writer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// What members let be told of them. It is no event: it is nobody's business but the member's and
/// the server's. Safe for any thread.
public final class Privacies {
    private final Writer writer;
    private final Map<MemberId, Privacy> byMember = new ConcurrentHashMap<>();

    public Privacies(Map<MemberId, Privacy> stored, Writer writer) {
        this.writer = writer;
        byMember.putAll(stored);
    }

    Privacy of(MemberId member) {
        return byMember.getOrDefault(member, Privacy.USUAL);
    }

    /// A member has read a chat up to there, and wants others to know; kept when the writer comes
    /// to it, unless the member has changed their mind by then.
    void read(LogId chat, Receipt read) {
        var unused =
                writer.change(store -> {
                    if (of(read.member()).receipts()) {
                        store.putReceipt(chat, read);
                    }
                    return read;
                });
    }

    /// Holds at once; completes when it is on disk, with what is not to be kept deleted.
    ///
    /// @param devices those of the member
    CompletableFuture<Privacy> set(MemberId member, Privacy wish, List<VerifyKey> devices) {
        byMember.put(member, wish);
        return writer.change(store -> {
            store.putPrivacy(member, wish);
            if (!wish.receipts()) {
                store.removeReceipts(member);
            }
            if (!wish.drafts()) {
                store.removeDrafts(member);
            }
            if (!wish.lastSeen()) {
                devices.forEach(store::forgetSeen);
            }
            return wish;
        });
    }
}
