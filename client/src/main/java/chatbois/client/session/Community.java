package chatbois.client.session;

import chatbois.log.Event;
import chatbois.log.Frontier;
import chatbois.log.LogBroken;
import chatbois.log.LogId;
import chatbois.log.Malformed;
import chatbois.log.MemberId;
import chatbois.log.TreeHead;
import chatbois.log.VerifyKey;
import chatbois.protocol.Frames;
import chatbois.protocol.Refused;
import chatbois.protocol.Request.Resume.From;
import chatbois.protocol.Suggestion;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.view.CommunityView;
import chatbois.protocol.view.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The community's own log, folded into its members and settings. Guarded by the session's lock.
final class Community extends Track {
    private final VerifyKey firstServer;
    private CommunityView view;
    private Frontier frontier = Frontier.EMPTY;
    private @Nullable List<Member> members;

    /// @param firstServer the key that founded the community
    Community(LogId log, Memory memory, VerifyKey firstServer) {
        super(log, memory);
        this.firstServer = firstServer;
        this.view = new CommunityView(log, firstServer);
    }

    /// Takes the copy from the disk, as far as it fits what is pinned. Its events were verified
    /// when they came, and the tree shows that they are the same, so that their signatures needn't
    /// be checked again. False if it doesn't fit.
    boolean restore(List<Event> events) {
        TreeHead pinned = newest();
        for (Event event : events) {
            frontier = frontier.append(event.leaf());
            if (!hasItsBody(event)
                    || (frontier.size() == pinned.size() && !frontier.head().equals(pinned))) {
                forget();
                return false;
            }
            bodyOf(event).ifPresent(body -> view.apply(event.header(), body, event.time()));
        }
        read(frontier.head());
        return true;
    }

    /// Starts over; the pin stays.
    void forget() {
        view = new CommunityView(log(), firstServer);
        frontier = Frontier.EMPTY;
        members = null;
        read(TreeHead.EMPTY);
    }

    @Override
    void unpin() {
        forget();
        super.unpin();
    }

    @Override
    void take(Event event) throws LogBroken {
        Optional<EventBody.InCommunity> body = bodyOf(event);
        try {
            if (body.isPresent()) {
                view.check(event.header(), body.get(), event.time());
                view.apply(event.header(), body.get(), event.time());
            }
        } catch (Refused e) {
            throw new LogBroken(
                    log(),
                    LogBroken.Kind.FORGED,
                    "event " + event.seq() + " was not allowed: " + e.getMessage());
        }
        frontier = frontier.append(event.leaf());
        members = null;
    }

    /// The edge of the tree after the last event taken.
    Frontier frontier() {
        return frontier;
    }

    /// Where to read on.
    From from() {
        return new From(log(), head().size(), newest());
    }

    /// Whether all is here that the server has promised.
    boolean isCurrent() {
        return head().size() >= newest().size() && head().size() > 0;
    }

    CommunityView view() {
        return view;
    }

    List<Member> members() {
        List<Member> now = members;
        if (now == null) {
            now = List.copyOf(view.members());
            members = now;
        }
        return now;
    }

    /// A member's name, for showing.
    String name(MemberId member) {
        return view.everMember(member).map(Member::shownName).orElse("somebody");
    }

    private static boolean hasItsBody(Event event) {
        var content = event.signed().content();
        return content == null || content.commitment().equals(event.header().commitment());
    }

    /// Empty for an event of a newer program, which can't be told here.
    private static Optional<EventBody.InCommunity> bodyOf(Event event) {
        var content = event.signed().content();
        if (content == null) {
            return Optional.empty();
        }
        try {
            EventBody body = Frames.decodeBody(event.header().kind(), content.body());
            return body instanceof EventBody.InCommunity known
                    ? Optional.of(known)
                    : Optional.empty();
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    /// Only members of whom the community's log tells: the server can't make anybody up.
    List<String> titles(List<Suggestion> best, Suggestion.Sort sort) {
        List<String> titles = new ArrayList<>();
        for (Suggestion suggestion : best) {
            ChatName chat = suggestion.name();
            MemberId member = suggestion.member();
            if (chat != null) {
                titles.add("#" + chat.value());
            } else if (member != null) {
                String at = sort == Suggestion.Sort.CHAT ? "@" : "";
                view.member(member).ifPresent(known -> titles.add(at + known.name().value()));
            }
        }
        return titles;
    }
}
