package chatbois.client.session;

import chatbois.client.link.Link;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.TreeHead;
import chatbois.log.VerifyKey;
import chatbois.protocol.Address;
import chatbois.protocol.ChatLink;
import chatbois.protocol.InviteCode;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Refused;
import chatbois.protocol.Reply;
import chatbois.protocol.Reply.Appended.Place;
import chatbois.protocol.Request;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.ChatChanged;
import chatbois.protocol.event.EventBody.ChatDeleted;
import chatbois.protocol.event.EventBody.ChatJoined;
import chatbois.protocol.event.EventBody.ChatJoinedByLink;
import chatbois.protocol.event.EventBody.ChatLinkMade;
import chatbois.protocol.event.EventBody.ChatLinkRevoked;
import chatbois.protocol.event.EventBody.ChatMemberRemoved;
import chatbois.protocol.event.EventBody.ChatRetentionSet;
import chatbois.protocol.event.EventBody.ChatRoleGiven;
import chatbois.protocol.event.EventBody.Described;
import chatbois.protocol.event.EventBody.InvitationTakenBack;
import chatbois.protocol.event.EventBody.MessageDeleted;
import chatbois.protocol.event.EventBody.MessageEdited;
import chatbois.protocol.event.EventBody.MessagePinned;
import chatbois.protocol.event.EventBody.MessageUnpinned;
import chatbois.protocol.event.EventBody.Reacted;
import chatbois.protocol.event.EventBody.ReactionWithdrawn;
import chatbois.protocol.event.JoinProof;
import chatbois.protocol.name.Emoji;
import chatbois.protocol.right.ChatRole;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// What can be done with one chat beside talking in it. Safe for any thread.
///
/// Futures fail as those of [Session] do.
public final class ChatHandle {
    private final LogId chat;
    private final Guarded guarded;
    private final Writer writer;
    private final Pager pager;
    private final Address address;

    ChatHandle(LogId chat, Guarded guarded, Writer writer, Pager pager, Address address) {
        this.chat = chat;
        this.guarded = guarded;
        this.writer = writer;
        this.pager = pager;
        this.address = address;
    }

    // From inside.

    /// Changes what is not null.
    public CompletableFuture<Place> change(ChatChanged changed) {
        return write(changed);
    }

    public CompletableFuture<Place> takeBackInvitation(MemberId member) {
        return write(new InvitationTakenBack(member));
    }

    public CompletableFuture<Place> remove(MemberId member, @Nullable String reason) {
        return write(new ChatMemberRemoved(member, reason));
    }

    public CompletableFuture<Place> giveRole(MemberId member, ChatRole role) {
        return write(new ChatRoleGiven(member, role.word()));
    }

    /// Keeps an event in view.
    public CompletableFuture<Place> pin(long seq) {
        return write(new MessagePinned(seq));
    }

    public CompletableFuture<Place> unpin(long seq) {
        return write(new MessageUnpinned(seq));
    }

    /// Gives one of the own messages another text.
    public CompletableFuture<Place> edit(long seq, String text) {
        MessageEdited edited;
        try {
            edited =
                    guarded.with(model -> {
                        ChatRole role = model.chat(chat).role();
                        return model.addressing().edit(seq, text, role);
                    });
        } catch (Refused e) {
            return CompletableFuture.failedFuture(e);
        }
        return write(edited);
    }

    CompletableFuture<Place> describe(Described described) {
        return write(described);
    }

    /// Deletes a message for everybody.
    ///
    /// @param by who wrote it
    public CompletableFuture<Place> deleteMessage(long seq, MemberId by) {
        return write(new MessageDeleted(seq, by));
    }

    public CompletableFuture<Place> react(long seq, Emoji emoji) {
        return write(new Reacted(seq, emoji));
    }

    public CompletableFuture<Place> takeReactionBack(long seq, Emoji emoji) {
        return write(new ReactionWithdrawn(seq, emoji));
    }

    /// Sets how long its messages are kept.
    ///
    /// @param days 0 for ever; null for as long as the community says
    public CompletableFuture<Place> keep(@Nullable Integer days) {
        return write(new ChatRetentionSet(days));
    }

    /// Deletes the chat for everybody, and what was said in it.
    public CompletableFuture<Void> delete() {
        return Session.unless(Code.NO_SUCH_CHAT, write(new ChatDeleted()));
    }

