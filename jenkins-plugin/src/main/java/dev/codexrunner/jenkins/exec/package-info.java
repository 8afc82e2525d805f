/** Runs of the runner as part of a build: as a Pipeline step that outlives the controller, and as a build step. */
@NullMarked
package dev.codexrunner.jenkins.exec;

import org.jspecify.annotations.NullMarked;
