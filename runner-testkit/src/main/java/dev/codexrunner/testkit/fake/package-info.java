/** A stand-in for the codex program, for what the real one can't be made to do. */
@NullMarked
package dev.codexrunner.testkit.fake;

import org.jspecify.annotations.NullMarked;
