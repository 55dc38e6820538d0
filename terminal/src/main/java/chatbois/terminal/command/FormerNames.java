package chatbois.terminal.command;

import chatbois.client.session.Deed;
import chatbois.log.MemberId;
import chatbois.protocol.event.EventBody.MemberJoined;
import chatbois.protocol.event.EventBody.MemberRenamed;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// What everybody was called when something was done, for whoever goes through the trail from its
/// beginning.
final class FormerNames {
    private final Map<MemberId, String> called = new HashMap<>();
    private final Function<MemberId, String> otherwise;

    /// @param otherwise the name of somebody who never came in
    FormerNames(Function<MemberId, String> otherwise) {
        this.otherwise = otherwise;
    }

    /// Everybody who ever had that name; case doesn't count.
    static Set<MemberId> everCalled(String name, List<Deed> all) {
        Predicate<Object> same = one -> one.toString().equalsIgnoreCase(name);
        Set<MemberId> meant = new HashSet<>();
        for (Deed deed : all) {
            if (deed.body() instanceof MemberJoined joined && same.test(joined.name())) {
                meant.add(deed.author());
            } else if (deed.body() instanceof MemberRenamed(var member, var now)
                    && same.test(now)) {
                meant.add(member);
            }
        }
        return meant;
    }

    String now(MemberId member) {
        String name = called.get(member);
        return name == null ? otherwise.apply(member) : name;
    }

    /// Whoever comes in has a name already when that is told.
    void before(Deed deed) {
        if (deed.body() instanceof MemberJoined joined) {
            called.put(deed.author(), joined.name().value());
        }
    }

    /// A renaming is told by the name before.
    void after(Deed deed) {
        if (deed.body() instanceof MemberRenamed(var member, var name)) {
            called.put(member, name.value());
        }
    }
}
