/** The plugin in a whole Jenkins that the user names, with real agents, codex and OpenBao. Needs no Jenkins class. */
@NullMarked
package dev.codexrunner.jenkins.whole;

import org.jspecify.annotations.NullMarked;
