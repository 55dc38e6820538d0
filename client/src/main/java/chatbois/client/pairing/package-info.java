/// How two devices that share a short code find a strong key, with a server in between that learns
/// nothing: EC J-PAKE, and the channel under its key.
///
/// Read first: `Exchange`, then `PairingCode`.
///
/// May use: log, protocol.
@NullMarked
package chatbois.client.pairing;

import org.jspecify.annotations.NullMarked;
