package chatbois.protocol.view;

import org.jspecify.annotations.Nullable;

/// Hears at once of every member who comes, changes or goes; must not wait.
public interface MemberWatch {
    /// @param before null for one who comes
    /// @param after null for one who goes
    void changed(@Nullable Member before, @Nullable Member after);
}
