/** The rotation check, with the real runner. */
@NullMarked
package dev.codexrunner.jenkins.rotation;

import org.jspecify.annotations.NullMarked;
