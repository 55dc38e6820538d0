package chatbois.protocol;

import chatbois.log.MemberId;

/// How a member is there, as far as they let the one who asks know it.
///
/// @param words what the member says about being away; empty for nothing, and unless away
/// @param lastSeen when one of the member's clients was connected last, milliseconds since 1970 to
///   the minute; 0 if that is not told
public record Sighting(MemberId member, State state, String words, long lastSeen) {
    /// How somebody is there.
    public enum State {
        ONLINE,
        AWAY,
        OFFLINE,

        /// It is not told.
        UNKNOWN
    }

    /// Nothing is told of a member.
    public static Sighting unknown(MemberId member) {
        return new Sighting(member, State.UNKNOWN, "", 0);
    }

    /// Never more than the member: it must not reach a log by accident.
    @Override
    public String toString() {
        return "Sighting(" + member + ")";
    }
}
