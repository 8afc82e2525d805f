/** Tests of the package masking. */
@NullMarked
package dev.codexrunner.jenkins.masking;

import org.jspecify.annotations.NullMarked;
