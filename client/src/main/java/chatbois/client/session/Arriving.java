package chatbois.client.session;

import static chatbois.protocol.Refusal.refused;

import chatbois.client.home.Folder;
import chatbois.client.home.Home;
import chatbois.client.home.Profile;
import chatbois.client.link.Stranger;
import chatbois.client.link.Untrusted;
import chatbois.client.pairing.Channel;
import chatbois.client.pairing.Exchange;
import chatbois.client.pairing.PairingCode;
import chatbois.client.pairing.PairingFailed;
import chatbois.log.Base64Url;
import chatbois.log.Bytes32;
import chatbois.log.SigningKey;
import chatbois.protocol.Address;
import chatbois.protocol.Arrival;
import chatbois.protocol.Frames;
import chatbois.protocol.Introduction;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Refused;
import chatbois.protocol.event.DeviceProof;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Becomes one more device of a member, by a code that another one shows. The server at that
/// address has proven nothing: what counts is what the other device says, where nobody can listen.
record Arriving(Home home, Address address, PairingCode code, String label, Outside outside) {
    private static final int CONFIRMATION = Bytes32.LENGTH;

    /// Waits until the other device has linked this one; gives the new membership's files. May be
    /// [Refused].
    Folder run() throws IOException, PairingFailed, Untrusted {
        Exchange exchange = Exchange.asNewcomer(code, outside.random());
        try (Stranger server = Stranger.open(outside.dialer(), address)) {
            byte[] answer = knock(server, exchange.first());
            answer = knock(server, exchange.second(answer));
            exchange.finish(Arrays.copyOf(answer, Math.min(CONFIRMATION, answer.length)));
            Channel channel = exchange.channel();
            Introduction told =
                    Frames.decodeIntroduction(
                            channel.open(Arrays.copyOfRange(answer, CONFIRMATION, answer.length)));
            checkSame(server, told);
            return arrive(server, channel, told);
        }
    }

    private byte[] knock(Stranger server, byte[] said) throws IOException {
        return Base64Url.decode(server.knock(code.slot(), Base64Url.encode(said)));
    }

    private void checkSame(Stranger server, Introduction told) throws Untrusted {
        if (!told.tlsKey().equals(server.tlsKey())) {
            throw new Untrusted(
                    "Whoever answers at "
                            + address
                            + " is not the server that your other device speaks with: somebody is in"
                            + " between. This device was not linked. Try again from another network.");
        }
    }

    private Folder arrive(Stranger server, Channel channel, Introduction told)
            throws IOException, PairingFailed {
        Folder folder = home.folder(told.community());
        if (folder.profile().filter(Profile::joined).isPresent()) {
            throw refused(
                    Code.ALREADY_THERE,
                    "This machine is a member's device there already; just connect.");
        }
        folder.delete();
        SigningKey key = SigningKey.generate(outside.random());
        folder.save(key);
        folder.save(profile(told));
        try {
            Arrival arrival =
                    new Arrival(
                            key.verifyKey(),
                            label,
                            DeviceProof.link(key, told.community(), told.member()));
            channel.open(knock(server, channel.seal(Frames.encode(arrival))));
        } catch (Refused e) {
            folder.delete();
            throw e;
        }
        folder.save(profile(told).asJoined());
        return folder;
    }

    /// This address is known to work from here, so it comes first.
    private Profile profile(Introduction told) {
        List<Address> addresses = new ArrayList<>(told.addresses());
        addresses.remove(address);
        addresses.addFirst(address);
        return new Profile(
                told.community(),
                told.name(),
                addresses,
                told.member(),
                told.memberName(),
                told.server(),
                told.epoch(),
                /* joined= */ false);
    }
}
