/** Tests of the package result. */
@NullMarked
package dev.codexrunner.jenkins.result;

import org.jspecify.annotations.NullMarked;
