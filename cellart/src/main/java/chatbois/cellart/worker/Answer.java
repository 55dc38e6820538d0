package chatbois.cellart.worker;

import chatbois.cellart.Cells;

/// What a worker answers.
sealed interface Answer {
    record Done() implements Answer {}

    record Drawn(Cells cells) implements Answer {}

    /// It can't be done, for a reason in a sentence.
    record Failed(String sentence) implements Answer {}
}
