/// Where a member's files live: the device's key, the profile, what was seen of every log.
///
/// Read first: `Home`, then `Folder`.
///
/// May use: log, protocol, protocol.event, protocol.name.
@NullMarked
package chatbois.client.home;

import org.jspecify.annotations.NullMarked;
