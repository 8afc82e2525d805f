/** What can be known to be wrong before a model is asked: by us before a secret is fetched, by codex beside the run. */
@NullMarked
package dev.codexrunner.preflight;

import org.jspecify.annotations.NullMarked;
