package chatbois.client.session;

import static chatbois.protocol.Refusal.refused;

import chatbois.client.home.Folder;
import chatbois.client.home.Home;
import chatbois.client.home.Pins;
import chatbois.client.home.Profile;
import chatbois.client.link.Link;
import chatbois.client.link.Untrusted;
import chatbois.client.pairing.PairingCode;
import chatbois.client.pairing.PairingFailed;
import chatbois.log.Event;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.log.SigningKey;
import chatbois.log.VerifyKey;
import chatbois.protocol.Address;
import chatbois.protocol.Invite;
import chatbois.protocol.InviteCode;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Refused;
import chatbois.protocol.Reply;
import chatbois.protocol.Reply.Appended.Place;
import chatbois.protocol.Request;
import chatbois.protocol.event.Attachment;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.ChatLeft;
import chatbois.protocol.event.EventBody.InviteMade;
import chatbois.protocol.event.EventBody.InviteRevoked;
import chatbois.protocol.event.EventBody.MemberInvited;
import chatbois.protocol.event.EventBody.MemberLeft;
import chatbois.protocol.event.EventBody.Message;
import chatbois.protocol.event.EventBody.RoleGiven;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.name.MemberName;
import chatbois.protocol.right.ChatRole;
import chatbois.protocol.right.Role;
import chatbois.protocol.view.Member;
import chatbois.protocol.view.Messages;
import chatbois.protocol.view.OpenInvite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One membership kept alive: connects and reconnects by itself, shows what there is as snapshots,
/// and does what the member wants. Safe for any thread.
///
/// Futures fail with [Refused] when the server says no, and with an [IOException] when there is no
/// connection; what is written to a log waits for a connection instead.
public final class Session implements AutoCloseable {
    private final Guarded guarded;
    private final Writer writer;
    private final Pager pager;
    private final PinSaver pins;
    private final Profile profile;
    private final Outside outside;
    private final Folder folder;
    private final Operations operations = new Operations(this::ask);
    private final DeviceDesk devices;
    private final BlockList blocks;
    private final Company company;
    private final Files files;
    private final ChatMaker chatMaker;

    private Session(Guarded guarded, Folder folder, Profile profile, Outside outside) {
        this.guarded = guarded;
        this.writer = new Writer(guarded);
        this.pager = new Pager(guarded);
        this.pins = new PinSaver(guarded, folder);
        this.profile = profile;
        this.outside = outside;
        this.folder = folder;
        this.blocks = new BlockList(this, guarded);
        this.company = new Company(this, guarded, folder);
        this.files = new Files(this, guarded, folder);
        this.chatMaker = new ChatMaker(guarded, writer, profile);
        this.devices = new DeviceDesk(this, guarded, writer, profile, outside.random());
    }

    /// Opens a saved membership; connects in the background.
    ///
    /// @param listener is told that something has changed: often, by any thread, and it must not
    ///   wait
    public static Session open(Folder folder, Outside outside, Runnable listener)
            throws IOException {
        Profile profile =
                folder.profile().orElseThrow(() -> new IOException("You are no member there."));
        Pins seen = folder.pins();
        Community community =
                new Community(
                        profile.community(),
                        Memory.of(seen.of(profile.community())),
                        profile.server());
        if (!community.restore(folder.events())) {
            folder.dropEvents();
        }
        Pen pen = new Pen(profile.member(), folder.needKey(), outside.clock(), outside.random());
        Guarded guarded =
                new Guarded(new Model(community, pen, profile.memberName(), seen), listener);
        Session session = new Session(guarded, folder, profile, outside);
        session.company.restore();
        session.pins.start();
        new Keeper(guarded, session.writer, folder, profile, outside, session.company).start();
        return session;
    }

    /// Becomes a member by an invite and opens the membership; waits until the server has taken the
    /// member in. May be [Refused]. What was begun and cut off is found again by the next try.
    public static Session join(
            Home home, Invite invite, MemberName name, Outside outside, Runnable listener)
            throws IOException, Untrusted {
        Folder folder = home.folder(invite.community());
        new Joining(folder, invite, name, outside).run();
        return open(folder, outside, listener);
    }

