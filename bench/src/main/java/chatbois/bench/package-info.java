/// Measurements that anybody can run again: `make bench`.
///
/// Read first: `Bench`.
///
/// May use: app, cellart, cellart.track, client, client.home, client.session, log, protocol,
/// protocol.event, protocol.name, server, server.community, server.journal, server.names,
/// server.search, server.store.
@NullMarked
package chatbois.bench;

import org.jspecify.annotations.NullMarked;
