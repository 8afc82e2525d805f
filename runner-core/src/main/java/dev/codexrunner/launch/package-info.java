/** Finding codex, deciding its arguments and environment as pure functions, and supervising its process tree. */
@NullMarked
package dev.codexrunner.launch;

import org.jspecify.annotations.NullMarked;
