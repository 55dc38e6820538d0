package chatbois.protocol.view;

import chatbois.log.MemberId;
import chatbois.protocol.Limits;
import chatbois.protocol.right.ChatRole;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who is in a chat and as what, who is invited, and, of those who are gone, who should not come
/// back as if nothing had been. Not thread-safe.
final class ChatPeople {
    private final Map<MemberId, ChatRole> members = new LinkedHashMap<>();
    private final Map<MemberId, MemberId> invitedBy = new LinkedHashMap<>();
    private final Set<MemberId> removed = new LinkedHashSet<>();
    private final Set<MemberId> quiet = new LinkedHashSet<>();

    void begin(Collection<MemberId> first, MemberId maker, boolean direct) {
        first.forEach(
                m -> members.put(m, direct || m.equals(maker) ? ChatRole.OWNER : ChatRole.MEMBER));
    }

    void invite(MemberId member, MemberId by) {
        invitedBy.put(member, by);
    }

    /// Whoever comes into an empty chat is its owner, so that there always is one; whoever could
    /// only read before leaving can only read again.
    void enter(MemberId member) {
        boolean wasQuiet = quiet.remove(member);
        members.put(
                member,
                members.isEmpty()
                        ? ChatRole.OWNER
                        : wasQuiet ? ChatRole.READ_ONLY : ChatRole.MEMBER);
        invitedBy.remove(member);
        removed.remove(member);
    }

    void leave(MemberId member) {
        if (members.remove(member) == ChatRole.READ_ONLY) {
            remember(quiet, member);
        }
    }

    void takeBack(MemberId member) {
        invitedBy.remove(member);
    }

    void remove(MemberId member) {
        leave(member);
        remember(removed, member);
    }

    /// Takes out who is gone for good. If that was the last owner, the one of the highest role who
    /// has been here longest is the next.
    void drop(MemberId member) {
        invitedBy.remove(member);
        if (members.remove(member) == ChatRole.OWNER && !members.containsValue(ChatRole.OWNER)) {
            members.entrySet().stream()
                    .reduce((a, b) -> b.getValue().rank() > a.getValue().rank() ? b : a)
                    .ifPresent(next -> next.setValue(ChatRole.OWNER));
        }
    }

    void give(MemberId member, ChatRole role) {
        members.replace(member, role);
    }

    private static void remember(Set<MemberId> some, MemberId member) {
        if (some.size() >= Limits.CHAT_REMEMBERED) {
            some.remove(some.iterator().next());
        }
        some.add(member);
    }

    @Nullable ChatRole role(MemberId member) {
        return members.get(member);
    }

    boolean isMember(MemberId member) {
        return members.containsKey(member);
    }

    @Nullable MemberId inviterOf(MemberId member) {
        return invitedBy.get(member);
    }

    boolean wasRemoved(MemberId member) {
        return removed.contains(member);
    }

    boolean isLastOwner(MemberId member) {
        return role(member) == ChatRole.OWNER
                && Collections.frequency(members.values(), ChatRole.OWNER) == 1;
    }

    boolean isFull() {
        return members.size() + invitedBy.size() >= Limits.CHAT_MEMBERS;
    }

    Map<MemberId, ChatRole> members() {
        return Collections.unmodifiableMap(members);
    }

    Set<MemberId> invited() {
        return Collections.unmodifiableSet(invitedBy.keySet());
    }
}
