/// The preview track: a picture or a moving picture, small and of bounded size, which everybody who
/// gets it can decode safely. Its bytes are specified in docs/protocol.md, "The preview track".
/// Needs only the JDK without java.desktop.
///
/// Read first: `Track`, then `FrameReader`; `TrackWriter` for the other way.
///
/// May use: cellart.
@NullMarked
package chatbois.cellart.track;

import org.jspecify.annotations.NullMarked;
