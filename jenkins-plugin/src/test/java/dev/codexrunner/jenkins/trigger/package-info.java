/** Whose changes are refused. */
@NullMarked
package dev.codexrunner.jenkins.trigger;

import org.jspecify.annotations.NullMarked;
