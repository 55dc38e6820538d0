package chatbois.app.member;

import chatbois.cellart.source.PlayTime;
import chatbois.cellart.source.Wish;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Says which part of a film is meant.
final class PartOption {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description =
                    "Where in what moves to begin: 80, 80s, 1:20 or 1:02:03. Default: at the"
                            + " beginning.")
    private String from = "0";

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "How much of it to show, a minute at most. Default: 30s.")
    private String length = "30s";

    /// @throws ParameterException with a sentence, if it can't be had
    Wish wish() {
        try {
            return new Wish(PlayTime.read(from), PlayTime.read(length));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
