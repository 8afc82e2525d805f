/** Figures for monitoring: Prometheus's text format, and of each run one line of JSON. */
@NullMarked
package dev.codexrunner.report.metrics;

import org.jspecify.annotations.NullMarked;
