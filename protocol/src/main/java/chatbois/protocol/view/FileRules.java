package chatbois.protocol.view;

import static chatbois.protocol.Refusal.refused;

import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.Refused;
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

    private static final long MEGA = 1_000_000;

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

    /// Refuses a file that is larger than is taken, and says who can change that, and how.
    ///
    /// @param name as the file is called; null where that isn't known
    public void checkSize(@Nullable String name, long size) {
        if (size > limit) {
            String what = name == null ? "This file" : name;
            throw refused(
                    Code.FILE_TOO_LARGE,
                    limit == 0
                            ? "This community takes no files. " + remedy(USUAL.limit)
                            : "%s has %s, and this community takes files of at most %s. %s"
                                    .formatted(
                                            what,
                                            new Amount(size),
                                            new Amount(limit),
                                            remedy(size)));
        }
    }

    private static String remedy(long size) {
        return size > Limits.FILE
                ? "None takes more than %s.".formatted(new Amount(Limits.FILE))
                : "Its owner or an admin (whoever has the permission files) can change that:"
                        + " /server files limit %dMB".formatted((size + MEGA - 1) / MEGA);
    }

    /// Refuses more than a member's files may have.
    ///
    /// @param used by the files that the server has
    public Refused overQuota(long used) {
        return refused(
                Code.OVER_QUOTA,
                ("Your files have %s here and may have %s together; delete messages with files that"
                                + " are not needed any more. Or an owner or admin lets members have"
                                + " more: /server files quota SIZE")
                        .formatted(new Amount(used), new Amount(quota)));
    }

    FileRules with(FilesSet set) {
        return new FileRules(
                set.limit() == null ? limit : set.limit(),
                set.quota() == null ? quota : set.quota(),
                set.days() == null ? days : set.days());
    }
}
