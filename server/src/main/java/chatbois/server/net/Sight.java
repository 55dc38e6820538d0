package chatbois.server.net;

import chatbois.log.MemberId;
import chatbois.protocol.right.Role;
import chatbois.protocol.view.Member;
import chatbois.server.community.Community;
import chatbois.server.live.Attendance;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Who may know of whom how they are there: members among each other, unless one of the two lets
/// nothing of it be told or has blocked the other; and a guest only of those in the same chat.
/// Whoever hides sees as little of others. Safe for any thread.
public final class Sight implements Attendance.Rules {
    private final Community community;
    private final Blocks blocks;
    private final Privacies privacies;
    private final Registry registry;

    public Sight(Community community, Blocks blocks, Privacies privacies, Registry registry) {
        this.community = community;
        this.blocks = blocks;
        this.privacies = privacies;
        this.registry = registry;
    }

    @Override
    public boolean isShown(MemberId member, MemberId to) {
        return privacies.of(member).presence()
                && privacies.of(to).presence()
                && !blocks.isBlocking(to, member)
                && !blocks.isBlocking(member, to)
                && isNear(member, to);
    }

    private boolean isNear(MemberId member, MemberId to) {
        Optional<Member> one = community.look(view -> view.member(member));
        Optional<Member> other = community.look(view -> view.member(to));
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        return !isGuest(other.get()) || shareChat(member, to);
    }

    private static boolean isGuest(Member member) {
        return member.role().name().equals(Role.GUEST.name());
    }

    private boolean shareChat(MemberId member, MemberId to) {
        return community
                .eachChatOf(
                        member,
                        chat -> chat.members().contains(member) && chat.members().contains(to))
                .contains(true);
    }

    @Override
    public long lastSeen(MemberId member, MemberId to) {
        boolean told =
                privacies.of(member).tellsLastSeen()
                        && privacies.of(to).tellsLastSeen()
                        && isShown(member, to);
        long millis = told ? registry.lastSeen(member) : 0;
        return millis - millis % TimeUnit.MINUTES.toMillis(1);
    }
}
