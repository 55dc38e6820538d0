package chatbois.terminal.state;

import chatbois.client.session.Snapshot;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.terminal.command.Input;
import chatbois.terminal.command.Verb;
import chatbois.terminal.edit.Draft;
import chatbois.terminal.talk.Local;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/// What is said to the member alone: what came of what they typed, what the sessions have to say,
/// and what went wrong. Owned by the screen's thread.
final class Remarks {
    /// What somebody has written more for than a name or a number.
    private static final Set<Verb> WRITTEN = Set.of(Verb.REPLY, Verb.EDIT, Verb.ME);

    private final Model model;
    private final Notices notices = new Notices();

    /// What went wrong before there was a place to tell it.
    private final List<String> troubles = new ArrayList<>();

    Remarks(Model model) {
        this.model = model;
    }

    void trouble(String sentence) {
        troubles.add(sentence);
    }

    List<String> troubles() {
        return troubles;
    }

    void tellTroubles(Place here) {
        troubles.forEach(trouble -> fail(here, trouble));
        troubles.clear();
    }

    void tellInvitations(Place here) {
        List<String> fresh = notices.invitations(model);
        if (!fresh.isEmpty()) {
            add(here, Local.Kind.TOLD, fresh);
        }
    }

    void tellNotices(Snapshot community) {
        Place place = new Place(community.community(), null);
        notices.fresh(community, model.here().map(Place::community))
                .forEach(notice ->
                        add(
                                model.here().orElse(place),
                                notice.quiet() ? Local.Kind.TOLD : Local.Kind.FAILED,
                                List.of(notice.sentence())));
    }

    void told(Place at, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        Optional<Overlay.Sheet> sheet = Sheets.ofInvite(lines);
        sheet.ifPresent(shown -> model.overlay = shown);
        add(at, Local.Kind.TOLD, sheet.map(Sheets::remark).map(List::of).orElse(lines));
    }

    void listed(Event.Listed listed) {
        List<String> lines = listed.what().text(model.width);
        if (!listed.page().isEmpty()) {
            model.overlay = new Overlay.Sheet(listed.page(), lines, List.of(), 0);
        } else if (!lines.isEmpty()) {
            add(listed.at(), Local.Kind.TOLD, listed.what()::text);
        }
    }

    void failed(Place at, Input input, String sentence) {
        boolean backInInput =
                input instanceof Input.Run(Verb verb, _, String rest)
                        && WRITTEN.contains(verb)
                        && writeAgain(at, "/" + verb.word() + " " + rest);
        String text =
                switch (input) {
                    case Input.Say(String said) -> said;
                    case Input.Run(Verb verb, _, String rest) when WRITTEN.contains(verb) -> rest;
                    case Input _ -> "";
                };
        add(
                at,
                Local.Kind.FAILED,
                text.isEmpty() || backInInput
                        ? List.of(sentence)
                        : List.of(sentence, "Not sent: " + text));
    }

    /// Puts back into the input what came to nothing, unless something else is written there by
    /// now.
    private boolean writeAgain(Place at, String line) {
        boolean free = at.equals(model.here) && model.editor().draft().equals(Draft.EMPTY);
        if (free) {
            model.editor().load(Draft.of(line));
        }
        return free;
    }

    void fail(Place at, String sentence) {
        add(at, Local.Kind.FAILED, List.of(sentence));
    }

    private void add(Place asked, Local.Kind kind, List<String> lines) {
        add(asked, kind, _ -> lines);
    }

    private void add(Place asked, Local.Kind kind, IntFunction<List<String>> words) {
        // Of a chat that is gone nobody would read it there.
        boolean gone = model.chat(asked).isEmpty() && !asked.equals(model.here);
        Place at = gone ? new Place(asked.community(), null) : asked;
        boolean inView = at.equals(model.here) && model.talk.atEnd();
        long size = model.chat(at).map(ChatInfo::size).orElse(0L);
        long after = Math.max(inView ? model.lastEntry() : 0, size);
        model.room(at).add(new Local(after, model.now().toEpochMilli(), kind, words));
    }
}
