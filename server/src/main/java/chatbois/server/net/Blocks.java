package chatbois.server.net;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.MemberId;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.server.community.Writer;
import chatbois.server.store.Block;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// Who takes nothing from whom. It is no event: it is nobody's business but the member's and the
/// server's. Safe for any thread.
public final class Blocks {
    private final Writer writer;

    @GuardedBy("this")
    private final Map<MemberId, Set<MemberId>> byMember = new HashMap<>();

    /// How many have blocked somebody.
    @GuardedBy("this")
    private final Map<MemberId, Integer> byBlocked = new HashMap<>();

    public Blocks(List<Block> stored, Writer writer) {
        this.writer = writer;
        stored.forEach(this::add);
    }

    /// Whom the member has blocked.
    public synchronized List<MemberId> of(MemberId member) {
        return List.copyOf(byMember.getOrDefault(member, Set.of()));
    }

    /// Completes when it is on disk.
    CompletableFuture<Block> block(Block block) {
        if (block.member().equals(block.blocked())) {
            throw refused(Code.BAD_REQUEST, "Nobody blocks themselves.");
        }
        synchronized (this) {
            if (of(block.member()).size() >= Limits.BLOCKS) {
                throw refused(
                        Code.TOO_MANY,
                        "You have blocked %d members; /unblock some.".formatted(Limits.BLOCKS));
            }
            add(block);
        }
        return writer.change(store -> {
            store.putBlock(block);
            return block;
        });
    }

    CompletableFuture<Block> unblock(Block block) {
        synchronized (this) {
            remove(block);
        }
        return writer.change(store -> {
            store.removeBlock(block);
            return block;
        });
    }

    /// Whether somebody takes nothing from that author.
    synchronized boolean isBlocking(MemberId member, MemberId author) {
        return byMember.getOrDefault(member, Set.of()).contains(author);
    }

    /// Whether everybody takes everything from that author: the case that costs nothing.
    synchronized boolean isNobodyBlocking(MemberId author) {
        return !byBlocked.containsKey(author);
    }

    private synchronized void add(Block block) {
        if (byMember.computeIfAbsent(block.member(), _ -> new LinkedHashSet<>())
                .add(block.blocked())) {
            byBlocked.merge(block.blocked(), 1, Integer::sum);
        }
    }

    @GuardedBy("this")
    private void remove(Block block) {
        Set<MemberId> blocked = byMember.get(block.member());
        if (blocked != null && blocked.remove(block.blocked())) {
            byBlocked.computeIfPresent(block.blocked(), (_, n) -> n == 1 ? null : n - 1);
            if (blocked.isEmpty()) {
                byMember.remove(block.member());
            }
        }
    }
}
