package chatbois.client.session;

import chatbois.log.Bytes32;
import chatbois.log.Event;
import chatbois.log.Header;
import chatbois.log.VerifyKey;
import chatbois.protocol.view.Device;

/// Where an event comes from.
///
/// @param device the key that signed it
/// @param label what the author calls that device; empty if it is not known
/// @param written when it was written by that device's clock, which may be wrong, in milliseconds
///   since 1970
/// @param stored when the server took it, in milliseconds since 1970
/// @param hash the leaf of the log's tree, which covers place, times, text and signature
public record Origin(VerifyKey device, String label, long written, long stored, Bytes32 hash) {
    static Origin of(Event event, Community community) {
        Header header = event.header();
        String label =
                community
                        .view()
                        .everMember(header.author())
                        .flatMap(author -> author.device(header.device()))
                        .map(Device::label)
                        .orElse("");
        return new Origin(header.device(), label, header.clock(), event.time(), event.leaf());
    }
}
