@NullMarked
package dev.codexrunner.jenkins.log;

import org.jspecify.annotations.NullMarked;
