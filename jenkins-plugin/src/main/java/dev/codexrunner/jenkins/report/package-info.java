/** The runs' reports, kept in the build's folder and read with Jenkins' own JSON library. */
@NullMarked
package dev.codexrunner.jenkins.report;

import org.jspecify.annotations.NullMarked;
