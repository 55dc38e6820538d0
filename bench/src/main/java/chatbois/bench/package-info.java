/// Benchmarks and the load generator.
///
/// Read first: (nothing yet).
///
/// May use: nothing.
@NullMarked
package chatbois.bench;

import org.jspecify.annotations.NullMarked;
