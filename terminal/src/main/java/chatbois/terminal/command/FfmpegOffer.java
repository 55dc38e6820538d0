package chatbois.terminal.command;

import chatbois.cellart.source.Format;
import chatbois.terminal.text.Amount;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// What is asked before a file is sent whose preview takes ffmpeg where there is none: whether one
/// is to be fetched. Nothing is fetched before somebody has said yes. Safe for any thread.
final class FfmpegOffer {
    static final String YES = "yes";
    static final String NO = "no";

    private final FfmpegHere ffmpeg;

    /// What is to be sent when the question is answered, by the place in which it was asked.
    @GuardedBy("this")
    private final Map<Object, ToAttach> asked = new HashMap<>();

    /// Whether the member wants none, until the program ends.
    @GuardedBy("this")
    private boolean declined;

    FfmpegOffer(FfmpegHere ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /// The question, if there is one to answer before these files are sent from there. Waits.
    ///
    /// @param where as something that is equal for the same place
    Optional<String> question(Object where, ToAttach typed) throws IOException {
        OptionalLong size = ffmpeg.size();
        Path film = film(typed.files());
        if (film == null || size.isEmpty() || isDeclined() || !ffmpeg.isMissing()) {
            return Optional.empty();
        }
        ToAttach before = put(where, typed);
        String instead =
                before == null || before.equals(typed)
                        ? ""
                        : " That is asked of this one only; %s was not sent."
                                .formatted(before.files().getFirst().getFileName());
        return Optional.of(
                ("A picture of %s takes ffmpeg, and none is installed here. /attach yes fetches one"
                                + " first (%s from Maven Central, pinned and checked); /attach no"
                                + " sends it without a picture.%s")
                        .formatted(film.getFileName(), new Amount(size.getAsLong()), instead));
    }

    private static @Nullable Path film(List<Path> files) throws IOException {
        for (Path file : files) {
            if (Format.of(file).filter(Format::needsFfmpeg).isPresent()) {
                return file;
            }
        }
        return null;
    }

    /// What was to be sent when the question was asked there, if these words answer it; who says
    /// yes later than that gets ffmpeg, and nothing is sent.
    synchronized Optional<ToAttach> answered(Object where, List<String> words) {
        boolean answer = words.equals(List.of(YES)) || words.equals(List.of(NO));
        ToAttach typed = answer ? asked.remove(where) : null;
        if (typed == null) {
            boolean late = declined && words.equals(List.of(YES)) && ffmpeg.isMissing();
            declined &= !late;
            return late ? Optional.of(ToAttach.NOTHING) : Optional.empty();
        }
        declined = words.equals(List.of(NO));
        return Optional.of(typed);
    }

    /// Fetches it. If that fails, the question stands again.
    ///
    /// @throws IOException with a sentence that says what to do
    void fetch(Object where, ToAttach typed, LongConsumer progress) throws IOException {
        try {
            if (ffmpeg.isMissing()) {
                ffmpeg.fetch(progress);
            }
        } catch (IOException e) {
            put(where, typed);
            throw new IOException(
                    "%s /attach yes tries again, /attach no sends it without a picture."
                            .formatted(Sentences.of(e)),
                    e);
        }
    }

    /// How large what is fetched is.
    long size() {
        return ffmpeg.size().orElse(0);
    }

    private synchronized @Nullable ToAttach put(Object where, ToAttach typed) {
        return asked.put(where, typed);
    }

    private synchronized boolean isDeclined() {
        return declined;
    }
}
