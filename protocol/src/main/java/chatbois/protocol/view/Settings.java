package chatbois.protocol.view;

import static chatbois.protocol.Refusal.refused;

import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.event.EventBody.SettingsChanged;
import org.jspecify.annotations.Nullable;

/// What a community is set to.
///
/// @param name empty before the founding
/// @param welcome what newcomers are told; may be empty
public record Settings(String name, int maxMembers, boolean locked, String welcome, Panic panic) {
    /// Before the founding.
    public static final Settings NONE = new Settings("", 0, false, "", Panic.PEACE);

    /// Whether nobody new comes in.
    public boolean isClosed() {
        return locked || panic.nobodyNew();
    }

    static void check(SettingsChanged changed) {
        if (changed.name() != null) {
            checkName(changed.name());
        }
        if (changed.maxMembers() != null) {
            checkMaxMembers(changed.maxMembers());
        }
        if (changed.welcome() != null) {
            OneLine.check(changed.welcome(), Limits.ANNOUNCEMENT, "A welcome");
        }
        if (changed.panic() != null && !Panic.isLevel(changed.panic())) {
            throw refused(
                    Code.BAD_REQUEST,
                    "The panic level is a number from %d (worst) to %d (peace)."
                            .formatted(Panic.WORST, Panic.PEACE.level()));
        }
    }

    Settings with(SettingsChanged changed) {
        return new Settings(
                orElse(changed.name(), name),
                orElse(changed.maxMembers(), maxMembers),
                orElse(changed.locked(), locked),
                orElse(changed.welcome(), welcome),
                new Panic(orElse(changed.panic(), panic.level())));
    }

    private static <T> T orElse(@Nullable T changed, T now) {
        return changed == null ? now : changed;
    }

    /// Refuses what no community can be called.
    public static void checkName(String wanted) {
        int length = wanted.codePointCount(0, wanted.length());
        if (wanted.isBlank() || length > Limits.COMMUNITY_NAME || !OneLine.isPrintable(wanted)) {
            throw refused(
                    Code.BAD_REQUEST,
                    "A community's name has 1 to "
                            + Limits.COMMUNITY_NAME
                            + " characters and no control characters.");
        }
    }

    /// Refuses what can't be the most members allowed.
    public static void checkMaxMembers(int wanted) {
        if (wanted < 1 || wanted > Limits.MEMBERS) {
            throw refused(
                    Code.BAD_REQUEST,
                    "The most members allowed is a number from 1 to " + Limits.MEMBERS + ".");
        }
    }
}
