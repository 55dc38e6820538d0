package chatbois.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.LogId;
import chatbois.protocol.Address;
import chatbois.protocol.Invite;
import chatbois.protocol.InviteCode;
import chatbois.protocol.event.EventBody;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/// A community that the real program founded in a fresh directory, and its server process.
final class Town implements AutoCloseable {
    final Path data;
    final Peers peers;
    final LogId community;
    final Author owner;

    private final List<String> jvm;
    private final List<String> options;
    private final InviteCode open = InviteCode.generate(new SecureRandom());
    private Program program;
    private Address address;

    /// @param folder where the invite goes
    Town(Path folder, Path data, List<String> jvm, String... more) throws Exception {
        this.data = data;
        this.jvm = jvm;
        this.peers = new Peers();
        Path inviteFile = folder.resolve("invite");
        options = new ArrayList<>(List.of("--data", data.toString(), "--name", "Fault Town"));
        options.addAll(List.of("--address", "127.0.0.1:7777", "--max-members", "5000"));
        options.addAll(List.of("--recovery-out", folder.resolve("recovery").toString()));
        options.addAll(List.of("--invite-out", inviteFile.toString()));
        options.addAll(List.of("--connections-per-address", "0"));
        options.addAll(List.of(more));
        program = Program.serve(jvm, options);
        address = program.address();
        program.await("./chatbois join");
        Invite invite = Invite.parse(Files.readString(inviteFile));
        community = invite.community();
        owner = new Author(community);
        moveIn(invite.code());
    }

    private void moveIn(InviteCode code) throws Exception {
        Peer peer = connect();
        owner.register(peer, code, "owner");
        EventBody invite = new EventBody.InviteMade(open.verifyKey(), 5_000, 0);
        Waiting.get(
                peer.ask(new chatbois.protocol.Request.Append(owner.sign(community, 2, invite))));
        peer.cut();
    }

    Address address() {
        return address;
    }

    Program program() {
        return program;
    }

    /// The line that lets a person in.
    String invite() {
        return new Invite(address, open, community).line();
    }

    /// A new member; the connection stays.
    Author newcomer(Peer peer, String name) throws Exception {
        Author author = new Author(community);
        author.register(peer, open, name);
        return author;
    }

    Peer connect() throws Exception {
        return Waiting.get(peers.connect(address));
    }

    Peer logIn(Author author) throws Exception {
        return Waiting.get(author.logIn(connect()));
    }

    /// The owner makes a chat with the others.
    LogId chat(List<Author> others) throws Exception {
        Peer peer = logIn(owner);
        List<chatbois.log.MemberId> members = new ArrayList<>(List.of(owner.id));
        others.forEach(other -> members.add(other.id));
        LogId chat = owner.makeChat(peer, 3, "square", members);
        peer.cut();
        return chat;
    }

    /// Starts the server again, on another port.
    void restart() throws Exception {
        assertThat(program.isRunning()).isFalse();
        program = Program.serve(jvm, options);
        address = program.address();
    }

    /// Stops the server in order, and has every stored byte looked at.
    void stopAndCheck() throws Exception {
        program.stop();
        Program.check(data);
    }

    @Override
    public void close() {
        program.close();
        peers.close();
    }
}
