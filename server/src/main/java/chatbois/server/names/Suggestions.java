package chatbois.server.names;

import static chatbois.protocol.Refusal.refused;

import chatbois.log.Event;
import chatbois.log.LogId;
import chatbois.log.MemberId;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Reply;
import chatbois.protocol.Request;
import chatbois.protocol.Suggestion;
import chatbois.protocol.event.Kind;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.name.SearchKey;
import chatbois.protocol.name.SearchKey.Fit;
import chatbois.protocol.view.ChatView;
import chatbois.protocol.view.CommunityView;
import chatbois.protocol.view.Member;
import chatbois.server.community.Commit;
import chatbois.server.community.Community;
import chatbois.server.community.NameWatch;
import chatbois.server.store.LogRow;
import chatbois.server.store.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What names a member may be typing: how well they begin so, then whom the member talks with most
/// and latest, then who is in the chat in view, then by name.
///
/// Nothing that isn't for everybody's eyes is in an index: members, and chats while they are
/// public. A member's other chats are looked up among that member's own, so that they can't show to
/// somebody outside, however they are asked for.
///
/// Safe for any thread. It is told of members under the write lock of [Community] and takes its own
/// locks inside of that; it never asks the community while holding one of its own.
public final class Suggestions implements NameWatch {
    /// In larger chats nobody comes first for being there: looking at all costs too much.
    private static final int CHAT_IN_VIEW = 1_000;

    /// How much is read at the start to know who talks with whom.
    private static final int RECENT_EVENTS = 10_000;

    private static final int RECENT_IN_CHAT = 100;

    private final Community community;
    private final NameIndex<MemberId> members = new NameIndex<>();
    private final NameIndex<LogId> openChats = new NameIndex<>();
    private final Circles circles = new Circles();

    /// A name that may be meant, and how well it fits.
    private record Candidate(Suggestion suggestion, SearchKey key, Fit fit) {}

    public Suggestions(Community community) {
        this.community = community;
    }

    // What happens.

    @Override
    public void changed(@Nullable Member before, @Nullable Member after) {
        if (before != null && after != null && before.name().equals(after.name())) {
            return;
        }
        if (before != null) {
            members.remove(before.name().value(), before.id());
        }
        if (after != null) {
            members.add(after.name().value(), after.id());
        }
    }

    @Override
    public void openChat(LogId chat, @Nullable ChatName before, @Nullable ChatName after) {
        if (before != null) {
            openChats.remove(before.value(), chat);
        }
        if (after != null) {
            openChats.add(after.value(), chat);
        }
    }

    /// Takes in who spoke lately. The members are known already: they were told while the community
    /// read its log.
    public void load(Reader reader) {
        List<LogRow> latest =
                reader.logs().stream()
                        .filter(row -> !row.log().equals(community.id()))
                        .sorted(Comparator.comparingLong(LogRow::lastTime).reversed())
                        .limit(RECENT_EVENTS / RECENT_IN_CHAT)
                        .toList();
        for (LogRow row : latest.reversed()) {
            reader.eachRecentAuthor(
                    row, RECENT_IN_CHAT, (author, time) -> spoke(row.log(), author, time));
        }
    }

    /// Takes in a commit that is on disk.
    public void told(Commit commit) {
        for (Event event : commit.events()) {
            if (event.header().kind() == Kind.MESSAGE.code()) {
                spoke(commit.log(), event.header().author(), event.time());
            }
        }
    }

    private void spoke(LogId chat, MemberId author, long time) {
        circles.spoke(chat, author, community.otherIn(chat, author), time);
    }

    // What is asked.

    /// The best ten for what a member has typed.
    ///
    /// @param blocked whom the member wants to see nothing of
    public Reply.Suggested best(MemberId asker, Set<MemberId> blocked, Request.Suggest typed) {
        if (typed.beginning().getBytes(StandardCharsets.UTF_8).length > Limits.SUGGEST_BEGINNING) {
            throw refused(
                    Code.TOO_LONG,
                    "No name is that long: at most "
                            + Limits.SUGGEST_BEGINNING
                            + " bytes of one can be asked for.");
        }
        SearchKey beginning = SearchKey.of(typed.beginning());
        Stream<Candidate> candidates =
                switch (typed.sort()) {
                    case MEMBER -> members(asker, blocked, typed.chat(), beginning);
                    case CHAT -> Stream.concat(chats(asker, beginning), others(asker, beginning));
                };
        return new Reply.Suggested(
                candidates
                        .filter(candidate -> candidate.fit() != Fit.NONE)
                        .filter(candidate -> !isOf(blocked, candidate.suggestion()))
                        .sorted(Comparator.comparing(Candidate::fit))
                        .limit(Limits.SUGGESTIONS)
                        .map(Candidate::suggestion)
                        .toList());
    }

