package chatbois.server.net;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.Malformed;
import chatbois.log.MemberId;
import chatbois.log.SignedEvent;
import chatbois.log.VerifyKey;
import chatbois.protocol.AddressBan;
import chatbois.protocol.AddressRange;
import chatbois.protocol.BackupName;
import chatbois.protocol.ClientFrame;
import chatbois.protocol.Draft;
import chatbois.protocol.Frames;
import chatbois.protocol.Limits;
import chatbois.protocol.LogLevel;
import chatbois.protocol.Privacy;
import chatbois.protocol.Refusal;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Refused;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.Slot;
import chatbois.protocol.event.Kind;
import chatbois.protocol.right.Rights;
import chatbois.protocol.right.Role;
import chatbois.protocol.view.Member;
import chatbois.server.journal.Journal;
import chatbois.server.live.Caller;
import chatbois.server.live.Connection;
import chatbois.server.live.Outlet;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/// One client's conversation with the server, from the greeting on. The two switches are the table
/// of contents of what can be asked.
///
/// Requests come one at a time, from the inbox's thread; only [#hangUp()] may come from another.
final class Conversation {
    /// How often a guest may ask before the conversation ends: each greeting costs a signature.
    private static final int GUEST_REQUESTS = 16;

    private final Hall hall;
    private final Outlet outlet;
    private final Answers answers;
    private final Doorkeeper doorkeeper;
    private final Greeting greeting;
    private final Enquiries enquiries;
    private final Company company;
    private final Drafts drafts;
    private final Submissions submissions;
    private final Journal journal;
    private int guestRequests;
    private boolean ended;
    private volatile @Nullable Connection connection;
    private volatile boolean hungUp;

    /// Hears of logins, good and bad: the bounds by address and the time limit hang on it.
    interface Doorkeeper {
        /// Throws a refusal if this address is banned or has failed too often.
        void checkMayTry();

        /// Where the client is.
        InetAddress address();

        void failed();

        void loggedIn();
    }

    Conversation(
            Hall hall, Outlet outlet, Doorkeeper doorkeeper, SecureRandom random, Journal journal) {
        this.hall = hall;
        this.outlet = outlet;
        this.answers = new Answers(outlet, journal);
        this.doorkeeper = doorkeeper;
        this.greeting = new Greeting(hall, random);
        this.enquiries = new Enquiries(hall);
        this.company = new Company(hall);
        this.drafts = new Drafts(hall);
        this.submissions = new Submissions(hall, answers);
        this.journal = journal;
    }

    boolean isLoggedIn() {
        return connection != null;
    }

    /// Why a member's connection ended, in a word.
    String whyGone() {
        Connection known = connection;
        return known == null
                ? "gone"
                : known.closedWhy()
                        .map(code -> code.name().toLowerCase(Locale.ROOT))
                        .orElse("gone");
    }

    /// The outlet can take more.
    void roomAgain() {
        Connection known = connection;
        if (known != null) {
            known.roomAgain();
        }
    }

    /// The client is gone.
    void hangUp() {
        hungUp = true;
        hall.relay().guestLeft(this);
        Connection known = connection;
        if (known != null) {
            leave(known);
        }
    }

    private void leave(Connection me) {
        hall.live().leave(me);
        hall.relay().hostLeft(me);
        // On disk before it is told, so that it is told right.
        hall.registry().seen(me).whenComplete((_, _) -> hall.attendance().left(me));
    }

