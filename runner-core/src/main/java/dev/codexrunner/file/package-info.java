/** Files written whole or not at all, and the system's reasons in words. */
@NullMarked
package dev.codexrunner.file;

import org.jspecify.annotations.NullMarked;
