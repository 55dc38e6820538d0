package chatbois.client.session;

import chatbois.protocol.event.EventBody.OnMessage;

/// What an event of a chat tells.
public sealed interface Said {
    record Text(String text) implements Said {}

    /// Told in the third person, as by `/me`.
    record Action(String text) implements Said {}

    /// Something that happened, as a sentence without the full stop: `ann made this chat`.
    record Happened(String sentence) implements Said {}

    /// Something that is done to a message, and shows there.
    ///
    /// @param sentence without the full stop: `ann deleted message 12`
    record Done(OnMessage what, String sentence) implements Said {}

    /// The message was deleted.
    ///
    /// @param by the name of who did that
    record Deleted(String by) implements Said {}

    /// The text was erased; that it was there stays.
    record Erased() implements Said {}

    /// By somebody whom the member has blocked.
    record Hidden() implements Said {}

    /// Written by a newer program.
    record Unknown() implements Said {}
}
