/** Checks each link of a run for real, without a model call, and says how to mend what is broken. */
@NullMarked
package dev.codexrunner.doctor;

import org.jspecify.annotations.NullMarked;
