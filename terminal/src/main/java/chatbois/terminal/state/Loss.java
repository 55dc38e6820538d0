package chatbois.terminal.state;

import java.util.Optional;

/// What would be lost if the program ended now.
///
/// @param messages how many are not sent yet
/// @param files whether some are being sent or fetched
record Loss(int messages, boolean files) {
    static Optional<Loss> of(Model model) {
        Loss loss = new Loss(model.pending(), model.moving.isSome());
        return loss.messages > 0 || loss.files ? Optional.of(loss) : Optional.empty();
    }

    /// To be said in the middle of a sentence.
    String words() {
        String unsent =
                messages == 1
                        ? "1 message is not sent yet"
                        : messages + " messages are not sent yet";
        String moving = "files are still on their way";
        return !files ? unsent : messages == 0 ? "some " + moving : unsent + ", and " + moving;
    }

    /// What is said to who wants to quit.
    String warning() {
        String words = words();
        return Character.toUpperCase(words.charAt(0))
                + words.substring(1)
                + "; /quit again to lose "
                + (messages == 1 && !files ? "it." : "them.");
    }
}
