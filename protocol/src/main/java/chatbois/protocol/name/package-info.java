/// What members and chats may be called, and which names are too much alike to be given twice.
///
/// Names arrive as text from people and from the network and leave as values that can't be wrong.
/// Two spellings belong to the same member when their [NameKey] is equal (`Straße`, `STRASSE`); two
/// names look alike when their [Skeleton] is equal (`paypal` with a Cyrillic а, `rnike` for
/// `mike`). A server refuses a new name when either is taken.
///
/// Read first: `MemberName`, then `Skeleton`.
///
/// May use: nothing.
@NullMarked
package chatbois.protocol.name;

import org.jspecify.annotations.NullMarked;
