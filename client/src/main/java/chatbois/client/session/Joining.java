package chatbois.client.session;

import static chatbois.protocol.Refusal.refused;

import chatbois.client.home.Folder;
import chatbois.client.home.Profile;
import chatbois.client.link.Link;
import chatbois.client.link.ServerPin;
import chatbois.client.link.Untrusted;
import chatbois.log.MemberId;
import chatbois.log.SignedEvent;
import chatbois.log.SigningKey;
import chatbois.log.TreeHead;
import chatbois.protocol.Invite;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Refused;
import chatbois.protocol.event.EventBody.MemberJoined;
import chatbois.protocol.event.JoinProof;
import chatbois.protocol.name.MemberName;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Becomes a member by an invite. Key and profile are on the disk before the server hears of them:
/// if its answer is lost, or this process dies, the next try finds out by logging in.
record Joining(Folder folder, Invite invite, MemberName name, Outside outside) {

    /// Waits until the server has taken us in. May be [Refused].
    void run() throws IOException, Untrusted {
        Optional<Profile> before = folder.profile();
        if (before.isPresent() && before.get().joined()) {
            throw refused(Code.ALREADY_THERE, "You are a member here already; just connect.");
        }
        if (before.isPresent() && isMember(before.get())) {
            folder.save(before.get().asJoined());
            return;
        }
        register();
    }

    /// Whether an earlier try came through.
    private boolean isMember(Profile before) throws IOException, Untrusted {
        SigningKey key = folder.needKey();
        try (Link link = open(new ServerPin(before.community(), before.server(), before.epoch()))) {
            link.login(key);
            return true;
        } catch (Refused e) {
            if (e.refusal().code() == Code.UNKNOWN_DEVICE) {
                return false;
            }
            throw e;
        }
    }

    private void register() throws IOException, Untrusted {
        try (Link link = open(ServerPin.firstContact(invite.community()))) {
            SigningKey key = key();
            Profile joining = profile(link);
            folder.save(joining);
            link.register(joined(joining.member(), key), key);
            folder.save(joining.asJoined());
        } catch (Refused e) {
            folder.delete();
            throw e;
        }
    }

    private SigningKey key() throws IOException {
        Optional<SigningKey> saved = folder.key();
        if (saved.isPresent()) {
            return saved.get();
        }
        SigningKey fresh = SigningKey.generate(outside.random());
        folder.save(fresh);
        return fresh;
    }

    private Profile profile(Link link) throws IOException {
        return new Profile(
                invite.community(),
                link.communityName(),
                List.of(invite.address()),
                new MemberId(randomId(outside.random())),
                name,
                link.server(),
                link.epoch(),
                /* joined= */ false);
    }

    private SignedEvent joined(MemberId member, SigningKey device) {
        MemberJoined body =
                new MemberJoined(
                        name,
                        invite.code().verifyKey(),
                        JoinProof.sign(
                                invite.code().key(),
                                invite.community(),
                                member,
                                device.verifyKey()));
        return new Pen(member, device, outside.clock(), outside.random())
                .write(invite.community(), 1, TreeHead.EMPTY, body);
    }

    private Link open(ServerPin pin) throws IOException, Untrusted {
        return Link.open(outside.dialer(), invite.address(), pin, outside.random(), _ -> {});
    }

    /// A random UUID (RFC 9562, version 4).
    private static UUID randomId(SecureRandom random) {
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
