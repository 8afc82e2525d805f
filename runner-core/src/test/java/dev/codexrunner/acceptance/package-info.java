/** The whole program as its users meet it: the shaded jar as a process, with the real codex and a real Vault server. */
@NullMarked
package dev.codexrunner.acceptance;

import org.jspecify.annotations.NullMarked;
