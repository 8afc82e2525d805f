/** What the plugin itself has to say against a run, on its way to the step's end. */
@NullMarked
package dev.codexrunner.jenkins.failure;

import org.jspecify.annotations.NullMarked;
