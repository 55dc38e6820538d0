package chatbois.terminal.state;

import chatbois.client.session.Said;
import chatbois.client.session.Session.ChatPeople;
import chatbois.client.session.Snapshot;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.protocol.view.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Knows who is in the chat in view, as long as that is shown: asks when one goes there and when
/// something happened that may have changed it, but of many members not often. Owned by the
/// screen's thread.
final class Roll {
    /// What an answer holds for.
    ///
    /// @param members of the community, with their names and roles
    /// @param happened the last event in view that is no message
    private record Reason(Place chat, int size, List<Member> members, long happened) {}

    /// So long it waits for each member before it asks for all of them again.
    private static final Duration FOR_EACH = Duration.ofMillis(4);

    private @Nullable Reason asked;
    private boolean asking;
    private boolean stale;
    private Instant due = Instant.EPOCH;

    /// What to ask, if it is time.
    Optional<Effect> after(Model model) {
        Reason now = Layout.members(model) == 0 ? null : reason(model);
        stale = now != null && !now.equals(asked);
        if (now == null) {
            asked = null; // whatever changes meanwhile
        }
        if (now == null || !stale || asking) {
            return Optional.empty();
        }
        boolean elsewhere = asked == null || !asked.chat.equals(now.chat);
        if (!elsewhere && model.now().isBefore(due)) {
            return Optional.empty();
        }
        asked = now;
        asking = true;
        stale = false;
        return Optional.of(new Effect.Gather(now.chat));
    }

    /// Whether it waits for its time.
    boolean isWaiting() {
        return stale;
    }

    /// Of what failed nothing is known; the next change, such as a new connection, is a reason to
    /// ask again.
    void take(Model model, Event.Gathered answer) {
        asking = false;
        ChatPeople people = answer.people();
        if (people == null) {
            return;
        }
        due = model.now().plus(FOR_EACH.multipliedBy(people.members().size()));
        var me = model.community(answer.chat()).map(community -> community.me().id());
        model.crowd = Optional.of(Crowd.of(answer.chat(), people, me));
    }

    private static @Nullable Reason reason(Model model) {
        Place here = model.here;
        Snapshot community = model.community().orElse(null);
        ChatInfo chat = model.chat().orElse(null);
        if (here == null || community == null || chat == null || !model.isOnline(here)) {
            return null;
        }
        long happened =
                model.talk.entries().stream()
                        .filter(entry -> entry.said() instanceof Said.Happened)
                        .mapToLong(entry -> entry.seq())
                        .max()
                        .orElse(0);
        return new Reason(here, chat.members(), community.members(), happened);
    }
}