    private static boolean isOf(Set<MemberId> blocked, Suggestion suggestion) {
        return suggestion.member() != null && blocked.contains(suggestion.member());
    }

    /// First those who are near, in their order, then the index's best, in its order.
    private Stream<Candidate> members(
            MemberId asker, Set<MemberId> blocked, @Nullable LogId chat, SearchKey beginning) {
        Set<MemberId> near = new LinkedHashSet<>(circles.people(asker));
        List<MemberId> talkedWith = List.copyOf(near);
        near.addAll(here(asker, chat));
        near.remove(asker);
        List<MemberId> others =
                members.first(
                        beginning,
                        id -> !near.contains(id) && !blocked.contains(id) && !id.equals(asker),
                        Limits.SUGGESTIONS);
        List<Candidate> here = named(without(near, talkedWith), beginning);
        here.sort(Comparator.comparing(candidate -> candidate.key().folded()));
        return Stream.of(
                        named(without(talkedWith, List.of(asker)), beginning),
                        here,
                        named(others, beginning))
                .flatMap(List::stream);
    }

    private static List<MemberId> without(Collection<MemberId> all, List<MemberId> some) {
        return all.stream().filter(id -> !some.contains(id)).toList();
    }

    private Set<MemberId> here(MemberId asker, @Nullable LogId chat) {
        if (chat == null) {
            return Set.of();
        }
        return community.lookAtChat(
                chat,
                asker,
                view ->
                        view.members().size() > CHAT_IN_VIEW
                                ? Set.of()
                                : Set.copyOf(view.members()));
    }

    /// With their names, but those who are members no more.
    private List<Candidate> named(List<MemberId> ids, SearchKey beginning) {
        List<Member> found =
                community.look(
                        view -> ids.stream().flatMap(id -> view.member(id).stream()).toList());
        List<Candidate> named = new ArrayList<>();
        for (Member member : found) {
            named.add(
                    candidate(
                            new Suggestion(member.id(), null, null),
                            member.name().value(),
                            beginning));
        }
        return named;
    }

    private static Candidate candidate(Suggestion suggestion, String name, SearchKey beginning) {
        SearchKey key = SearchKey.of(name);
        return new Candidate(suggestion, key, key.fit(beginning));
    }

    /// The asker's own, those first in which the asker talks most and latest.
    private Stream<Candidate> chats(MemberId asker, SearchKey beginning) {
        List<LogId> latest = circles.chats(asker);
        return community.eachChatOf(asker, view -> suggestion(view, asker)).stream()
                .map(suggestion -> candidate(suggestion, title(suggestion), beginning))
                .filter(candidate -> !candidate.key().folded().isEmpty())
                .sorted(
                        Comparator.comparingInt((Candidate c) -> rank(latest, c))
                                .thenComparing(c -> c.key().folded()));
    }

    /// The public chats that the asker is not in.
    private Stream<Candidate> others(MemberId asker, SearchKey beginning) {
        Set<LogId> own = Set.copyOf(community.eachChatOf(asker, ChatView::chat));
        List<LogId> found =
                openChats.first(beginning, chat -> !own.contains(chat), Limits.SUGGESTIONS);
        return community.lookAtOpenChats(found, view -> suggestion(view, asker)).stream()
                .map(suggestion -> candidate(suggestion, title(suggestion), beginning));
    }

    private static Suggestion suggestion(ChatView view, MemberId asker) {
        return new Suggestion(view.otherThan(asker).orElse(null), view.chat(), view.name());
    }

    /// What a chat is called, of a direct one the other's name.
    private String title(Suggestion suggestion) {
        ChatName name = suggestion.name();
        MemberId other = suggestion.member();
        if (name != null) {
            return name.value();
        }
        return other == null ? "" : community.look(view -> nameOf(view, other));
    }

    private static String nameOf(CommunityView view, MemberId member) {
        return view.member(member).map(found -> found.name().value()).orElse("");
    }

    private static int rank(List<LogId> latest, Candidate candidate) {
        int place = latest.indexOf(candidate.suggestion().chat());
        return place < 0 ? latest.size() : place;
    }
}
