/** The command line: the only place that touches exit, environment and the standard streams. */
@NullMarked
package dev.codexrunner.cli;

import org.jspecify.annotations.NullMarked;
