package chatbois.protocol.view;

import chatbois.log.MemberId;

/// When the server ends, as somebody planned it.
///
/// @param at milliseconds since 1970, by the server's clock
/// @param restart whether it comes back by itself
/// @param reason may be empty
public record PlannedEnd(MemberId by, long at, boolean restart, String reason) {
    /// What it is called: `restart` or `shutdown`.
    public String word() {
        return restart ? "restart" : "shutdown";
    }
}
