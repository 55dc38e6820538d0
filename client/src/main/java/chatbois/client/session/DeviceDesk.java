package chatbois.client.session;

import chatbois.client.home.Profile;
import chatbois.client.link.Link;
import chatbois.client.pairing.PairingCode;
import chatbois.log.MemberId;
import chatbois.log.SigningKey;
import chatbois.log.VerifyKey;
import chatbois.protocol.Address;
import chatbois.protocol.Introduction;
import chatbois.protocol.Invite;
import chatbois.protocol.InviteCode;
import chatbois.protocol.Reply;
import chatbois.protocol.Reply.Appended.Place;
import chatbois.protocol.Request;
import chatbois.protocol.SeenDevice;
import chatbois.protocol.event.EventBody.DeviceRevoked;
import chatbois.protocol.event.EventBody.MemberReset;
import chatbois.protocol.event.EventBody.RecoverySet;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// What a member does with devices: link, look, revoke, and have a way back without any. Safe for
/// any thread.
public final class DeviceDesk {
    private final Session session;
    private final Guarded guarded;
    private final Writer writer;
    private final Profile profile;
    private final SecureRandom random;

    DeviceDesk(
            Session session, Guarded guarded, Writer writer, Profile profile, SecureRandom random) {
        this.session = session;
        this.guarded = guarded;
        this.writer = writer;
        this.profile = profile;
        this.random = random;
    }

    /// A code for one new device, good for a few minutes and one try. Whether a device came by it
    /// is told as a notice.
    public CompletableFuture<PairingCode> link() {
        Link link;
        try {
            link = guarded.with(Model::needLink);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
        return link.request(new Request.OpenSlot())
                .thenApply(Reply.SlotOpened.class::cast)
                .thenApply(opened -> {
                    PairingCode code = PairingCode.generate(opened.slot(), random);
                    Introducer introducer =
                            new Introducer(guarded, writer, link, code, this::introduction, random);
                    guarded.change(model -> model.introducer(introducer));
                    return code;
                });
    }

    private Introduction introduction(Link link) {
        return new Introduction(
                profile.community(),
                guarded.with(Model::name),
                profile.addresses(),
                profile.member(),
                guarded.with(model -> model.snapshot().me().name()),
                profile.server(),
                profile.epoch(),
                link.tlsKey());
    }

    /// Where the server is, best first.
    public List<Address> addresses() {
        return profile.addresses();
    }

    /// This device's own key.
    public VerifyKey own() {
        return guarded.with(model -> model.pen().device().verifyKey());
    }

    /// When a member's devices were seen by the server.
    public CompletableFuture<List<SeenDevice>> seen(MemberId member) {
        return session.ask(new Request.SeenDevices(member), Reply.SeenDeviceList.class)
                .thenApply(Reply.SeenDeviceList::devices);
    }

    public CompletableFuture<Place> revoke(MemberId member, VerifyKey device) {
        return session.change(new DeviceRevoked(member, device));
    }

    /// Ends all devices of a member; gives the line with which that member comes back.
    public CompletableFuture<Invite> reset(MemberId member) {
        InviteCode code = InviteCode.generate(random);
        return session.change(new MemberReset(member, code.verifyKey()))
                .thenApply(_ ->
                        Invite.back(profile.addresses().getFirst(), code, profile.community()));
    }

    /// A key for a way back, that counts for nothing before [#keep].
    public SigningKey newPaperKey() {
        return SigningKey.generate(random);
    }

    /// Makes that key the member's paper key; done when the community's log, as verified here, says
    /// that the member comes back with it.
    public CompletableFuture<Boolean> keep(SigningKey paper) {
        VerifyKey key = paper.verifyKey();
        return session.change(new RecoverySet(key)).thenApply(_ -> isPaperKey(key));
    }

    private boolean isPaperKey(VerifyKey key) {
        return guarded.with(model ->
                model.community()
                        .view()
                        .paperKey(profile.member())
                        .filter(key::equals)
                        .isPresent());
    }

    /// Whether the member has a paper key.
    public boolean hasPaperKey() {
        return guarded.with(
                model -> model.community().view().paperKey(profile.member()).isPresent());
    }
}
