/// The real program and its clients when something breaks: power, cables, disks, patience.
@NullMarked
package chatbois.app.fault;

import org.jspecify.annotations.NullMarked;
