package chatbois.terminal.state;

import chatbois.client.pairing.PairingCode;
import chatbois.client.session.Entry;
import chatbois.log.LogId;
import chatbois.protocol.Address;
import chatbois.protocol.Hit;
import chatbois.protocol.Invite;
import chatbois.protocol.Suggestion;
import chatbois.protocol.name.MemberName;
import chatbois.terminal.alert.Alert;
import chatbois.terminal.command.Input;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the model wants to happen outside.
public sealed interface Effect {
    /// Do what was typed there.
    record Run(Place at, Input input) implements Effect {}

    /// Say something in answer to a message.
    ///
    /// @param action whether it is told in the third person
    record Answer(Place at, Entry to, String text, boolean action) implements Effect {
        /// Never the text: it must not reach a log by accident.
        @Override
        public String toString() {
            return "Answer(" + at + ", " + to + ")";
        }
    }

    /// Ask again what a sheet shows.
    record Refresh(Overlay.Watch watch) implements Effect {}

    /// Move the open part of the chat in view.
    record Slide(Direction to) implements Effect {}

    /// Where the open part of a chat can move.
    enum Direction {
        OLDER,
        NEWER,
        NEWEST
    }

    /// Ask who is in a chat.
    record Gather(Place chat) implements Effect {}

    /// Ask how far others have read the chat.
    record AskReaders(Place chat) implements Effect {}

    /// Tell that the chat was read up to there.
    record MarkRead(Place chat, long seq) implements Effect {}

    /// Become a member.
    record Join(Invite invite, MemberName name) implements Effect {}

    /// Come back as a member who was reset.
    record ComeBack(Invite line) implements Effect {}

    /// Become one more device of a member.
    record Link(Address address, PairingCode code) implements Effect {}

    /// Ask what names may be meant.
    ///
    /// @param number comes back with the answer
    record Suggest(long number, Place at, String beginning, Suggestion.Sort sort)
            implements Effect {}

    /// Look for messages.
    ///
    /// @param olderThan the last place of the page before; null for the newest
    record Find(Place at, String typed, Hit.@Nullable Spot olderThan) implements Effect {}

    /// Read what is meant for the member and waits, in all communities.
    record LookIntoInbox() implements Effect {}

    /// Ask what is pinned in a chat.
    record LookAtPins(Place chat) implements Effect {}

    /// Read what is around a message that was found.
    record LookAround(LogId community, Hit.Spot at) implements Effect {}

    /// Move the open part of a chat to where an event is.
    record Jump(Place chat, long seq) implements Effect {}

    /// Tell others that the member is typing, or is not any more.
    record Typing(Place chat, boolean now) implements Effect {}

    /// Tell others that nobody has pressed a key for long, or that somebody did again.
    record Idle(boolean now) implements Effect {}

    /// Keep what is written there, in place of what was.
    record Keep(Place chat, String text) implements Effect {
        /// Never the text: it must not reach a log by accident.
        @Override
        public String toString() {
            return "Keep(" + chat + ")";
        }
    }

    /// Keep which chat has which number, in place of what was.
    record KeepNumbers(Map<Integer, Place> numbers) implements Effect {
        public KeepNumbers {
            numbers = Map.copyOf(numbers);
        }
    }

    /// Notify the member, who is looking elsewhere.
    record Notify(Alert alert) implements Effect {}

    /// Let the member write on in their own editor.
    record Edit(String text) implements Effect {
        /// Never the text: it must not reach a log by accident.
        @Override
        public String toString() {
            return "Edit";
        }
    }

    /// Give a text to the terminal's clipboard.
    record Copy(String text) implements Effect {}

    record Redraw() implements Effect {}

    record Suspend() implements Effect {}

    /// End the program with that exit code.
    record Quit(int code) implements Effect {}
}
