/** Keeps the secrets that a build's codex steps were given out of the build's whole log. */
@NullMarked
package dev.codexrunner.jenkins.log;

import org.jspecify.annotations.NullMarked;