    void take(byte[] bytes) {
        if (ended) {
            return;
        }
        ClientFrame frame;
        try {
            frame = Frames.decodeClient(bytes);
        } catch (Malformed e) {
            end(new Refusal(Code.BAD_REQUEST, "That was no request: " + e.getMessage() + "."));
            return;
        }
        try {
            switch (frame.request()) {
                case Request.AsGuest request -> answerGuest(frame.id(), request);
                case Request.AsMember request -> answerMember(frame.id(), request);
            }
        } catch (RuntimeException e) {
            decline(frame.id(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answerGuest(long id, Request.AsGuest request) {
        if (isLoggedIn()) {
            throw refused(Code.BAD_REQUEST, "This connection is logged in already.");
        }
        if (++guestRequests > GUEST_REQUESTS) {
            end(new Refusal(Code.RATE_LIMITED, "Too many tries on one connection."));
            return;
        }
        doorkeeper.checkMayTry();
        try {
            switch (request) {
                case Request.Hello hello -> answer(id, greeting.answer(hello));
                case Request.Login login -> logIn(id, login);
                case Request.Register register -> register(id, register);
                case Request.Knock(Slot slot, String payload) -> knock(id, slot, payload);
                case Request.Returning(VerifyKey key) -> answer(id, comingBack(key));
                case Request.Return back -> comeBack(id, back);
            }
        } catch (Refused refused) {
            doorkeeper.failed();
            throw refused;
        }
    }

    private void answerMember(long id, Request.AsMember request) throws InterruptedException {
        Connection me = connection;
        if (me == null) {
            throw refused(Code.NOT_LOGGED_IN, "Log in first.");
        }
        if (!me.awaitRoom()) {
            me.cutOff();
            return;
        }
        me.asked(hall.clock().millis());
        journal.debug("asked", "what", request.getClass().getSimpleName(), "by", me.member());
        Rights.check(role(me), request);
        switch (request) {
            case Request.Append(SignedEvent event) -> submissions.append(id, me, event);
            case Request.MakeChat make -> submissions.makeChat(id, me, make);
            case Request.Resume resume -> resume(id, me, resume);
            case Request.Page page ->
                    answer(id, new Reply.Paged(hall.archive().page(page, me.member())));
            case Request.Related related ->
                    answer(id, hall.archive().related(related, me.member()));
            case Request.ThreadOf thread -> answer(id, hall.archive().thread(thread, me.member()));
            case Request.Mentions _ -> answer(id, hall.summaries().mentions(me.member()));
            case Request.Chats _ -> answer(id, hall.summaries().all(me));
            case Request.ChatMembers(LogId chat) -> answer(id, enquiries.members(me, chat));
            case Request.ChatDetails(LogId chat) -> answer(id, enquiries.details(me, chat));
            case Request.PublicChats(String containing) ->
                    answer(id, hall.summaries().publicChats(containing));
            case Request.Entrance entrance ->
                    answer(id, hall.summaries().entrance(entrance, me, hall.clock().millis()));
            case Request.Who _ -> answer(id, enquiries.online(me));
            case Request.MarkRead mark -> answer(id, company.markRead(me, mark));
            case Request.Presences _ -> answer(id, enquiries.presences(me, role(me)));
            case Request.BanAddresses ban -> banAddresses(id, me, ban);
            case Request.UnbanAddresses(AddressRange range) -> {
                await(hall.bans().lift(range));
                journal.info("addresses_unbanned", "addresses", range, "by", me.member());
                answer(id, new Reply.Done());
            }
            case Request.Status _ -> answer(id, hall.control().status());
            case Request.OfferFile offered ->
                    submissions.later(id, me, () -> hall.uploads().offer(me.member(), offered));
            case Request.PutFilePart part ->
                    submissions.later(id, me, () -> hall.uploads().put(me.member(), part));
            case Request.FilePart asked ->
                    submissions.later(id, me, () -> hall.downloads().part(me.member(), asked));
            case Request.Retention(int days) -> {
                answer(id, hall.retention().preview(days, me.member()));
            }
            case Request.OldFiles(int days) -> answer(id, hall.retention().oldFiles(days));
            case Request.SetLogLevel(LogLevel level) -> {
                hall.control().setLogLevel(level);
                answer(id, new Reply.Done());
            }
            case Request.Backup _ -> {
                journal.info("backup_asked", "by", me.member());
                answer(id, hall.backups().begin());
            }
            case Request.Backups _ -> answer(id, hall.backups().state());
            case Request.BackupPart(BackupName name, long offset) -> {
                if (offset == 0) {
                    journal.info("backup_fetched", "name", name, "by", me.member());
                }
                answer(id, hall.backups().part(name, offset));
            }
            case Request.AddressBans _ -> answer(id, new Reply.AddressBanList(hall.bans().list()));
            case Request.OpenSlot _ -> answer(id, hall.relay().open(me));
            case Request.AnswerSlot(Slot slot, String payload) -> {
                hall.relay().answer(me, slot, payload);
                answer(id, new Reply.Done());
            }
            case Request.CloseSlot(Slot slot) -> {
                hall.relay().close(me, slot);
                answer(id, new Reply.Done());
            }
            case Request.SeenDevices(MemberId member) ->
                    answer(id, hall.registry().devices(role(me), me.member(), member));
            case Request.Block(MemberId member) ->
                    answer(id, company.block(me, member, /* on= */ true));
            case Request.Unblock(MemberId member) ->
                    answer(id, company.block(me, member, /* on= */ false));
            case Request.Blocks _ -> answer(id, new Reply.BlockList(hall.blocks().of(me.member())));
            case Request.Search search -> answer(id, hall.search().find(search, me.member()));
            case Request.Typing typing -> answer(id, enquiries.typing(me, typing));
            case Request.BeHere here -> answer(id, company.beHere(me, here));
            case Request.See see -> answer(id, company.see(me, see));
            case Request.Receipts(LogId chat) -> answer(id, company.receipts(me, chat));
            case Request.PrivacyNow _ -> answer(id, company.privacy(me));
            case Request.SetPrivacy(Privacy wish) -> answer(id, company.set(me, wish));
            case Request.KeepDraft(Draft draft) ->
                    inTurn(me, () -> answer(id, drafts.keep(me, draft)));
            case Request.Drafts _ -> inTurn(me, () -> answer(id, drafts.all(me)));
            case Request.Suggest typed -> answer(id, enquiries.suggest(me, typed));
        }
    }

    private Role role(Connection me) {
        return hall.community().checkMayEnter(me.device()).role();
    }

    private void banAddresses(long id, Connection me, Request.BanAddresses asked) {
        AddressBan ban = new AddressBan(asked.range(), asked.until(), asked.reason(), me.member());
        await(hall.bans().ban(ban, doorkeeper.address()));
        journal.info("addresses_banned", "addresses", ban.range(), "by", me.member());
        answer(id, new Reply.Done());
        Refusal why = new Refusal(Code.BANNED, "Your address was banned from here.");
        hall.live().disconnect(ban.range(), why);
    }

    private void logIn(long id, Request.Login login) {
        greeting.check(login.device(), login.signature());
        MemberId member = hall.community().checkMayEnter(login.device()).id();
        enter(id, member, login.device());
    }

    private void register(long id, Request.Register register) {
        Header header = register.joined().header();
        greeting.check(header.device(), register.signature());
        Submissions.checkKind(header, Kind.MEMBER_JOINED);
        await(hall.writer().append(register.joined()));
        enter(id, header.author(), header.device());
    }

    /// Answers when the other device has.
    private void knock(long id, Slot slot, String payload) {
        hall.relay()
                .knock(slot, payload, this)
                .whenComplete((reply, failure) -> {
                    if (failure == null) {
                        answer(id, reply);
                    } else {
                        doorkeeper.failed();
                        decline(id, failure);
                    }
                });
    }

    private Reply comingBack(VerifyKey key) {
        Member member = hall.community().look(view -> view.comingBackWith(key));
        return new Reply.ComingBack(member.id(), member.name());
    }

    private void comeBack(long id, Request.Return back) {
        Header header = back.returned().header();
        greeting.check(header.device(), back.signature());
        Submissions.checkKind(header, Kind.DEVICE_RETURNED);
        await(hall.writer().append(back.returned()));
        enter(id, header.author(), header.device());
    }

    private void enter(long id, MemberId member, VerifyKey device) {
        Caller caller = new Caller(member, device, doorkeeper.address(), hall.clock().millis());
        Connection me = new Connection(caller, outlet, hall.archive(), hall.timing().patience());
        connection = me;
        hall.live().enter(me);
        doorkeeper.loggedIn();
        hall.registry().seen(me);
        if (hungUp) {
            leave(me);
        }
        answer(id, new Reply.LoggedIn(member));
        // Whoever was sent away between the look and the entry has been missed by the fan-out.
        hall.live().recheck(member);
    }

    private void resume(long id, Connection me, Request.Resume resume) {
        if (resume.logs().size() > Limits.RESUME_LOGS) {
            throw refused(
                    Code.TOO_MANY, "Resume at most " + Limits.RESUME_LOGS + " logs at a time.");
        }
        List<Reply.Resumed.Start> starts = new ArrayList<>();
        for (Request.Resume.From from : resume.logs()) {
            // What the client followed before must not come between the answer and its rest.
            hall.live().unfollow(me, from.log());
            starts.add(hall.archive().start(from, me.member(), me.device()));
        }
        answer(id, new Reply.Resumed(starts));
        for (Reply.Resumed.Start start : starts) {
            hall.live().follow(me, start.log(), start.offer().at().size());
            stopIfNoMember(me, start.log());
        }
    }

    /// Whoever left while the resume was under way must not go on reading.
    private void stopIfNoMember(Connection me, LogId log) {
        try {
            hall.community().checkMayRead(log, me.member());
        } catch (Refused e) {
            hall.live().unfollow(me, log);
        }
    }

    /// The answer comes before what the member's other devices do next is told: the last that a
    /// device hears is then the last that was done.
    private void inTurn(Connection me, Runnable task) {
        hall.turns().take(me.member(), task);
    }

    private void answer(long id, Reply reply) {
        answers.give(id, reply);
    }

    private void decline(long id, Throwable failure) {
        Connection me = connection;
        answers.decline(id, failure, me == null ? "" : me.member());
    }

    static <T> T await(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void end(Refusal why) {
        ended = true;
        answers.end(why);
    }
}
