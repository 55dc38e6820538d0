package chatbois.server.live;

import chatbois.log.MemberId;
import chatbois.log.VerifyKey;
import java.net.InetAddress;

/// Who is at the other end of a connection.
///
/// @param since when it was made, milliseconds since 1970
public record Caller(MemberId member, VerifyKey device, InetAddress address, long since) {}
