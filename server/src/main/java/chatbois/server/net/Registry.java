package chatbois.server.net;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.SignedEvent;
import chatbois.log.VerifyKey;
import chatbois.protocol.Draft;
import chatbois.protocol.Frames;
import chatbois.protocol.Receipt;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Refused;
import chatbois.protocol.Reply;
import chatbois.protocol.SeenDevice;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.Kind;
import chatbois.protocol.right.Rights;
import chatbois.protocol.right.Role;
import chatbois.protocol.view.Device;
import chatbois.protocol.view.Member;
import chatbois.server.community.Community;
import chatbois.server.community.Writer;
import chatbois.server.live.Connection;
import chatbois.server.live.Live;
import chatbois.server.store.Store;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// What the server knows of members beside the logs: when their devices were here, and who takes
/// nothing from whom. Safe for any thread.
public final class Registry {
    private final Community community;
    private final Blocks blocks;
    private final Privacies privacies;
    private final Live live;
    private final Writer writer;
    private final Store store;
    private final Clock clock;

    public Registry(
            Community community,
            Blocks blocks,
            Privacies privacies,
            Live live,
            Writer writer,
            Store store,
            Clock clock) {
        this.community = community;
        this.blocks = blocks;
        this.privacies = privacies;
        this.live = live;
        this.writer = writer;
        this.store = store;
        this.clock = clock;
    }

    /// The devices of a member, for themselves or for who may see them.
    Reply devices(Role role, MemberId asking, MemberId whose) {
        Member member = community.look(view -> view.needMember(whose));
        Rights.checkSeeingDevices(role, member.role(), asking.equals(whose));
        return new Reply.SeenDeviceList(
                member.devices().stream().map(device -> seen(whose, device)).toList());
    }

    private SeenDevice seen(MemberId member, Device device) {
        boolean connected = live.isConnected(member, device.key());
        long last =
                connected
                        ? clock.millis()
                        : store.read(reader -> reader.personal().lastSeen(device.key()));
        return new SeenDevice(device.key(), last, connected);
    }

    /// How far members have read a chat who let others know it.
    List<Receipt> receipts(LogId chat) {
        return store.read(reader -> reader.personal().receipts(chat));
    }

    /// What a member has written and not sent; for that member only.
    List<Draft> drafts(MemberId own) {
        return store.read(reader -> reader.personal().drafts(own));
    }

    /// When a member was connected last, as far as it is kept; 0 if it isn't.
    long lastSeen(MemberId member) {
        List<Device> devices =
                community.look(view ->
                        view.member(member)
                                .map(Member::devices)
                                .map(List::copyOf)
                                .orElse(List.of()));
        boolean connected =
                devices.stream().anyMatch(device -> live.isConnected(member, device.key()));
        return connected
                ? clock.millis()
                : store.read(reader ->
                        devices.stream()
                                .mapToLong(device -> reader.personal().lastSeen(device.key()))
                                .max()
                                .orElse(0));
    }

    /// The device of that connection is here now, unless its member wants that not to be kept.
    /// Completes when it is on disk, with the time; nobody has to wait for it.
    CompletableFuture<Long> seen(Connection connection) {
        if (!privacies.of(connection.member()).lastSeen()) {
            return CompletableFuture.completedFuture(0L);
        }
        VerifyKey device = connection.device();
        long now = clock.millis();
        try {
            return writer.change(store -> {
                store.seen(device, now);
                return now;
            });
        } catch (Refused e) {
            // A server that is busy or ending has better things to write.
            return CompletableFuture.completedFuture(0L);
        }
    }

    /// Refuses an event that would reach somebody who takes nothing from its author.
    void checkWelcome(SignedEvent event) {
        Header header = event.header();
        if (blocks.isNobodyBlocking(header.author())) {
            return;
        }
        if (Kind.isTalk(header.kind())) {
            community
                    .lookAtChat(
                            header.log(), header.author(), chat -> chat.otherThan(header.author()))
                    .ifPresent(other -> checkTaken(header.author(), other));
        } else if (event.content() != null) {
            switch (Kind.ofCode(header.kind())) {
                case MEMBER_INVITED, CHAT_CREATED ->
                        check(header, Frames.decodeBody(header.kind(), event.content().body()));
                case null, default -> {}
            }
        }
    }

    private void checkTaken(MemberId author, MemberId to) {
        if (blocks.isBlocking(to, author)) {
            String name =
                    community.look(
                            view -> view.everMember(to).map(Member::shownName).orElse("They"));
            throw refused(Code.NOT_WELCOME, name + " doesn't take messages from you.");
        }
    }

    private void check(Header header, EventBody body) {
        MemberId author = header.author();
        if (body instanceof EventBody.MemberInvited(MemberId invited)) {
            checkTaken(author, invited);
        } else if (body instanceof EventBody.ChatCreated created) {
            created.members().forEach(member -> checkTaken(author, member));
        }
    }
}
