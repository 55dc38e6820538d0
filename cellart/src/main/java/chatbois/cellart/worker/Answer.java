package chatbois.cellart.worker;

import chatbois.cellart.Cells;
import chatbois.cellart.pixel.Print;
import chatbois.cellart.source.Prepared;

/// What a worker answers.
sealed interface Answer {
    record Done() implements Answer {}

    record Drawn(Cells cells) implements Answer {}

    record Printed(Print print) implements Answer {}

    record Made(Prepared prepared) implements Answer {}

    /// It can't be done, for a reason in a sentence.
    record Failed(String sentence) implements Answer {}

    /// There is nothing of it in the part that was wished.
    record Beyond(String sentence) implements Answer {}
}
