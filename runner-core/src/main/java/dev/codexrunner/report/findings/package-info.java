/** The structured output of a review, where it has the form of {@code contract/findings.schema.json}. */
@NullMarked
package dev.codexrunner.report.findings;

import org.jspecify.annotations.NullMarked;
