/// QR codes as text.
///
/// Read first: `QrCode`.
///
/// May use: nothing.
@NullMarked
package chatbois.terminal.qr;

import org.jspecify.annotations.NullMarked;
