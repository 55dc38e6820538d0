package chatbois.terminal.command;

import chatbois.client.Communities;
import chatbois.client.home.Broken;
import chatbois.client.session.Entry;
import chatbois.client.session.Session;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.protocol.ChatLink;
import chatbois.protocol.Invite;
import chatbois.protocol.event.EventBody.SettingsChanged;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.name.MemberName;
import chatbois.protocol.right.Role;
import chatbois.protocol.view.Member;
import chatbois.terminal.markup.EmojiNames;
import chatbois.terminal.setting.ConfigFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Does what was typed. The switch over the verbs is the table of contents.
///
/// Futures fail with what [Sentences] can tell; nothing here waits; what has to is done on a thread
/// of its own. Safe for any thread.
public final class Actions {
    private static final String NOTHING_BROKEN = "The history here is what it was.";
    private static final Duration INVITE_IS_GOOD_FOR = Duration.ofDays(7);

    private final Communities communities;
    private final Clock clock;
    private final InviteActions invites;
    private final CommunityActions community;
    private final ModerationActions moderation;
    private final DeviceActions devices = new DeviceActions();
    private final RecoveryActions recovery = new RecoveryActions();
    private final MemberActions members = new MemberActions();
    private final AuditActions audit;
    private final ChatActions chats = new ChatActions();
    private final PinActions pins = new PinActions();
    private final MessageActions messages = new MessageActions();
    private final DoorActions doors;
    private final Lookup lookup;
    private final CompanyActions company;
    private final SettingActions settings;
    private final PictureActions pictures;
    private final FileActions files;
    private final KeyActions keys;
    private final AliasActions aliases;
    private final ForwardActions forwards;
    private final LinkActions links;

    /// For one command: with the settings as they stand in the file.
    public Actions(Communities communities, Clock clock) {
        this(communities, clock, new ConfigFile(communities.home(), Verb::isNamed));
    }

    public Actions(Communities communities, Clock clock, ConfigFile config) {
        this(communities, clock, config, Transfers.NONE);
    }

    /// @param transfers is told how far files are
    public Actions(Communities communities, Clock clock, ConfigFile config, Transfers transfers) {
        this.keys = new KeyActions(config);
        this.aliases = new AliasActions(config);
        this.settings = new SettingActions(config, keys);
        this.pictures = new PictureActions(config, settings);
        this.forwards = new ForwardActions(communities);
        this.files =
                new FileActions(
                        transfers,
                        new FileOpener(config, Opener.real()),
                        new FfmpegOffer(FfmpegHere.REAL));
        this.links = new LinkActions(config, Opener.real(), files);
        this.communities = communities;
        this.clock = clock;
        this.company = new CompanyActions(clock);
        this.invites = new InviteActions(clock);
        this.community = new CommunityActions(clock);
        this.moderation = new ModerationActions(clock);
        this.audit = new AuditActions(clock);
        this.doors = new DoorActions(communities, clock);
        this.lookup = new Lookup(clock);
    }

    /// Does it, from that place. What comes while a connection is being made waits for it.
    public CompletableFuture<Outcome> run(Input input, Spot spot) {
        return Patience.with(spot.session(), () -> runNow(input, spot));
    }

