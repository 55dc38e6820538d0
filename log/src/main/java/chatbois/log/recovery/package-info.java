/// The recovery words: a secret key as 24 plain words that a person can keep on paper.
///
/// Read first: `RecoveryWords`.
///
/// May use: log.
@NullMarked
package chatbois.log.recovery;

import org.jspecify.annotations.NullMarked;
