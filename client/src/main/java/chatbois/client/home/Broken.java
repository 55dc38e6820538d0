package chatbois.client.home;

import chatbois.log.LogBroken;
import chatbois.log.LogId;

/// The report of a log that is not what it was; kept until the member dismisses it.
///
/// @param time when it was found, milliseconds since 1970
/// @param sentence what is wrong
public record Broken(LogId log, LogBroken.Kind kind, long time, String sentence) {
    /// The report in full: what is wrong, what it may mean, and what to do.
    public String report() {
        return "The history is not what it was: "
                + sentence
                + ". The server went back to an old backup, or somebody changes what it shows. Ask"
                + " its owner; in the client, /dismiss takes the history as it is.";
    }
}
