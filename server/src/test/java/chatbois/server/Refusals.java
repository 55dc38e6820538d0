package chatbois.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.log.LogId;
import chatbois.log.SignedEvent;
import chatbois.log.TreeHead;
import chatbois.protocol.BackupName;
import chatbois.protocol.Draft;
import chatbois.protocol.LogLevel;
import chatbois.protocol.Privacy;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Refused;
import chatbois.protocol.Request;
import chatbois.protocol.Sought;
import chatbois.protocol.Suggestion;
import chatbois.protocol.event.EventBody;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// What tests say about requests that are answered with no.
final class Refusals {
    private Refusals() {}

    static void assertRefused(Code code, ThrowingCallable request) {
        assertThatThrownBy(request)
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal().code()).isEqualTo(code));
    }

    /// One request of each type that needs a login.
    static List<Request> everyMembersRequest(Client by, LogId log) {
        SignedEvent event = by.sign(log, 1, TreeHead.EMPTY, new EventBody.Message("hello?", false));
        return List.of(
                new Request.Append(event),
                new Request.MakeChat(event, event),
                new Request.Resume(List.of(new Request.Resume.From(log, 0, TreeHead.EMPTY))),
                new Request.Page(log, 1, 1, 1),
                new Request.Chats(),
                new Request.ChatMembers(log),
                new Request.ChatDetails(log),
                new Request.PublicChats(""),
                new Request.Entrance(log, null),
                new Request.Who(),
                new Request.MarkRead(log, 1),
                new Request.Typing(log, true),
                new Request.BeHere(false, ""),
                new Request.See(List.of(by.id), true),
                new Request.Receipts(log),
                new Request.PrivacyNow(),
                new Request.SetPrivacy(Privacy.USUAL),
                new Request.KeepDraft(new Draft(log, "half a sent")),
                new Request.Drafts(),
                new Request.Status(),
                new Request.Retention(1),
                new Request.OldFiles(1),
                new Request.OfferFile(log.value(), 9),
                new Request.PutFilePart(log.value(), 0, ""),
                new Request.FilePart(log, 1, log.value(), 0, 9),
                new Request.SetLogLevel(LogLevel.QUIET),
                new Request.Backup(),
                new Request.Backups(),
                new Request.BackupPart(BackupName.at(Instant.EPOCH), 0),
                new Request.Suggest("", Suggestion.Sort.MEMBER, log),
                new Request.Search(
                        new Sought(
                                List.of(new Sought.Term("hello", false, false)),
                                null,
                                log,
                                0,
                                0,
                                false,
                                false),
                        null));
    }
}
