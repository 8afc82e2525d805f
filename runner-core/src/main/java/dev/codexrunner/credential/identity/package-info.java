/** Asks OpenAI's service whether it accepts a token, and whose it is, by the calls that codex makes, the model left out. */
@NullMarked
package dev.codexrunner.credential.identity;

import org.jspecify.annotations.NullMarked;
