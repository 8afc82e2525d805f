/** Events and the way codex ended, folded into a transcript and judged. Pure: nothing here starts or waits. */
@NullMarked
package dev.codexrunner.outcome;

import org.jspecify.annotations.NullMarked;
