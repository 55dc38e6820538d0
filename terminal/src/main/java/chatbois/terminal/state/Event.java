package chatbois.terminal.state;

import chatbois.client.session.Entry;
import chatbois.client.session.Findings;
import chatbois.client.session.Session.ChatPeople;
import chatbois.client.session.Snapshot;
import chatbois.client.session.Timeline;
import chatbois.protocol.Hit;
import chatbois.protocol.Receipt;
import chatbois.terminal.command.Input;
import chatbois.terminal.command.Outcome;
import chatbois.terminal.command.Waiting;
import chatbois.terminal.media.Gallery;
import chatbois.terminal.media.Shot;
import chatbois.terminal.screen.Screen;
import chatbois.terminal.setting.Config;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What happens to the screen's model.
public sealed interface Event {
    /// Something happened on the terminal.
    record OnTerminal(Screen.Event what) implements Event {}

    /// What the sessions know has changed.
    ///
    /// @param talk the open part of the chat in view
    record Changed(List<Snapshot> communities, Timeline.View talk) implements Event {
        public Changed {
            communities = List.copyOf(communities);
        }
    }

    /// Lines that answer what was typed there.
    record Told(Place at, List<String> lines) implements Event {
        public Told {
            lines = List.copyOf(lines);
        }
    }

    /// A table that answers what was typed there.
    ///
    /// @param page what a page of its own is called for it; empty to tell it where that was typed
    record Listed(Place at, Outcome.Listed what, String page) implements Event {}

    /// A text for the clipboard, and lines that say so.
    record Copied(Place at, String text, List<String> lines) implements Event {
        public Copied {
            lines = List.copyOf(lines);
        }
    }

    /// Lines that answer what was typed, to be shown on a sheet and kept fresh.
    record Shown(Overlay.Watch watch, String title, List<String> lines) implements Event {
        public Shown {
            lines = List.copyOf(lines);
        }
    }

    /// What an open sheet is to show by now.
    record Refreshed(Overlay.Watch watch, List<String> lines) implements Event {
        public Refreshed {
            lines = List.copyOf(lines);
        }
    }

    /// Time has passed.
    record Ticked() implements Event {}

    /// What was typed leads to another place.
    ///
    /// @param say what is to be said there; empty for nothing
    record WentTo(Place to, List<String> lines, String say) implements Event {
        public WentTo {
            lines = List.copyOf(lines);
        }
    }

    /// What was typed there was refused, or failed.
    record Failed(Place at, Input input, String sentence) implements Event {}

    /// The settings are others now.
    record Configured(Config config) implements Event {}

    /// The member is new here, and to the program.
    record Newcomer() implements Event {}

    /// The member's own editor has ended.
    ///
    /// @param text what was written there; nothing if that is not to count
    /// @param remark what is to be said about it; empty for nothing
    record Edited(Optional<String> text, String remark) implements Event {
        /// Never the text: it must not reach a log by accident.
        @Override
        public String toString() {
            return "Edited(" + remark + ")";
        }
    }

    /// Something is wrong on this machine, in a sentence.
    record Trouble(String sentence) implements Event {}

    /// Which chat had which number when the program ran last.
    record NumbersRead(Map<Integer, Place> numbers) implements Event {
        public NumbersRead {
            numbers = Map.copyOf(numbers);
        }
    }

    /// What names may be meant, as the server ranks them; empty if it could not be asked.
    ///
    /// @param number of the question
    record Suggested(long number, Optional<List<String>> titles) implements Event {}

    /// What was found, or why nothing was.
    ///
    /// @param asked what that answers
    record Found(Effect.Find asked, @Nullable Findings findings, String failure) implements Event {}

    /// A message that was found and its neighbours, as the verified log has them.
    record LookedAround(Hit.Spot at, List<Entry> entries) implements Event {
        public LookedAround {
            entries = List.copyOf(entries);
        }
    }

    /// Who is in a chat; null if that could not be asked.
    record Gathered(Place chat, @Nullable ChatPeople people) implements Event {}

    /// How far others have read a chat; null if that could not be asked.
    record Read(Place chat, @Nullable List<Receipt> receipts) implements Event {}

    /// What is meant for the member and waits, in all communities.
    record Waits(List<Waiting> mentions) implements Event {
        public Waits {
            mentions = List.copyOf(mentions);
        }
    }

    /// What is pinned in a chat, by its places in the log.
    record Pinned(Place chat, Set<Long> seqs) implements Event {
        public Pinned {
            seqs = Set.copyOf(seqs);
        }
    }

    /// A file that is sent or fetched goes on, or doesn't any more.
    ///
    /// @param what the same object for the same one
    /// @param all in bytes; 0 if that isn't known yet
    record Transfer(Place at, Object what, String words, long done, long all, boolean over)
            implements Event {}

    /// A picture was drawn, or can't be.
    record Exposed(Shot shot, Gallery.Exposed what) implements Event {}

    /// The open part of the chat has moved, or could not.
    record Slid(String failure) implements Event {}

    /// The member was taken into a community.
    record Joined(Place to) implements Event {}

    /// The member was not taken in.
    ///
    /// @param byName whether another name may help
    record NotJoined(String sentence, boolean byName) implements Event {}
}
