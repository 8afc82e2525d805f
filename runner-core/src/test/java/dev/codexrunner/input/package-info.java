/** Bad input of every sort, given to whole runs of the jar: each ends with its named exit code and words of ours. */
@NullMarked
package dev.codexrunner.input;

import org.jspecify.annotations.NullMarked;
