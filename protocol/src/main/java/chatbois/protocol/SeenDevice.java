package chatbois.protocol;

import chatbois.log.VerifyKey;

/// A device as the server saw it.
///
/// @param lastSeen when it was connected last, milliseconds since 1970; 0 if it never was
/// @param connected whether it is connected now
public record SeenDevice(VerifyKey device, long lastSeen, boolean connected) {}
