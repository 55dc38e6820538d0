package chatbois.protocol;

import chatbois.log.Signature;
import chatbois.log.VerifyKey;

/// What a new device tells the one that introduces it, where the server can't listen.
///
/// @param label what it is to be called
/// @param proof that it agrees: see `DeviceProof`
public record Arrival(VerifyKey device, String label, Signature proof) {}
