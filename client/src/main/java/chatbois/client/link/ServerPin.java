package chatbois.client.link;

import chatbois.log.Bytes32;
import chatbois.log.LogId;
import chatbois.log.VerifyKey;
import chatbois.protocol.Address;
import chatbois.protocol.Handshake;
import chatbois.protocol.Reply.Welcome;
import org.jspecify.annotations.Nullable;

/// What the server at the other end has to prove.
///
/// @param server null at the first contact: then the key in the genesis counts, which the
///   community's id covers
public record ServerPin(LogId community, @Nullable VerifyKey server, long epoch) {

    /// All that an invite tells.
    public static ServerPin firstContact(LogId community) {
        return new ServerPin(community, null, 1);
    }

    /// The handshake to sign, if the server is the one that is pinned.
    Handshake check(Welcome welcome, Address address, Bytes32 tlsKey, Bytes32 nonce)
            throws Untrusted {
        LogId found = welcome.genesis().genesis().communityId();
        if (!found.equals(community) || !welcome.genesis().isGenuine()) {
            throw new Untrusted(
                    "At "
                            + address
                            + " there is another community now, not the one that you know. Nothing"
                            + " was sent to it. Ask the owner for the right address.");
        }
        VerifyKey expected = server == null ? welcome.genesis().genesis().server() : server;
        Handshake handshake =
                new Handshake(community, epoch, expected, tlsKey, nonce, welcome.nonce());
        if (welcome.epoch() != epoch || !handshake.isSignedByServer(welcome.signature())) {
            throw new Untrusted(
                    "The key of the server at "
                            + address
                            + " is not the one that this community had. Either its owner set the"
                            + " server up anew, or somebody else answers in its place and would read"
                            + " along. Nothing was sent to it, and it isn't tried again. Ask the"
                            + " owner by other means before you go on.");
        }
        return handshake;
    }
}
