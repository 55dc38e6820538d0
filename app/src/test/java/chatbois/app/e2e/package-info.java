/// Whole programs in real pseudo-terminals: what a person sees and types.
@NullMarked
package chatbois.app.e2e;

import org.jspecify.annotations.NullMarked;
