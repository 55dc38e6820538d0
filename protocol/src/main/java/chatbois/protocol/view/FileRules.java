package chatbois.protocol.view;

import static chatbois.protocol.Refusal.refused;

import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.event.EventBody.FilesSet;
import org.jspecify.annotations.Nullable;

/// What files a community takes.
///
/// @param limit bytes of the largest file; 0 for no files at all
/// @param quota bytes of one member's files together
/// @param days that they are kept; 0 for as long as the messages that they came with
public record FileRules(long limit, long quota, int days) {
    /// Those of a community that has said nothing of it.
    static final FileRules USUAL = new FileRules(100_000_000, 2_000_000_000, 0);

    static void check(FilesSet set) {
        if (set.limit() == null && set.quota() == null && set.days() == null) {
            throw refused(Code.BAD_REQUEST, "That changes nothing about files.");
        }
        checkBytes(set.limit(), "The largest file has");
        checkBytes(set.quota(), "A member's files have");
        ServerPlan.checkDays(set.days());
    }

    private static void checkBytes(@Nullable Long bytes, String what) {
        if (bytes != null && (bytes < 0 || bytes > Limits.FILE)) {
            throw refused(Code.BAD_REQUEST, "%s from 0 to %,d bytes.".formatted(what, Limits.FILE));
        }
    }

    FileRules with(FilesSet set) {
        return new FileRules(
                set.limit() == null ? limit : set.limit(),
                set.quota() == null ? quota : set.quota(),
                set.days() == null ? days : set.days());
    }
}
