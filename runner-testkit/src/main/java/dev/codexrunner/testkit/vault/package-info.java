/** A stand-in for Vault's API, and a real OpenBao server for tests. */
@NullMarked
package dev.codexrunner.testkit.vault;

import org.jspecify.annotations.NullMarked;
