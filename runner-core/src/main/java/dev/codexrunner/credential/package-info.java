/** Where the access token comes from, and what it must look like. */
@NullMarked
package dev.codexrunner.credential;

import org.jspecify.annotations.NullMarked;
