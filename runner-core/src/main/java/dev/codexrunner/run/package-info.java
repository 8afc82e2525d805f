/** The main job: one prompt, its attempts, and the record of what came of it. */
@NullMarked
package dev.codexrunner.run;

import org.jspecify.annotations.NullMarked;