    /// Becomes one more device of a member, by a code that another one shows; waits until the other
    /// one has linked this one. May be [Refused].
    ///
    /// @param label what this device is to be called
    public static Session link(
            Home home,
            Address address,
            PairingCode code,
            String label,
            Outside outside,
            Runnable listener)
            throws IOException, Untrusted, PairingFailed {
        return open(new Arriving(home, address, code, label, outside).run(), outside, listener);
    }

    /// Comes back as a member with a new device; waits until the server has taken it in. May be
    /// [Refused].
    ///
    /// @param key the paper key, or the one of a reset
    public static Session comeBack(
            Home home,
            Address address,
            LogId community,
            SigningKey key,
            Outside outside,
            Runnable listener)
            throws IOException, Untrusted {
        Folder folder = home.folder(community);
        new Returning(folder, address, community, key, DeviceLabel.here(), outside).run();
        return open(folder, outside, listener);
    }

    /// Ends the membership on all devices, and puts its files on this one aside; gives where they
    /// are then. May be [Refused].
    public CompletableFuture<Path> leaveCommunity() {
        return writer.write(community(), new MemberLeft())
                .thenApply(_ -> {
                    try {
                        return folder.putAside();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    /// What is to be done with devices.
    public DeviceDesk devices() {
        return devices;
    }

    /// Whom this member takes nothing from.
    public BlockList blocks() {
        return blocks;
    }

    /// Files that come with messages.
    public Files files() {
        return files;
    }

    /// What goes on beside what is said.
    public Company company() {
        return company;
    }

    public LogId community() {
        return profile.community();
    }

    public Snapshot snapshot() {
        return guarded.with(Model::snapshot);
    }

    /// Completes when everything is here; fails when the session stops for good.
    public CompletableFuture<Void> online() {
        return guarded.with(model -> model.standing().online());
    }

    /// Tries to connect now instead of later, or once more after it was given up.
    public void retryNow() {
        guarded.change(model -> model.standing().wake());
    }

    // Chats.

    /// Makes a chat of this member and others.
    public CompletableFuture<LogId> makeChat(ChatName name, List<MemberId> others) {
        return chatMaker.group(name, others);
    }

    /// The chat with one other member, made if there is none yet.
    public CompletableFuture<LogId> direct(MemberId other) {
        return chatMaker.direct(other);
    }

    /// What can be done with a chat, be it one of this member's or not.
    public ChatHandle chat(LogId chat) {
        return new ChatHandle(chat, guarded, writer, pager, profile.addresses().getFirst());
    }

    /// Invites a member of the community into a chat.
    public CompletableFuture<Place> invite(LogId chat, MemberId member) {
        return writer.write(chat, new MemberInvited(member));
    }

    /// Joins a chat that this member is invited to, or a public one. Needs a connection.
    public CompletableFuture<LogId> accept(LogId chat) {
        return chat(chat).enter();
    }

    /// Leaves a chat.
    public CompletableFuture<Void> leave(LogId chat) {
        // The chat may be taken from the list before the answer arrives.
        return unless(Code.NO_SUCH_CHAT, writer.write(chat, new ChatLeft()));
    }

    /// Says something. Goes out in order, now or when there is a connection; done when the server
    /// has it on disk.
    ///
    /// @param action whether it is told in the third person
    public CompletableFuture<Place> send(LogId chat, String text, boolean action) {
        Message message = addressed(chat, text, action, null);
        return refusal(message).orElseGet(() -> writer.say(chat, message));
    }

    /// Says something in answer to a message; it is meant for who wrote that, too.
    public CompletableFuture<Place> reply(LogId chat, Entry to, String text, boolean action) {
        Message message = addressed(chat, text, action, to);
        return refusal(message).orElseGet(() -> writer.say(chat, message));
    }

    /// Says something with files, which the server has whole ([#files()]); the text may be empty.
    ///
    /// @param to what it answers; null for nothing
    public CompletableFuture<Place> send(
            LogId chat,
            String text,
            boolean action,
            @Nullable Entry to,
            List<Attachment> attachments) {
        if (attachments.size() > Limits.ATTACHMENTS) {
            String most = "A message has at most " + Limits.ATTACHMENTS + " attachments.";
            return CompletableFuture.failedFuture(refused(Code.TOO_MANY, most));
        }
        Message message = addressed(chat, text, action, to, attachments);
        return refusal(message).orElseGet(() -> writer.say(chat, message));
    }

    private Message addressed(LogId chat, String text, boolean action, @Nullable Entry to) {
        return addressed(chat, text, action, to, List.of());
    }

    private Message addressed(
            LogId chat, String text, boolean action, @Nullable Entry to, List<Attachment> files) {
        return guarded.with(model -> {
            ChatRole role = model.chat(chat).role();
            return model.addressing().message(text, action, to, files, role);
        });
    }

    /// Says something now: fails when the server's disk is full, instead of waiting for room.
    public CompletableFuture<Place> sendNow(LogId chat, String text) {
        Message message = addressed(chat, text, /* action= */ false, null);
        return refusal(message).orElseGet(() -> writer.sayOnce(chat, message));
    }

    /// What is wrong with a message, as an answer.
    private static Optional<CompletableFuture<Place>> refusal(Message message) {
        try {
            Messages.checkSaid(message);
            return Optional.empty();
        } catch (Refused e) {
            return Optional.of(CompletableFuture.failedFuture(e));
        }
    }

    /// This member has read the chat up to that event.
    public void markRead(LogId chat, long seq) {
        guarded.change(model -> {
            if (model.track(chat).orElse(null) instanceof Chat read && read.read(seq)) {
                writer.mark(model, read);
            }
        });
    }

    /// Opens a chat for reading; the same timeline if it is open already.
    public Timeline timeline(LogId chat) {
        return guarded.with(model -> {
            Chat found = model.chat(chat);
            Timeline open = found.timeline();
            if (open != null) {
                return open;
            }
            Timeline opened = new Timeline(chat, guarded, pager);
            found.open(opened);
            model.afterwards(opened::fill);
            return opened;
        });
    }

    /// Reads a chat from an event to the newest one, for scripts; waits.
    public void read(LogId chat, long from, Consumer<Entry> each) throws IOException {
        new Reading(guarded, pager, chat).toEnd(from, each);
    }

    /// Reads a chat as the server sent it, from an event to the newest one; waits.
    public void readSigned(LogId chat, long from, BiConsumer<Event, Entry> each)
            throws IOException {
        new Reading(guarded, pager, chat).toEnd(from, each);
    }

    /// Reads a chat from an event on and goes on with what comes, through cuts too; waits until the
    /// session ends or the thread is interrupted.
    public void follow(LogId chat, long from, BiConsumer<Event, Entry> each)
            throws IOException, InterruptedException {
        new Reading(guarded, pager, chat).follow(from, each);
    }

    /// Takes a log that is reported as broken as it is now, and forgets the report.
    public void dismiss(LogId log) throws IOException {
        pins.dismiss(log);
        guarded.change(model -> {
            Link link = model.link();
            if (link != null) {
                model.afterwards(() -> link.fail("a log is read anew"));
            }
            model.standing().wake();
        });
    }

    // The community.

    /// A new invite into the community.
    ///
    /// @param uses how many may come in by it
    /// @param role what whoever comes in by it is
    /// @param expires null for never
    public CompletableFuture<Invite> makeInvite(Role role, int uses, @Nullable Instant expires) {
        InviteCode code = InviteCode.generate(outside.random());
        long until = expires == null ? 0 : expires.toEpochMilli();
        return change(new InviteMade(code.verifyKey(), uses, until, role.name()))
                .thenApply(_ -> new Invite(profile.addresses().getFirst(), code, community()));
    }

    /// The invites that still let somebody in.
    public List<OpenInvite> openInvites() {
        long now = outside.clock().millis();
        return guarded.with(model -> model.community().view().openInvites(now));
    }

    /// Calls an invite back.
    public CompletableFuture<Place> revoke(VerifyKey invite) {
        return change(new InviteRevoked(invite));
    }

    /// Changes the community: settings, roles, members. Done when the change shows here, too.
    public CompletableFuture<Place> change(EventBody.InCommunity body) {
        return writer.write(community(), body)
                .thenCompose(place -> guarded.with(model -> model.awaitRead(place)));
    }

    /// Gives a member another role.
    public CompletableFuture<Place> giveRole(MemberId member, Role role) {
        return change(new RoleGiven(member, role.name()));
    }

    /// The name of somebody who is a member or was one.
    public String nameOf(MemberId member) {
        return guarded.with(model -> model.community().name(member));
    }

    /// What was done in the community, the oldest first: its whole log, as far as it is understood
    /// here. Reads the disk.
    public List<Deed> deeds() throws IOException {
        List<Deed> deeds = new ArrayList<>();
        for (Event event : folder.events()) {
            EventBody body = Teller.body(event);
            if (body instanceof EventBody.InCommunity known) {
                deeds.add(Deed.of(event, known));
            }
        }
        return deeds;
    }

    public Optional<Member> memberNamed(MemberName name) {
        return guarded.with(model -> model.community().view().memberNamed(name));
    }

    /// Who is connected now.
    public CompletableFuture<List<Member>> who() {
        return ask(new Request.Who(), Reply.Online.class)
                .thenApply(online -> known(online.members()));
    }

    /// Who is in a chat, and who is invited to it.
    public CompletableFuture<ChatPeople> chatMembers(LogId chat) {
        return ask(new Request.ChatMembers(chat), Reply.MemberList.class).thenApply(this::people);
    }

    private ChatPeople people(Reply.MemberList list) {
        Map<MemberId, String> roles = new HashMap<>();
        for (int i = 0; i < Math.min(list.members().size(), list.roles().size()); i++) {
            roles.put(list.members().get(i), list.roles().get(i));
        }
        return new ChatPeople(known(list.members()), roles, known(list.invited()));
    }

    /// The members of a chat, what each is there, and those who are invited to it.
    public record ChatPeople(
            List<Member> members, Map<MemberId, String> roles, List<Member> invited) {}

    private List<Member> known(List<MemberId> ids) {
        return guarded.with(model ->
                ids.stream().flatMap(id -> model.community().view().member(id).stream()).toList());
    }

    /// How many days messages are kept where a chat has no rule of its own; 0 for ever.
    public int retentionDays() {
        return guarded.with(model -> model.community().view().retentionDays());
    }

    /// What this member asks of the server, and nothing changes by.
    public Questions questions() {
        return new Questions(this, guarded);
    }

    /// What whoever runs the server asks of it.
    public Operations operations() {
        return operations;
    }

    <R extends Reply> CompletableFuture<R> ask(Request request, Class<R> type) {
        Link link;
        try {
            link = guarded.with(Model::needLink);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
        return link.request(request).thenApply(type::cast);
    }

    /// The same, but that refusal is as good as a yes.
    static CompletableFuture<Void> unless(Code code, CompletableFuture<?> answer) {
        return answer.<Void>thenApply(_ -> null)
                .exceptionallyCompose(failure -> {
                    Throwable cause =
                            failure instanceof CompletionException ? failure.getCause() : failure;
                    return cause instanceof Refused no && no.refusal().code() == code
                            ? CompletableFuture.completedFuture(null)
                            : CompletableFuture.failedFuture(failure);
                });
    }

    /// Ends the connection and saves what was seen. What still waits is lost.
    @Override
    public void close() {
        guarded.change(model -> {
            model.standing().close();
            Link link = model.link();
            if (link != null) {
                model.afterwards(link::close);
            }
        });
        company.drafts().save();
        pins.save();
    }
}
