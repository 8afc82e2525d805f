/** {@code codexRotationCheck}: looks how long the live tokens are good for still. */
@NullMarked
package dev.codexrunner.jenkins.rotation;

import org.jspecify.annotations.NullMarked;
