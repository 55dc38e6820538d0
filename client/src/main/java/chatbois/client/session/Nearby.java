package chatbois.client.session;

import chatbois.log.MemberId;
import chatbois.protocol.Privacy;
import chatbois.protocol.Sighting;
import java.util.Map;
import java.util.Optional;

/// What members let each other know of being there.
///
/// @param sightings how those are there whom this client watches; without those of whom nothing is
///   told
/// @param away what is said of being away, if this client was set so; empty for nothing
/// @param privacy what this member lets be told; nothing until the server has said it
public record Nearby(
        Map<MemberId, Sighting> sightings, Optional<String> away, Optional<Privacy> privacy) {
    public static final Nearby NOTHING = new Nearby(Map.of(), Optional.empty(), Optional.empty());

    public Nearby {
        sightings = Map.copyOf(sightings);
    }

    /// How a member is there.
    public Sighting of(MemberId member) {
        return sightings.getOrDefault(member, Sighting.unknown(member));
    }
}
