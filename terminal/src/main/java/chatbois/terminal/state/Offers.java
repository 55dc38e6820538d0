package chatbois.terminal.state;

import chatbois.protocol.Suggestion;
import chatbois.terminal.command.Argument;
import chatbois.terminal.command.Input;
import chatbois.terminal.command.Verb;
import chatbois.terminal.emoji.Emoji;
import java.util.List;
import java.util.Optional;

/// Offers names as soon as a word asks for one, as the server ranks them.
///
/// Every change of the draft has a number, which goes out with the question and comes back with the
/// answer: an answer to an older one is dropped. While one question is under way no other goes out;
/// then the newest does. Owned by the screen's thread.
final class Offers {
    private static final int NOWHERE = -1;

    private final Model model;
    private long number;
    private boolean asking;

    /// Where the word begins for which the member wants no more offers.
    private int closed = NOWHERE;

    Offers(Model model) {
        this.model = model;
    }

    /// Takes in that the draft is another one; gives the question that has to go out now.
    Optional<Effect> changed() {
        number++;
        Optional<Completion> before = model.completion;
        if (before.filter(completion -> completion.shown().equals(model.editor().draft()))
                .isPresent()) {
            return Optional.empty();
        }
        Word word = Word.of(model.editor());
        closed = word.asked() && word.from() == closed ? closed : NOWHERE;
        if (!isOffered(word)) {
            model.completion = Optional.empty();
            return Optional.empty();
        }
        if (!isAskable(word)) {
            show(word, Optional.empty());
            return Optional.empty();
        }
        model.completion = before.flatMap(completion -> completion.narrowed(word, model.editor()));
        return question();
    }

    /// Takes in an answer; gives the next question if that was to an older one.
    Optional<Effect> answered(Event.Suggested answer) {
        asking = false;
        if (answer.number() != number) {
            return question();
        }
        Word word = Word.of(model.editor());
        if (isOffered(word)) {
            show(word, answer.titles());
        }
        return Optional.empty();
    }

    /// Takes back what is offered; says whether there was something.
    boolean close() {
        boolean shown = model.completion.isPresent();
        closed = shown ? Word.of(model.editor()).from() : closed;
        stop();
        return shown;
    }

    /// Forgets what was offered and asked for.
    void stop() {
        number++;
        model.completion = Optional.empty();
    }

    private boolean isOffered(Word word) {
        return word.asked() && word.from() != closed;
    }

    private boolean isAskable(Word word) {
        return word.sort().isPresent() && model.here().filter(model::isOnline).isPresent();
    }

    private void show(Word word, Optional<List<String>> ranked) {
        model.completion = Completion.of(Candidates.of(model, word, ranked), model.editor());
    }

    private Optional<Effect> question() {
        Word word = Word.of(model.editor());
        Place here = model.here;
        Suggestion.Sort sort = word.sort().orElse(null);
        if (asking || here == null || sort == null || !isOffered(word) || !isAskable(word)) {
            return Optional.empty();
        }
        asking = true;
        return Optional.of(new Effect.Suggest(number, here, word.typed(), sort));
    }

    /// Reacting with the beginning of a name means what the list shows first.
    void takeEmoji() {
        Word word = Word.of(model.editor());
        boolean begun =
                word.what() == Argument.EMOJI
                        && !word.typed().isEmpty()
                        && Emoji.byName(word.typed().replace(":", "")).isEmpty()
                        && Input.read(model.editor().draft().text())
                                instanceof Input.Run(Verb verb, _, _)
                        && verb == Verb.REACT;
        if (begun) {
            model.completion
                    .filter(Completion::isOffered)
                    .ifPresent(offered -> offered.turn(model.editor(), /* forward= */ true));
        }
    }
}
