/** A stand-in for the backend that codex talks to; it verifies what it is sent, as the real one would. */
@NullMarked
package dev.codexrunner.testkit.backend;

import org.jspecify.annotations.NullMarked;
