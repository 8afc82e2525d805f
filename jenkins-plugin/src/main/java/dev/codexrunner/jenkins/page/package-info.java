/** What a build and a job show of their runs. */
@NullMarked
package dev.codexrunner.jenkins.page;

import org.jspecify.annotations.NullMarked;
