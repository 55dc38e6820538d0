package chatbois.server;

import chatbois.log.Content;
import chatbois.log.Genesis;
import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.SignedEvent;
import chatbois.log.SigningKey;
import chatbois.log.TreeHead;
import chatbois.protocol.Address;
import chatbois.protocol.Frames;
import chatbois.protocol.GroupChat;
import chatbois.protocol.Invite;
import chatbois.protocol.InviteCode;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.JoinProof;
import chatbois.protocol.event.Kind;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.name.MemberName;
import chatbois.server.community.Ledger;
import chatbois.server.store.LogRow;
import chatbois.server.store.Store;
import chatbois.server.store.Transaction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/// A community with one member, one chat and a few messages, written without a server.
final class SmallStore implements AutoCloseable {
    final Path data;
    final Genesis genesis;
    final SigningKey serverKey;
    final Store store;
    final LogId chat;

    private final SigningKey key = SigningKey.generate(House.RANDOM);
    private final MemberId owner = new MemberId(UUID.randomUUID());
    private final Ledger ledger;

    /// @param messages how many messages the chat has
    SmallStore(Path data, int messages) throws IOException {
        this.data = data;
        InviteCode code;
        try (Foundation foundation = Foundation.open(data)) {
            FoundingPlan plan = new FoundingPlan("Small", new Address("chat.example", 7777), 10);
            foundation.found(
                    plan, SigningKey.generate(House.RANDOM), House.RANDOM, new HandClock());
            genesis = foundation.genesis().genesis();
            serverKey = foundation.serverKey();
            code = Invite.parse(foundation.ownerInvite().orElseThrow()).code();
        }
        store = Store.open(data);
        ledger = new Ledger(store.transaction(), genesis.communityId(), serverKey, new HandClock());
        chat = write(code, messages);
    }

    private LogId write(InviteCode code, int messages) {
        LogId community = genesis.communityId();
        append(
                community,
                1,
                new EventBody.MemberJoined(
                        new MemberName("owner"),
                        code.verifyKey(),
                        JoinProof.sign(code.key(), community, owner, key.verifyKey())));
        EventBody created = new EventBody.ChatCreated(new ChatName("plans"), false, List.of(owner));
        Content content = Content.salted(Frames.encodeBody(created), House.RANDOM);
        LogId id = GroupChat.id(community, owner, content.commitment());
        append(community, 2, new EventBody.ChatMade(id));
        append(id, 1, Kind.CHAT_CREATED, content);
        for (int i = 1; i <= messages; i++) {
            append(id, i + 1, new EventBody.Message("message " + i, false));
        }
        Transaction transaction = store.transaction();
        ledger.commit();
        transaction.mark(row(id), owner, 1);
        transaction.commit();
        return id;
    }

    private void append(LogId log, long authorSeq, EventBody body) {
        Content content = Content.salted(Frames.encodeBody(body), House.RANDOM);
        append(log, authorSeq, Kind.of(body), content);
    }

    private void append(LogId log, long authorSeq, Kind kind, Content content) {
        Header header =
                new Header(
                        log,
                        owner,
                        key.verifyKey(),
                        authorSeq,
                        TreeHead.EMPTY,
                        0,
                        kind.code(),
                        content.commitment());
        ledger.append(SignedEvent.sign(header, content, key));
    }

    LogRow row(LogId log) {
        return store.read(reader -> reader.log(log)).orElseThrow();
    }

    List<String> findings() {
        return store.read(reader -> new Inspection(genesis, reader, List.of()).report().findings());
    }

    @Override
    public void close() {
        store.close();
    }
}
