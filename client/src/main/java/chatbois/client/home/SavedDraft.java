package chatbois.client.home;

/// What is written in a chat and not sent.
///
/// @param shared whether the server has it, too, as far as this device knows
public record SavedDraft(String text, boolean shared) {
    /// Never the text: it must not reach a log by accident.
    @Override
    public String toString() {
        return "SavedDraft(" + shared + ")";
    }
}
