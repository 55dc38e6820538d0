package chatbois.client.session;

import chatbois.log.Event;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.protocol.event.EventBody.ChatMade;
import chatbois.protocol.event.EventBody.MemberRenamed;
import chatbois.protocol.name.MemberName;
import chatbois.protocol.view.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the member is told of the community wherever they are: what is new in its log, and not what
/// was before they came. Guarded by the session's lock.
final class Tidings {
    /// So many at once have a sentence each.
    private static final int FEW = 3;

    private final Community community;
    private final Pen pen;
    private final Notices notices;
    private final MadeChats made = new MadeChats();

    /// Who was renamed, in sentences that were not told yet.
    private final List<String> renamed = new ArrayList<>();

    private boolean isNews;

    Tidings(Community community, Pen pen, Notices notices) {
        this.community = community;
        this.pen = pen;
        this.notices = notices;
        this.isNews = community.head().size() > 0;
    }

    /// Everything is here, so that what comes from now on is new; a newcomer is welcomed.
    void begin() {
        String welcome = community.view().settings().welcome();
        if (!isNews && !welcome.isEmpty()) {
            notices.add(welcome);
        }
        isNews = true;
    }

    /// The log is read anew, and was told before.
    void again() {
        isNews = false;
    }

    /// Hears what comes next in the log, while everybody is still called as before it.
    void coming(Event event) {
        if (isNews
                && Teller.body(event) instanceof MemberRenamed(MemberId member, MemberName name)
                && !member.equals(pen.member())) {
            renamed.add("%s is called %s now.".formatted(community.name(member), name.value()));
        }
    }

    private void tellRenamed() {
        if (renamed.size() <= FEW) {
            renamed.forEach(notices::mention);
        } else {
            notices.mention(
                    "%d members have other names now; /members lists them."
                            .formatted(renamed.size()));
        }
        renamed.clear();
    }

    /// Takes what came in the log.
    ///
    /// @param titles what chats are called in the list
    /// @param before what the member was before it
    /// @param now what the member is after it
    /// @param chats those that the member is in; null for others
    void heard(
            List<Event> events,
            Member before,
            Member now,
            Function<LogId, @Nullable Chat> chats,
            Function<Chat, String> titles) {
        if (!isNews) {
            return;
        }
        for (Event event : events) {
            News.of(event, community, pen.clock().millis())
                    .ifPresent(sentence -> notices.add(event.time(), sentence));
            hearOfChat(event, chats, titles);
        }
        new Newcomers(community, pen.member()).in(events).forEach(notices::mention);
        tellRenamed();
        hearOfMe(events, before, now);
    }

    private void hearOfChat(
            Event event, Function<LogId, @Nullable Chat> chats, Function<Chat, String> titles) {
        MemberId maker = event.header().author();
        if (Teller.body(event) instanceof ChatMade(LogId id) && !maker.equals(pen.member())) {
            made.made(id, maker);
            Chat chat = chats.apply(id);
            if (chat != null) {
                added(chat, titles);
            }
        }
    }

    /// What this device has done, whoever sits there knows; and who is no member any more is told
    /// so by the server.
    private void hearOfMe(List<Event> events, Member before, Member now) {
        boolean own =
                events.stream().allMatch(e -> e.header().device().equals(pen.device().verifyKey()));
        if (!own && community.view().member(pen.member()).isPresent()) {
            News.ofMe(before, now, pen.clock().millis()).forEach(notices::add);
        }
    }

    /// The member comes into a chat by themselves, so that nobody has put them there.
    void entering(LogId chat) {
        made.take(chat);
    }

    /// The member is in a chat that was not there before.
    void added(Chat chat, Function<Chat, String> titles) {
        made.take(chat.log())
                .filter(_ -> !chat.info().direct())
                .ifPresent(maker ->
                        notices.mention(
                                "%s made #%s with you in it."
                                        .formatted(community.name(maker), titles.apply(chat))));
    }
}
