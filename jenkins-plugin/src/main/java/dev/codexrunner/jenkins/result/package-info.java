/** What came of a run, as the step returns it and the pages show it. Knows no Jenkins. */
@NullMarked
package dev.codexrunner.jenkins.result;

import org.jspecify.annotations.NullMarked;
