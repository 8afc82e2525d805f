@NullMarked
package dev.codexrunner.jenkins.page;

import org.jspecify.annotations.NullMarked;
