package chatbois.protocol.view;

import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.Sha256;
import chatbois.log.SigningKey;
import chatbois.log.VerifyKey;
import chatbois.protocol.event.EventBody.ChatJoinedByLink;
import chatbois.protocol.event.EventBody.MemberJoined;
import chatbois.protocol.event.JoinProof;
import chatbois.protocol.name.MemberName;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Somebody with a device, known by a nickname in the tests.
record Person(MemberId id, SigningKey device) {
    static Person called(String nickname) {
        SigningKey device = key(nickname);
        return new Person(new MemberId(new UUID(7, device.verifyKey().value().a())), device);
    }

    static SigningKey key(String name) {
        return SigningKey.ofSeed(Sha256.of(name.getBytes(StandardCharsets.UTF_8)).bytes());
    }

    VerifyKey verifyKey() {
        return device.verifyKey();
    }

    ChatJoinedByLink entering(LogId chat, SigningKey link) {
        return new ChatJoinedByLink(link.verifyKey(), JoinProof.sign(link, chat, id, verifyKey()));
    }

    MemberJoined joining(LogId community, String name, SigningKey invite) {
        return new MemberJoined(
                new MemberName(name),
                invite.verifyKey(),
                JoinProof.sign(invite, community, id, verifyKey()));
    }
}
