/** Stand-ins on loopback, over TLS with a private CA, for the parties that codex-runner talks to. */
@NullMarked
package dev.codexrunner.testkit;

import org.jspecify.annotations.NullMarked;
