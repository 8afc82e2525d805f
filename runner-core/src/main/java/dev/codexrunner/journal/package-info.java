/** A run's record on disk, written while it happens: events, their times, stderr, and what replay needs to know. */
@NullMarked
package dev.codexrunner.journal;

import org.jspecify.annotations.NullMarked;
