/** Whose change a build works on, and whether it may have a token. */
@NullMarked
package dev.codexrunner.jenkins.trigger;

import org.jspecify.annotations.NullMarked;
