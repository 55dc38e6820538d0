package chatbois.terminal.edit;

/// A search in what was typed before, as it stands.
///
/// @param typed what is looked for
/// @param place where it was found last; the number of all texts at the beginning
/// @param found whether what is typed is there
/// @param before the draft to come back to
public record Search(String typed, int place, boolean found, Draft before) {}
