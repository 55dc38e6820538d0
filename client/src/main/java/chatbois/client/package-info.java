/// A member's side without a screen: the communities that a member belongs to, each kept alive.
///
/// Read first: `Communities`, then `Session`.
///
/// May use: client.home, client.link, client.pairing, client.session, log, protocol, protocol.name.
@NullMarked
package chatbois.client;

import org.jspecify.annotations.NullMarked;
