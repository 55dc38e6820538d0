package chatbois.protocol.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.protocol.Refused;
import chatbois.protocol.Request;
import chatbois.protocol.right.Permission;
import chatbois.protocol.right.Rights;
import chatbois.protocol.right.Role;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Who may ask what.
public final class RequestRightsTest {
    /// What is needed for what is not free. What is written by a request is judged by itself.
    private static final Map<Class<?>, Permission> NEEDED =
            Map.of(
                    Request.Status.class, Permission.SEE_STATUS,
                    Request.OldFiles.class, Permission.FILES,
                    Request.SetLogLevel.class, Permission.LOG_LEVEL,
                    Request.Retention.class, Permission.RETENTION,
                    Request.BanAddresses.class, Permission.BAN_ADDRESSES,
                    Request.UnbanAddresses.class, Permission.BAN_ADDRESSES,
                    Request.AddressBans.class, Permission.BAN_ADDRESSES,
                    Request.Backup.class, Permission.BACKUP,
                    Request.Backups.class, Permission.BACKUP,
                    Request.BackupPart.class, Permission.BACKUP);

    private static final Set<Class<?>> FREE =
            Set.of(
                    Request.Append.class,
                    Request.MakeChat.class,
                    Request.Resume.class,
                    Request.Page.class,
                    Request.Chats.class,
                    Request.Related.class,
                    Request.ThreadOf.class,
                    Request.Mentions.class,
                    Request.ChatMembers.class,
                    Request.ChatDetails.class,
                    Request.PublicChats.class,
                    Request.Entrance.class,
                    Request.Who.class,
                    Request.Presences.class,
                    Request.OpenSlot.class,
                    Request.AnswerSlot.class,
                    Request.CloseSlot.class,
                    Request.SeenDevices.class,
                    Request.Block.class,
                    Request.Unblock.class,
                    Request.Blocks.class,
                    Request.Suggest.class,
                    Request.Search.class,
                    Request.Typing.class,
                    Request.BeHere.class,
                    Request.See.class,
                    Request.Receipts.class,
                    Request.PrivacyNow.class,
                    Request.SetPrivacy.class,
                    Request.KeepDraft.class,
                    Request.Drafts.class,
                    Request.OfferFile.class,
                    Request.PutFilePart.class,
                    Request.FilePart.class,
                    Request.MarkRead.class);

    /// Those that requests need, and those that widen an answer.
    public static Set<Permission> permissions() {
        Set<Permission> all = EnumSet.copyOf(NEEDED.values());
        all.add(Permission.SEE_ADDRESSES);
        return all;
    }

    @Test
    void every_request_is_tried_here() {
        Set<Class<?>> tried = new HashSet<>(FREE);
        tried.addAll(NEEDED.keySet());
        assertThat(tried)
                .containsExactlyInAnyOrder(Request.AsMember.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("roles")
    void a_role_may_ask_what_its_permissions_say_and_nothing_else(Role role) {
        for (Request request : Examples.requests()) {
            if (request instanceof Request.AsMember asked) {
                Permission needed = NEEDED.get(request.getClass());
                if (needed == null || role.permissions().contains(needed)) {
                    Rights.check(role, asked);
                } else {
                    assertThatThrownBy(() -> Rights.check(role, asked))
                            .isInstanceOf(Refused.class)
                            .hasMessageContaining(needed.word());
                }
            }
        }
    }

    private static Iterable<Role> roles() {
        return Role.BUILT_IN;
    }
}
