package chatbois.client.session;

import chatbois.client.home.Profile;
import chatbois.log.Content;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.TreeHead;
import chatbois.protocol.DirectChat;
import chatbois.protocol.GroupChat;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Request;
import chatbois.protocol.event.EventBody.ChatCreated;
import chatbois.protocol.event.EventBody.ChatMade;
import chatbois.protocol.event.Kind;
import chatbois.protocol.name.ChatName;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Makes chats. Safe for any thread.
final class ChatMaker {
    private final Guarded guarded;
    private final Writer writer;
    private final Profile profile;

    ChatMaker(Guarded guarded, Writer writer, Profile profile) {
        this.guarded = guarded;
        this.writer = writer;
        this.profile = profile;
    }

    /// A chat of this member and others.
    CompletableFuture<LogId> group(ChatName name, List<MemberId> others) {
        List<MemberId> members = new ArrayList<>(others);
        members.remove(profile.member());
        members.addFirst(profile.member());
        Content content =
                guarded.with(Model::pen)
                        .content(new ChatCreated(name, /* direct= */ false, members));
        return make(
                GroupChat.id(profile.community(), profile.member(), content.commitment()), content);
    }

    /// The chat with one other member, made if there is none yet.
    CompletableFuture<LogId> direct(MemberId other) {
        LogId chat = DirectChat.id(profile.community(), profile.member(), other);
        if (guarded.with(model -> model.track(chat).isPresent())) {
            return CompletableFuture.completedFuture(chat);
        }
        ChatCreated created =
                new ChatCreated(null, /* direct= */ true, List.of(profile.member(), other));
        Content content = guarded.with(Model::pen).content(created);
        return Session.unless(Code.ALREADY_THERE, make(chat, content))
                .thenCompose(_ -> guarded.with(model -> model.awaitListed(chat)));
    }

    private CompletableFuture<LogId> make(LogId chat, Content created) {
        Pen pen = guarded.with(Model::pen);
        return writer.write(
                        profile.community(),
                        (number, seen) ->
                                new Request.MakeChat(
                                        pen.write(
                                                profile.community(),
                                                number,
                                                seen,
                                                new ChatMade(chat)),
                                        pen.write(
                                                chat,
                                                1,
                                                TreeHead.EMPTY,
                                                Kind.CHAT_CREATED,
                                                created)))
                .thenCompose(_ -> guarded.with(model -> model.awaitListed(chat)));
    }
}
