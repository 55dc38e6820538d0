package chatbois.terminal.line;

import chatbois.client.session.Entry;
import chatbois.client.session.Session;
import chatbois.log.LogId;
import chatbois.terminal.command.Input;
import chatbois.terminal.command.Outcome;

/// What happens in line mode.
sealed interface News {
    /// Something in some session.
    record Changed() implements News {}

    record Typed(String line) implements News {}

    /// Nothing more will be typed.
    record InputEnded() implements News {}

    /// Something was said in a chat.
    ///
    /// @param known whether it is no news, because what it changed was told as it is by now
    record Heard(Session session, LogId chat, Entry entry, boolean known) implements News {}

    /// What was typed is done.
    record Done(Input input, Outcome outcome) implements News {}

    /// What was typed was refused or failed.
    record Failed(Input input, String sentence) implements News {}
}
