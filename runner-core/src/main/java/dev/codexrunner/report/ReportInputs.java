package dev.codexrunner.report;

import dev.codexrunner.changes.TreeChanges;
import dev.codexrunner.journal.TrustFacts;
import dev.codexrunner.outcome.Transcript;
import dev.codexrunner.outcome.Usage;
import dev.codexrunner.outcome.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What a report is made of, all of it raw.
 *
 * @param structuredOutput the final message where it is valid JSON after the schema that was asked for
 * @param checks what was asked for beyond a completed turn, and how it went
 * @param changes what the run changed; empty where nobody looked
 */
public record ReportInputs(
        RunReport.Run run,
        RunReport.Codex codex,
        RunReport.Credential credential,
        TrustFacts trust,
        Transcript transcript,
        Verdict verdict,
        Usage usage,
        Optional<String> structuredOutput,
        List<RunReport.Check> checks,
        Optional<TreeChanges> changes,
        List<String> warnings) {

    public ReportInputs {
        checks = List.copyOf(checks);
        warnings = List.copyOf(warnings);
    }
}
