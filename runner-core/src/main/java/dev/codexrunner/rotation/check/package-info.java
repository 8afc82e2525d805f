/** The scheduled look at live tokens: do they work, how long still, and what is a person to do. */
@NullMarked
package dev.codexrunner.rotation.check;

import org.jspecify.annotations.NullMarked;
