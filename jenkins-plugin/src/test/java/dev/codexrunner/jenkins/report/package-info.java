@NullMarked
package dev.codexrunner.jenkins.report;

import org.jspecify.annotations.NullMarked;
