/** The steps in a Jenkins of their own, with the real runner and a script in codex's place. */
@NullMarked
package dev.codexrunner.jenkins.exec;

import org.jspecify.annotations.NullMarked;
