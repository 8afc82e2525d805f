/** report.html: the record as one page for people. Templates, style and script lie beside it as resources. */
@NullMarked
package dev.codexrunner.report.html;

import org.jspecify.annotations.NullMarked;
