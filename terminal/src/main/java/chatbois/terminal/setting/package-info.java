/// What a member can set: the table of settings, the file that they stand in, and what is wrong
/// with it.
///
/// Read first: `Setting`, then `Config`.
///
/// May use: client.home, terminal.binding, terminal.cell.
@NullMarked
package chatbois.terminal.setting;

import org.jspecify.annotations.NullMarked;
