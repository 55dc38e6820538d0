package chatbois.terminal.state;

import chatbois.client.pairing.PairingCode;
import chatbois.protocol.Address;
import chatbois.protocol.Invite;
import chatbois.protocol.name.MemberName;
import chatbois.terminal.binding.Bindings;
import chatbois.terminal.binding.Stroke;
import chatbois.terminal.edit.Draft;
import chatbois.terminal.edit.Editor;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Asks for an invite, then for a name, and lets the member try again. Owned by the screen's
/// thread.
public final class JoinForm {
    /// What is asked for.
    public enum Step {
        INVITE,
        NAME,
        WAITING
    }

    private static final int LIMIT = 2000;
    private static final Pattern INVITE = Pattern.compile(Invite.SCHEME + "\\S+");

    /// What `/link` shows on another device.
    private static final Pattern CODE =
            Pattern.compile("(?:(?:\\./)?chatbois\\s+link\\s+)?(\\S+)\\s+([0-9][0-9 -]{11,24})");

    private final Editor field = new Editor(LIMIT);
    private final String suggestedName;
    private Step step = Step.INVITE;

    /// Whether what stands in the field was not typed: what is typed takes its place.
    private boolean suggested;

    private Optional<Invite> invite = Optional.empty();
    private String problem;

    /// @param troubles to be told first
    JoinForm(String suggestedName, List<String> troubles) {
        this.suggestedName = suggestedName;
        this.problem = String.join(" ", troubles);
    }

    /// With the first question answered.
    JoinForm(String suggestedName, Invite invite) {
        this(suggestedName, List.of());
        this.invite = Optional.of(invite);
        ask(Step.NAME, suggestedName);
    }

    public Step step() {
        return step;
    }

    public Editor field() {
        return field;
    }

    /// Where the invite leads, as soon as it is known.
    public Optional<String> host() {
        return invite.map(known -> known.address().toString());
    }

    /// Why the last answer was none; empty if there is nothing to say.
    public String problem() {
        return problem;
    }

    /// The answer to what is asked, which may be all that was missing.
    Optional<Effect> enter() {
        try {
            return switch (step) {
                case INVITE -> readInvite();
                case NAME -> join(MemberName.parse(field.draft().text()));
                case WAITING -> Optional.empty();
            };
        } catch (IllegalArgumentException e) {
            problem = String.valueOf(e.getMessage());
            return Optional.empty();
        }
    }

    /// A pasted invite waits for Enter like a typed one: if it went on by itself, whoever pastes
    /// and presses Enter, as the screen says, would join under the suggested name before seeing it.
    void press(Stroke stroke, Bindings bindings) {
        if (step != Step.WAITING) {
            if (suggested && stroke.isText()) {
                field.clear();
            }
            suggested = false;
            field.press(stroke, bindings);
        }
    }

    /// Asks again for what was wrong.
    void refused(String sentence, boolean byName) {
        ask(byName ? Step.NAME : Step.INVITE, byName ? field.draft().text() : "");
        problem = sentence;
        suggested = false;
    }

    /// Goes back to the first question; says whether there was a way back.
    boolean back() {
        boolean later = step == Step.NAME;
        if (later) {
            ask(Step.INVITE, "");
        }
        return later;
    }

    private Optional<Effect> readInvite() {
        // A pasted line may be broken, or be the whole command.
        String typed = field.draft().text();
        Matcher code = CODE.matcher(typed.strip());
        if (code.matches()) {
            return linking(Address.parse(code.group(1)), PairingCode.parse(code.group(2)));
        }
        Matcher found = INVITE.matcher(typed.replaceAll("\\s*\\n\\s*", ""));
        String line = found.find() ? found.group() : typed;
        Invite read = Invite.parse(line.replaceAll("[\"']", ""));
        invite = Optional.of(read);
        if (read.leadsBack()) {
            return waiting(new Effect.ComeBack(read));
        }
        ask(Step.NAME, suggestedName);
        return Optional.empty();
    }

    private Optional<Effect> linking(Address address, PairingCode code) {
        return waiting(new Effect.Link(address, code));
    }

    private Optional<Effect> waiting(Effect effect) {
        step = Step.WAITING;
        problem = "";
        return Optional.of(effect);
    }

    private Optional<Effect> join(MemberName name) {
        return waiting(new Effect.Join(invite.orElseThrow(), name));
    }

    private void ask(Step what, String suggestion) {
        step = what;
        suggested = what == Step.NAME;
        problem = "";
        field.load(Draft.of(suggestion));
    }
}
