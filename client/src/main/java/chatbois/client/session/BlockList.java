package chatbois.client.session;

import chatbois.log.MemberId;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// Whom the member takes nothing from: kept by the server, the same on all devices. Safe for any
/// thread.
public final class BlockList {
    private final Session session;
    private final Guarded guarded;

    BlockList(Session session, Guarded guarded) {
        this.session = session;
        this.guarded = guarded;
    }

    public CompletableFuture<List<MemberId>> block(MemberId member) {
        return session.ask(new Request.Block(member), Reply.Done.class).thenCompose(_ -> list());
    }

    public CompletableFuture<List<MemberId>> unblock(MemberId member) {
        return session.ask(new Request.Unblock(member), Reply.Done.class).thenCompose(_ -> list());
    }

    /// Asks the server.
    public CompletableFuture<List<MemberId>> list() {
        return session.ask(new Request.Blocks(), Reply.BlockList.class)
                .thenApply(reply -> {
                    guarded.change(model -> model.around().blocked(reply.blocked()));
                    return reply.blocked();
                });
    }

    /// Whether what they say in chats with others is shown.
    public void show(boolean shows) {
        guarded.change(model -> model.around().showBlocked(shows));
    }

    /// As known here.
    public Set<MemberId> known() {
        return guarded.with(model -> model.around().blocked());
    }
}
