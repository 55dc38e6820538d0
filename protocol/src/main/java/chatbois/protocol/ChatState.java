package chatbois.protocol;

/// What a chat is set to, as a member's list shows it.
///
/// @param topic empty for none
/// @param publicly whether everybody in the community may come in
/// @param archived whether it can only be read
/// @param role the name of the member's role in it
/// @param asOf the last event that is taken into account here; changes behind it are still to come
public record ChatState(String topic, boolean publicly, boolean archived, String role, long asOf) {}
