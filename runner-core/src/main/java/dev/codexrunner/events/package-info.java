/** What codex writes on its standard output: bounded lines, read into sealed events and items. */
@NullMarked
package dev.codexrunner.events;

import org.jspecify.annotations.NullMarked;
