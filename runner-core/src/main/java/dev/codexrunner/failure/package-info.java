/** Failure kinds, and the one shape that every failure takes on its way to the user. */
@NullMarked
package dev.codexrunner.failure;

import org.jspecify.annotations.NullMarked;
