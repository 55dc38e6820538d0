package chatbois.client.session;

import chatbois.log.LogId;
import chatbois.protocol.Hit;
import chatbois.protocol.Receipt;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.Sought;
import chatbois.protocol.Suggestion;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// What a member asks the server about messages, names and chats. What comes is what the server
/// says; what a message says is read in its log. Safe for any thread.
public final class Questions {
    private final Session session;
    private final Guarded guarded;

    Questions(Session session, Guarded guarded) {
        this.session = session;
        this.guarded = guarded;
    }

    /// Looks for messages in all chats of this member, the newest first.
    ///
    /// @param olderThan the last place of the page before; null for the newest
    public CompletableFuture<Findings> search(Sought sought, Hit.@Nullable Spot olderThan) {
        return session.ask(new Request.Search(sought, olderThan), Reply.Found.class)
                .thenCompose(answer ->
                        Findings.of(
                                answer,
                                session.snapshot().chats(),
                                guarded.with(model -> model.around().hidden()),
                                session::nameOf));
    }

    /// How far others have read a small chat, of those who let this member know it.
    public CompletableFuture<List<Receipt>> receipts(LogId chat) {
        return session.ask(new Request.Receipts(chat), Reply.Receipts.class)
                .thenApply(Reply.Receipts::receipts);
    }

    /// The newest messages that are meant for this member, in all chats, the newest first.
    public CompletableFuture<Reply.MentionList> mentions() {
        return session.ask(new Request.Mentions(), Reply.MentionList.class);
    }

    /// The public chats whose names contain that, all if it is empty.
    public CompletableFuture<Reply.PublicChatList> publicChats(String containing) {
        return session.ask(new Request.PublicChats(containing), Reply.PublicChatList.class);
    }

    /// What is called so or begins so, as the server ranks it: members by their names, chats with
    /// `#` in front and direct ones with `@`.
    ///
    /// @param chat the chat in which it is typed
    public CompletableFuture<List<String>> suggest(
            String beginning, Suggestion.Sort sort, @Nullable LogId chat) {
        return session.ask(new Request.Suggest(beginning, sort, chat), Reply.Suggested.class)
                .thenApply(answer ->
                        guarded.with(model -> model.community().titles(answer.best(), sort)));
    }
}
