package dev.codexrunner.jenkins.report;

import dev.codexrunner.jenkins.result.ReportView;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** What came of reading a report. */
@Restricted(NoExternalUse.class)
public sealed interface ReadReport {

    /** @param whole whether nothing was left out because of the report's size */
    record Readable(ReportView view, boolean whole) implements ReadReport {}

    /** @param problem why there is nothing to show, a sentence */
    record Unreadable(String problem) implements ReadReport {}
}
