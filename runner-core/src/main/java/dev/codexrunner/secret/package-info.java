/** Secrets, the forms they can take in text, and the redactor that keeps them off every way out. */
@NullMarked
package dev.codexrunner.secret;

import org.jspecify.annotations.NullMarked;
