/** The configuration of the controller and its folders: defaults, policy, and codex as a tool. */
@NullMarked
package dev.codexrunner.jenkins.configuration;

import org.jspecify.annotations.NullMarked;
