package chatbois.protocol;

/// What a member lets the server keep and tell of them beside what they say; the same on all their
/// devices.
///
/// @param presence whether others are told that the member is online or away
/// @param lastSeen whether others are told when the member was connected last, and the server keeps
///   it; only together with presence
/// @param receipts whether others in small chats are told how far the member has read; only among
///   those who all let it be told
/// @param drafts whether the server keeps what the member has written and not sent, for the
///   member's other devices
public record Privacy(boolean presence, boolean lastSeen, boolean receipts, boolean drafts) {
    /// What holds for who never said anything.
    public static final Privacy USUAL = new Privacy(true, true, false, true);

    /// Whether it may be told when the member was connected last.
    public boolean tellsLastSeen() {
        return presence && lastSeen;
    }
}