    private CompletableFuture<Outcome> runNow(Input input, Spot spot) {
        try {
            return switch (input) {
                case Input.Say(String text) -> say(spot, text.stripTrailing(), /* action= */ false);
                case Input.Run run -> run(run, spot);
                case Input.Unknown(String word) -> done(Verb.unknown(word));
            };
        } catch (IOException | RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /// Whether files are being sent or fetched.
    public boolean areFilesUnderWay() {
        return files.areUnderWay();
    }

    /// Says something in answer to a message.
    public CompletableFuture<Outcome> answer(Spot spot, Entry to, String text, boolean action) {
        return messages.answer(spot, to, text.stripTrailing(), action);
    }

    private CompletableFuture<Outcome> run(Input.Run run, Spot spot) throws IOException {
        run.checkIsAlone();
        List<String> words = run.words();
        Session session = spot.session();
        return switch (run.verb()) {
            case HELP ->
                    CompletableFuture.completedFuture(
                            new Outcome.Told(Help.about(words, keys.bindings())));
            case NEW -> make(session, words);
            case JOIN -> join(spot, unquoted(run.rest()));
            case INVITE -> words.isEmpty() ? invite(session) : invite(spot, words);
            case INVITES -> invites.run(session, words);
            case REVOKE -> invites.revoke(session, needed(run.rest(), run.verb()));
            case LEAVE -> leave(spot);
            case MSG -> message(session, run);
            case GO -> go(spot, unquoted(run.rest()));
            case CHATS -> CompletableFuture.completedFuture(Lists.chats(communities.sessions()));
            case SEARCH -> lookup.list(run.rest(), spot);
            case MEMBERS -> Lists.members(spot);
            case WHO -> community.who(session);
            case WHOIS -> company.whois(session, needed(run.rest(), run.verb()));
            case AWAY -> company.away(session, run.rest());
            case BACK -> company.back(session);
            case NOTIFY -> company.loudness(spot, run.rest());
            case QUIET -> company.quiet(session, run.rest());
            case PRIVACY -> company.privacy(session, run.words());
            case ME -> say(spot, needed(run.rest(), run.verb()), /* action= */ true);
            case LOCK -> change(session, new SettingsChanged(null, null, true), "is locked.");
            case UNLOCK -> change(session, new SettingsChanged(null, null, false), "is open.");
            case LIMIT -> limit(session, needed(run.rest(), run.verb()));
            case RENAME_COMMUNITY -> rename(session, named(run));
            case RENAME -> chats.rename(spot, named(run));
            case TOPIC -> chats.topic(spot, run.rest());
            case DESCRIBE -> {
                var described = Described.of(run.rest());
                yield described.isPresent()
                        ? files.describe(spot, described.get())
                        : chats.describe(spot, run.rest());
            }
            case ATTACH -> files.attach(spot, words);
            case SAVE -> files.save(spot, words);
            case CANCEL -> files.stop(spot);
            case REMOVE -> chats.remove(spot, words, run.verb());
            case CHAT_ROLE -> chats.role(spot, words, run.verb());
            case ARCHIVE -> chats.archive(spot, true);
            case UNARCHIVE -> chats.archive(spot, false);
            case DELETE -> chats.delete(spot, unquoted(run.rest()));
            case PUBLIC -> chats.publish(spot, true);
            case PRIVATE -> chats.publish(spot, false);
            case SLOW -> chats.slow(spot, run.rest());
            case BROWSE -> doors.browse(session, run.rest());
            case CHAT_LINK -> doors.makeLink(spot, words, run.verb());
            case CHAT_LINKS -> doors.links(spot, run.rest());
            case PIN -> pins.pin(spot, String.join(" ", words));
            case UNPIN -> pins.unpin(spot, String.join(" ", words));
            case PINS -> pins.list(spot);
            case REPLY -> messages.reply(spot, run.rest());
            case FORWARD -> forwards.forward(spot, run.words());
            case OPEN -> links.open(spot, run.words());
            case THREAD -> messages.thread(spot, run.rest());
            case EDIT -> messages.edit(spot, run.rest());
            case REDACT -> messages.delete(spot, run.rest());
            case REACT -> messages.react(spot, run.rest());
            case DETAILS -> Details.of(spot, run.rest());
            case INBOX -> Waiting.list(communities.sessions());
            case MENTIONS -> messages.mentions(session);
            case EXPORT -> export(spot, named(run));
            case ROLE -> role(session, words);
            case NEW_ROLE -> community.makeRole(session, words, run.verb());
            case DEL_ROLE -> community.removeRole(session, needed(run.rest(), run.verb()));
            case WELCOME -> community.welcome(session, run.rest());
            case PANIC -> community.panic(session, run.rest());
            case ANNOUNCE -> community.announce(session, needed(run.rest(), run.verb()));
            case KICK -> moderation.kick(session, words, run.verb());
            case BAN -> moderation.ban(session, words, run.verb());
            case UNBAN -> moderation.unban(session, words, run.verb());
            case BANS -> moderation.bans(session);
            case MUTE -> moderation.mute(session, words, run.verb());
            case UNMUTE -> moderation.unmute(session, words, run.verb());
            case EXPEL -> moderation.expel(session, words, run.verb());
            case AUDIT -> audit.run(session, words);
            case SERVER -> ServerActions.run(session, words);
            case RESTART -> ServerActions.end(session, words, /* restart= */ true);
            case SHUTDOWN -> ServerActions.end(session, words, /* restart= */ false);
            case CALL_OFF -> ServerActions.callOff(session);
            case LOG_LEVEL -> ServerActions.logLevel(session, run.rest());
            case RETENTION -> RetentionActions.run(spot, words);
            case BACKUP -> BackupActions.run(session, unquoted(run.rest()));
            case NAME -> members.name(session, words, run.verb());
            case STATUS -> members.status(session, run.rest());
            case LINK -> devices.link(session);
            case DEVICES -> devices.list(session, words);
            case UNLINK -> devices.unlink(session, needed(run.rest(), run.verb()));
            case RECOVERY -> recovery.run(session, run.rest());
            case RESET -> devices.reset(session, needed(run.rest(), run.verb()));
            case BLOCK -> members.block(session, needed(run.rest(), run.verb()));
            case UNBLOCK -> members.unblock(session, needed(run.rest(), run.verb()));
            case BLOCKED -> members.blocked(session, run.rest());
            case LEAVE_COMMUNITY -> Farewell.run(session, words);
            case THEME -> settings.theme(words);
            case VIEW ->
                    done("Pictures over the whole screen are for the screen; /open opens them.");
            case NUMBER ->
                    done(
                            "The numbers of chats are for the keys of the screen; /go NAME leads to one.");
            case STYLE -> pictures.style(words);
            case PICTURES -> pictures.pictures(spot, run.rest());
            case SET -> settings.set(words);
            case KEYS -> keys.run(run.rest());
            case TOUR -> done(Help.FIRST_MINUTE.toArray(String[]::new));
            case EDITOR -> done("Your editor is for the screen; here each line is a message.");
            case ALIAS -> aliases.run(run.rest());
            case UNALIAS -> aliases.remove(needed(run.rest(), run.verb()));
            case REPORT -> done(report(spot));
            case DISMISS -> dismiss(spot);
            case RECONNECT -> {
                session.retryNow();
                yield done();
            }
            case QUIT -> CompletableFuture.completedFuture(new Outcome.Quit());
        };
    }

    private static CompletableFuture<Outcome> done(String... lines) {
        return CompletableFuture.completedFuture(Outcome.told(lines));
    }

    private static String needed(String rest, Verb verb) {
        if (rest.isEmpty()) {
            throw WrongUsage.of(verb);
        }
        return rest;
    }

    private static String named(Input.Run run) {
        return needed(unquoted(run.rest()), run.verb());
    }

    /// A name needs no quotes where nothing comes behind it, and is the same with them.
    private static String unquoted(String rest) {
        boolean quoted = rest.length() > 2 && rest.startsWith("\"") && rest.endsWith("\"");
        return quoted ? rest.substring(1, rest.length() - 1) : rest;
    }

    private static CompletableFuture<Outcome> say(Spot spot, String text, boolean action) {
        return spot.session()
                .send(ChatActions.chat(spot), EmojiNames.replaced(text), action)
                .thenApply(_ -> Outcome.told());
    }

    private static CompletableFuture<Outcome> make(Session session, List<String> words) {
        if (words.isEmpty()) {
            throw WrongUsage.of(Verb.NEW);
        }
        ChatName name = ChatName.parse(words.getFirst());
        checkUnused(session, name);
        List<MemberId> others = new ArrayList<>();
        for (String word : words.subList(1, words.size())) {
            others.add(ModerationActions.member(session, word).id());
        }
        return session.makeChat(name, others).thenApply(id -> went(session, id));
    }

    /// Two chats of one name are hard to tell apart.
    private static void checkUnused(Session session, ChatName name) {
        for (ChatInfo chat : session.snapshot().chats()) {
            if (!chat.direct() && chat.isCalled(name.value())) {
                throw new IllegalArgumentException(
                        "You are in a chat called %s already; /go %s leads there. Take another name."
                                .formatted(chat.title(), chat.title()));
            }
        }
    }

    private static Outcome went(Session session, LogId chat) {
        return new Outcome.WentTo(new Spot(session, chat), List.of(), "");
    }

    private CompletableFuture<Outcome> join(Spot spot, String rest) {
        if (ChatLink.looksLike(rest)) {
            return doors.join(ChatLink.parse(rest));
        }
        return rest.startsWith(Invite.SCHEME)
                ? joinCommunity(spot.session(), Invite.parse(rest))
                : doors.join(spot, rest);
    }

    private CompletableFuture<Outcome> joinCommunity(Session session, Invite invite) {
        MemberName name = session.snapshot().me().name();
        return Later.run(
                "join",
                () -> {
                    Session joined =
                            invite.leadsBack()
                                    ? communities.comeBack(invite)
                                    : communities.join(invite, name);
                    return new Outcome.WentTo(
                            new Spot(joined, null),
                            List.of("You are " + joined.snapshot().me().name() + " here."),
                            "");
                });
    }

    private CompletableFuture<Outcome> invite(Session session) {
        return session.makeInvite(Role.MEMBER, 1, clock.instant().plus(INVITE_IS_GOOD_FOR))
                .thenApply(invite ->
                        Outcome.told(
                                "An invite for one, good for seven days; pass it on:",
                                invite.line()));
    }

    private static CompletableFuture<Outcome> invite(Spot spot, List<String> names) {
        LogId chat = ChatActions.chat(spot);
        List<Member> invited =
                names.stream().map(name -> ModerationActions.member(spot.session(), name)).toList();
        CompletableFuture<?>[] all =
                invited.stream()
                        .map(member -> spot.session().invite(chat, member.id()))
                        .toArray(CompletableFuture[]::new);
        String who = String.join(", ", invited.stream().map(m -> m.name().value()).toList());
        return CompletableFuture.allOf(all)
                .thenApply(_ -> Outcome.evident("Invited: " + who + "."));
    }

    private static CompletableFuture<Outcome> export(Spot spot, String typed) throws IOException {
        ChatInfo chat = ChatActions.info(spot);
        Path file = TypedPath.toMake(typed);
        Export export = new Export(spot.session(), chat, Export.Format.of(file));
        return Later.run(
                "export",
                () ->
                        Outcome.told(
                                "%d events are in %s."
                                        .formatted(export.to(file), file.toAbsolutePath())));
    }

    private static CompletableFuture<Outcome> leave(Spot spot) {
        Session session = spot.session();
        ChatInfo left = ChatActions.info(spot);
        String sentence =
                "You left %s; this is %s. /go NAME leads to another chat."
                        .formatted(
                                left.direct()
                                        ? "the chat with " + left.title()
                                        : "#" + left.title(),
                                session.snapshot().name());
        return session.leave(left.id())
                .thenApply(_ -> new Outcome.WentTo(new Spot(session, null), List.of(sentence), ""));
    }

    private static CompletableFuture<Outcome> message(Session session, Input.Run run) {
        if (run.words().isEmpty()) {
            throw WrongUsage.of(Verb.MSG);
        }
        String name = run.words().getFirst();
        String text = run.rest().substring(run.rest().indexOf(name) + name.length()).strip();
        Member other = ModerationActions.member(session, name);
        if (other.id().equals(session.snapshot().me().id())) {
            throw new IllegalArgumentException("That is you; a direct chat is with somebody else.");
        }
        return session.direct(other.id())
                .thenApply(chat -> new Outcome.WentTo(new Spot(session, chat), List.of(), text));
    }

    private CompletableFuture<Outcome> go(Spot spot, String name) {
        Communities.Found found =
                communities.chatNamed(needed(name, Verb.GO), spot.session().community());
        return CompletableFuture.completedFuture(went(found.session(), found.chat().id()));
    }

    private static CompletableFuture<Outcome> limit(Session session, String typed) {
        if (!typed.matches("[0-9]{1,7}")) {
            throw new WrongUsage("Type /limit and a number.");
        }
        return change(
                session,
                new SettingsChanged(null, Integer.parseInt(typed), null),
                "takes in at most " + typed + " members.");
    }

    private static CompletableFuture<Outcome> rename(Session session, String name) {
        return change(session, new SettingsChanged(name, null, null), "has its new name.");
    }

    private static CompletableFuture<Outcome> change(
            Session session, SettingsChanged settings, String sentence) {
        return session.change(settings).thenApply(_ -> Outcome.told("The community " + sentence));
    }

    private static CompletableFuture<Outcome> role(Session session, List<String> words) {
        if (words.isEmpty()) {
            return CompletableFuture.completedFuture(Roles.listed(session.snapshot()));
        }
        if (words.size() != 2) {
            throw WrongUsage.of(Verb.ROLE);
        }
        Member member = ModerationActions.member(session, words.getFirst());
        Role role = Roles.named(session.snapshot().roles(), words.getLast());
        return session.giveRole(member.id(), role)
                .thenApply(_ -> Outcome.told(member.name() + " is " + role.name() + " now."));
    }

    private static String report(Spot spot) {
        return broken(spot).map(Broken::report).orElse(NOTHING_BROKEN);
    }

    private static CompletableFuture<Outcome> dismiss(Spot spot) throws IOException {
        Broken broken = broken(spot).orElse(null);
        if (broken == null) {
            return done(NOTHING_BROKEN);
        }
        spot.session().dismiss(broken.log());
        return done("The history is taken as it is now.");
    }

    /// The report that stands there; the community's own comes first, since without its members no
    /// chat can be judged.
    private static Optional<Broken> broken(Spot spot) {
        return Optional.ofNullable(spot.session().snapshot().broken())
                .or(() -> spot.info().map(ChatInfo::broken));
    }
}
