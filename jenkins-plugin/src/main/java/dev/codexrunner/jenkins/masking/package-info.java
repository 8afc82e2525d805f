/** Keeps secrets out of a build's log. Knows no Jenkins. */
@NullMarked
package dev.codexrunner.jenkins.masking;

import org.jspecify.annotations.NullMarked;
