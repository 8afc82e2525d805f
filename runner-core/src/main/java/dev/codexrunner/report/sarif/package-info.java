/** Findings in SARIF 2.1.0, the form in which scanners tell theirs. */
@NullMarked
package dev.codexrunner.report.sarif;

import org.jspecify.annotations.NullMarked;
