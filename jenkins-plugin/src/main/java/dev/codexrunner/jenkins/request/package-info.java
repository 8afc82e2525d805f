/** What a job asks of codex-runner, what it may ask, and how the runner is told. Knows no Jenkins. */
@NullMarked
package dev.codexrunner.jenkins.request;

import org.jspecify.annotations.NullMarked;
