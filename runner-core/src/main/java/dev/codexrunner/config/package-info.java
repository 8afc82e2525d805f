/** Settings as immutable records, resolved from flag, variable, file and default. */
@NullMarked
package dev.codexrunner.config;

import org.jspecify.annotations.NullMarked;
