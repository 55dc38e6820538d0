package chatbois.server.net;

import chatbois.log.Bytes32;
import chatbois.log.SignedGenesis;
import chatbois.log.SigningKey;
import chatbois.server.backup.Backups;
import chatbois.server.community.Community;
import chatbois.server.community.Writer;
import chatbois.server.control.Control;
import chatbois.server.control.Retention;
import chatbois.server.files.Downloads;
import chatbois.server.files.Uploads;
import chatbois.server.live.Archive;
import chatbois.server.live.Attendance;
import chatbois.server.live.Live;
import chatbois.server.live.Relay;
import chatbois.server.live.Summaries;
import chatbois.server.live.Timing;
import chatbois.server.live.Typists;
import chatbois.server.names.Suggestions;
import chatbois.server.search.Search;
import java.time.Clock;

/// Everything that a conversation needs of the server behind it.
///
/// @param tlsKey SHA-256 of the TLS key's SubjectPublicKeyInfo
/// @param timing how long it waits for its clients
/// @param bans which addresses are kept out
/// @param blocks who takes nothing from whom
/// @param privacies what members let be told of them
/// @param sight who may know of whom how they are there
/// @param attendance who is there
/// @param registry when devices were here
/// @param typists who is typing where
/// @param relay where devices of a member meet
/// @param search where to look for what was said
/// @param uploads takes files in
/// @param downloads reads files out
/// @param pace how fast its members make things
/// @param turns keeps apart what a member's devices do at the same time
public record Hall(
        SignedGenesis genesis,
        SigningKey serverKey,
        Bytes32 tlsKey,
        Community community,
        Writer writer,
        Archive archive,
        Summaries summaries,
        Live live,
        Backups backups,
        Control control,
        Retention retention,
        Uploads uploads,
        Downloads downloads,
        Suggestions suggestions,
        Search search,
        Timing timing,
        Pace pace,
        Turns turns,
        AddressBans bans,
        Blocks blocks,
        Privacies privacies,
        Sight sight,
        Attendance attendance,
        Registry registry,
        Relay relay,
        Typists typists,
        Clock clock) {}
