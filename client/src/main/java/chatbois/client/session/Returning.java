package chatbois.client.session;

import static chatbois.protocol.Refusal.refused;

import chatbois.client.home.Folder;
import chatbois.client.home.Profile;
import chatbois.client.link.Link;
import chatbois.client.link.ServerPin;
import chatbois.client.link.Untrusted;
import chatbois.log.LogId;
import chatbois.log.SignedEvent;
import chatbois.log.SigningKey;
import chatbois.log.TreeHead;
import chatbois.protocol.Address;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Refused;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.event.DeviceProof;
import chatbois.protocol.event.EventBody.DeviceReturned;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Comes back as a member with a new device, by a paper key or by the key of a reset. As at
/// joining, key and profile are on the disk before the server hears of them.
record Returning(
        Folder folder,
        Address address,
        LogId community,
        SigningKey key,
        String label,
        Outside outside) {

    /// Waits until the server has taken the device in. May be [Refused].
    void run() throws IOException, Untrusted {
        Optional<Profile> before = folder.profile();
        if (before.isPresent() && isMember(before.get())) {
            if (before.get().joined()) {
                throw refused(
                        Code.ALREADY_THERE,
                        "This machine is a member's device there already; just connect.");
            }
            folder.save(before.get().asJoined());
            return;
        }
        comeBack();
    }

    private boolean isMember(Profile before) throws IOException, Untrusted {
        ServerPin pin = new ServerPin(before.community(), before.server(), before.epoch());
        try (Link link = open(pin)) {
            link.login(folder.needKey());
            return true;
        } catch (Refused e) {
            if (e.refusal().code() == Code.UNKNOWN_DEVICE) {
                return false;
            }
            throw e;
        }
    }

    private void comeBack() throws IOException, Untrusted {
        try (Link link = open(ServerPin.firstContact(community))) {
            Reply reply = Link.await(link.request(new Request.Returning(key.verifyKey())));
            if (!(reply instanceof Reply.ComingBack who)) {
                throw new IOException("The server gave an answer that doesn't fit.");
            }
            SigningKey device = SigningKey.generate(outside.random());
            Profile coming = profile(link, who);
            folder.save(device);
            folder.save(coming);
            link.comeBack(returned(coming, device), device);
            folder.save(coming.asJoined());
        }
    }

    private Profile profile(Link link, Reply.ComingBack who) {
        return new Profile(
                community,
                link.communityName(),
                List.of(address),
                who.member(),
                who.name(),
                link.server(),
                link.epoch(),
                /* joined= */ false);
    }

    private SignedEvent returned(Profile coming, SigningKey device) {
        DeviceReturned body =
                new DeviceReturned(
                        label,
                        key.verifyKey(),
                        DeviceProof.comeBack(key, community, coming.member(), device.verifyKey()));
        return new Pen(coming.member(), device, outside.clock(), outside.random())
                .write(community, 1, TreeHead.EMPTY, body);
    }

    private Link open(ServerPin pin) throws IOException, Untrusted {
        return Link.open(outside.dialer(), address, pin, outside.random(), _ -> {});
    }
}
