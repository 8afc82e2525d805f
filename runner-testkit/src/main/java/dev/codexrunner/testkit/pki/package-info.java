/** Certificates made at run time, so that no private key is ever committed. */
@NullMarked
package dev.codexrunner.testkit.pki;

import org.jspecify.annotations.NullMarked;
