/** The runner on an agent: its jar, its folder, its processes. */
@NullMarked
package dev.codexrunner.jenkins.agent;

import org.jspecify.annotations.NullMarked;
