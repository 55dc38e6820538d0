package chatbois.client.session;

import chatbois.log.MemberId;
import chatbois.protocol.Limits;
import chatbois.protocol.Privacy;
import chatbois.protocol.Request;
import chatbois.protocol.Sighting;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether somebody sits at this client, and how those are there whom it watches. Guarded by the
/// session's lock.
final class Presence {
    private final Map<MemberId, Sighting> sightings = new HashMap<>();
    private Set<MemberId> watched = Set.of();
    private @Nullable Privacy privacy;
    private boolean here;
    private boolean idle;
    private @Nullable String away;
    private @Nullable Request told;

    /// Somebody sits at this client, until its end.
    void here() {
        here = true;
    }

    /// @param isIdle whether no key was pressed for long
    void idle(boolean isIdle) {
        idle = isIdle;
    }

    /// @param words what is said about being away; null for being back
    void away(@Nullable String words) {
        away = words;
        idle = false;
    }

    /// The connection is another one: nothing was told on it, and nobody is watched.
    void connected() {
        told = null;
        sightings.clear();
    }

    void privacy(Privacy wish) {
        privacy = wish;
    }

    /// What the member lets be told; null until the server has said it.
    @Nullable Privacy privacy() {
        return privacy;
    }

    /// What is to be told of it now, if that is not what was told last. Nothing is, unless the
    /// member lets it be told.
    Optional<Request> takeNews() {
        Request now = new Request.BeHere(idle || away != null, away == null ? "" : away);
        if (!here || privacy == null || !privacy.presence() || now.equals(told)) {
            return Optional.empty();
        }
        told = now;
        return Optional.of(now);
    }

    /// Watches some members in place of those before, as many as can be; says whether those are
    /// others.
    boolean watch(Collection<MemberId> members) {
        Set<MemberId> some =
                new LinkedHashSet<>(members.stream().distinct().limit(Limits.WATCHED).toList());
        boolean others = !some.equals(watched);
        watched = some;
        sightings.keySet().retainAll(watched);
        return others;
    }

    List<MemberId> watched() {
        return List.copyOf(watched);
    }

    /// The server has answered how all those are who are watched.
    void answered(List<Sighting> all) {
        sightings.clear();
        saw(all);
    }

    /// Takes what the server tells, as far as it was asked for.
    void saw(List<Sighting> all) {
        for (Sighting sighting : all) {
            if (sighting.state() == Sighting.State.UNKNOWN) {
                sightings.remove(sighting.member());
            } else if (watched.contains(sighting.member())) {
                sightings.put(sighting.member(), sighting);
            }
        }
    }

    Nearby seen() {
        return new Nearby(sightings, Optional.ofNullable(away), Optional.ofNullable(privacy));
    }
}
