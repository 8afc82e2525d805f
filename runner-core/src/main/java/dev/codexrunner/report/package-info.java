/** The run's record: report.json after its published schema, and what people and CI systems read instead of it. */
@NullMarked
package dev.codexrunner.report;

import org.jspecify.annotations.NullMarked;
