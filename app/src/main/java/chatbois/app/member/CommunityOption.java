package chatbois.app.member;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Says which community is meant.
final class CommunityOption {
    @Option(
            names = "--community",
            paramLabel = "NAME",
            description = "Which community, by name or id, if you are in several.")
    @Nullable String community;
}
