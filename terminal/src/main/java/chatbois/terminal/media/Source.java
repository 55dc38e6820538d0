package chatbois.terminal.media;

import chatbois.log.LogId;
import chatbois.protocol.event.Preview;

/// Where a picture comes from.
///
/// @param seq the place of the message that it came with
public record Source(LogId community, LogId chat, long seq, Preview preview) {}
