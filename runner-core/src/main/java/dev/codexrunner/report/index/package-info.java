/** One page over many runs: how they ended, how long they took and what they used. */
@NullMarked
package dev.codexrunner.report.index;

import org.jspecify.annotations.NullMarked;
