/** What the agent does, as it happens: one readable line each on standard error. */
@NullMarked
package dev.codexrunner.progress;

import org.jspecify.annotations.NullMarked;