    /// A new link into the chat.
    ///
    /// @param uses how many may come in by it
    /// @param expires null for never
    public CompletableFuture<ChatLink> makeLink(int uses, @Nullable Instant expires) {
        InviteCode code = InviteCode.generate(guarded.with(Model::pen).random());
        LogId community = guarded.with(model -> model.community().log());
        long until = expires == null ? 0 : expires.toEpochMilli();
        return write(new ChatLinkMade(code.verifyKey(), uses, until))
                .thenApply(_ -> new ChatLink(address, code, community, chat));
    }

    public CompletableFuture<Place> revokeLink(VerifyKey link) {
        return write(new ChatLinkRevoked(link));
    }

    private CompletableFuture<Place> write(EventBody.InChat body) {
        return writer.write(chat, body);
    }

    /// Its description, what is pinned, and the links into it.
    public CompletableFuture<Reply.ChatDetails> details() {
        return ask(new Request.ChatDetails(chat)).thenApply(Reply.ChatDetails.class::cast);
    }

    /// The newest entries, at most so many, the oldest of them first.
    public CompletableFuture<List<Entry>> newest(int most) {
        return pager.endingAt(chat, Long.MAX_VALUE, most).thenApply(this::visible);
    }

    /// The entry of that event; nothing if there is none yet.
    public CompletableFuture<List<Entry>> entry(long seq) {
        return pager.beginningAt(chat, seq, 1).thenApply(this::visible);
    }

    /// Where that event comes from, read in the log and verified; nothing if there is none yet.
    public CompletableFuture<Optional<Origin>> origin(long seq) {
        return pager.beginningAt(chat, seq, 1)
                .thenApply(page ->
                        guarded.with(model ->
                                page.told().stream()
                                        .findFirst()
                                        .map(told -> Origin.of(told.event(), model.community()))));
    }

    /// The entry of that event, read in the log and verified, with the one before and the one
    /// after.
    public CompletableFuture<List<Entry>> around(long seq) {
        return pager.beginningAt(chat, Math.max(seq - 1, 1), 3).thenApply(this::visible);
    }

    /// The messages of a thread, its root first; of a very long one the newest.
    ///
    /// @param seq of any of them
    public CompletableFuture<Timeline.View> threadOf(long seq) {
        return pager.thread(chat, seq)
                .thenApply(found -> {
                    Strand strand = new Strand(seq, 0);
                    strand.fill(found);
                    List<Entry> entries =
                            guarded.with(model ->
                                    model.chat(chat)
                                            .visible(strand.entries(), model.around().hidden()));
                    return new Timeline.View(entries, true, true, Map.of(), strand.earlier());
                });
    }

    /// Opens a thread for reading, in place of the one that is open in this chat.
    ///
    /// @param seq of any message in it
    public ChatThread thread(long seq) {
        return guarded.with(model -> {
            ChatThread opened = new ChatThread(chat, seq, guarded, pager);
            model.chat(chat).open(opened);
            model.afterwards(opened::fill);
            return opened;
        });
    }

    private List<Entry> visible(Pager.Page page) {
        return guarded.with(
                model -> model.chat(chat).visible(page.entries(), model.around().hidden()));
    }

    // From outside.

    /// Comes into the chat: it is public, or this member is invited.
    public CompletableFuture<LogId> enter() {
        return enter(null, pen -> new ChatJoined());
    }

    /// Comes into the chat by a link.
    public CompletableFuture<LogId> enter(InviteCode code) {
        return enter(
                code.verifyKey(),
                pen ->
                        new ChatJoinedByLink(
                                code.verifyKey(),
                                JoinProof.sign(
                                        code.key(), chat, pen.member(), pen.device().verifyKey())));
    }

    /// The first words of somebody who comes in.
    private interface Knock {
        EventBody.InChat by(Pen pen);
    }

    private CompletableFuture<LogId> enter(@Nullable VerifyKey link, Knock knock) {
        if (guarded.<Boolean, RuntimeException>with(model -> model.track(chat).isPresent())) {
            return CompletableFuture.completedFuture(chat);
        }
        guarded.change(model -> model.entering(chat));
        return ask(new Request.Entrance(chat, link))
                .thenCompose(reply -> {
                    long number = ((Reply.Entrance) reply).authorSeq() + 1;
                    Pen pen = guarded.with(Model::pen);
                    EventBody.InChat body = knock.by(pen);
                    return ask(new Request.Append(pen.write(chat, number, TreeHead.EMPTY, body)));
                })
                .thenCompose(_ -> guarded.with(model -> model.awaitListed(chat)));
    }

    private CompletableFuture<Reply> ask(Request request) {
        Link link;
        try {
            link = guarded.with(Model::needLink);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
        return link.request(request);
    }
}
