package chatbois.terminal.state;

import chatbois.terminal.setting.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds out that nobody has pressed a key for long, and that somebody did again. Owned by the
/// screen's thread.
final class IdleSigns {
    private @Nullable Instant began;
    private boolean idle;

    /// What is to be told of it now.
    Optional<Effect> after(Model model) {
        boolean now = left(model).filter(Duration::isPositive).isEmpty() && isLimited(model);
        if (now == idle) {
            return Optional.empty();
        }
        idle = now;
        return Optional.of(new Effect.Idle(now));
    }

    /// How long until that is so; nothing if it is, or never will be.
    Optional<Duration> left(Model model) {
        if (began == null) {
            began = model.now();
        }
        Instant last = model.pressedAt.isAfter(began) ? model.pressedAt : began;
        Duration left = Duration.between(model.now(), last.plus(limit(model)));
        return isLimited(model) && left.isPositive() ? Optional.of(left) : Optional.empty();
    }

    private static boolean isLimited(Model model) {
        return limit(model).isPositive();
    }

    private static Duration limit(Model model) {
        return Duration.ofMinutes(model.settings.number(Setting.PRESENCE_AWAY_AFTER));
    }
}
