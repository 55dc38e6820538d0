package chatbois.protocol;

import chatbois.log.MemberId;

/// A ban of addresses. It is no event: addresses are for admins only, and everybody reads the log.
///
/// @param until when it ends, in the server's time, milliseconds since 1970; 0 means never
/// @param by who laid it on
public record AddressBan(AddressRange range, long until, String reason, MemberId by) {
    public boolean isOver(long time) {
        return until != 0 && time > until;
    }
}
