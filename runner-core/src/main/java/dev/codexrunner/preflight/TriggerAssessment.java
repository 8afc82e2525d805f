package dev.codexrunner.preflight;

import dev.codexrunner.config.TriggerRisk;
import dev.codexrunner.journal.TrustFacts;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether what started this run may be trusted with the company's token, by what the CI says of itself. A guard rail: who
 * can set the job's variables can talk it out of its findings, and only the bound claims of Vault's role can't be.
 *
 * @param ci the CI's name; empty outside every one that is known
 * @param event the CI's own word for what happened
 * @param findings what is to be said against it
 */
public record TriggerAssessment(Optional<String> ci, Optional<String> event, List<TriggerFinding> findings) {

    public TriggerAssessment {
        findings = List.copyOf(findings);
    }

    /** As things are: reads GitHub's event file where the variables name one. */
    public static TriggerAssessment of(Map<String, String> variables) {
        return of(
                variables,
                Optional.ofNullable(variables.get("GITHUB_EVENT_PATH"))
                        .flatMap(TriggerAssessment::path)
                        .flatMap(GitHubEvent::read));
    }

    /** Pure. */
    static TriggerAssessment of(Map<String, String> variables, Optional<GitHubEvent> event) {
        return Ci.of(variables)
                .map(ci -> new TriggerAssessment(
                        Optional.of(ci.wireName()), ci.event(variables), ci.findings(variables, event)))
                .orElseGet(() -> new TriggerAssessment(Optional.empty(), Optional.empty(), List.of()));
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }

    /** What was found and not accepted. */
    public List<TriggerFinding> refused(Set<TriggerRisk> allowed) {
        return findings.stream()
                .filter(finding -> !allowed.contains(finding.risk()))
                .toList();
    }

    /**
     * Refuses the run where something was found that was not accepted by name.
     *
     * @throws dev.codexrunner.failure.FailureException {@link PolicyFailure#TRIGGER_UNTRUSTED}
     */
    public void require(Set<TriggerRisk> allowed) {
        List<TriggerFinding> refused = refused(allowed);
        if (!refused.isEmpty()) {
            throw PolicyFailure.TRIGGER_UNTRUSTED
                    .with(
                            refused.stream().map(TriggerFinding::evidence).collect(Collectors.joining("; ")),
                            refused.stream()
                                    .map(finding -> "--allow-untrusted-trigger " + finding.riskName())
                                    .distinct()
                                    .collect(Collectors.joining(" ")))
                    .asException();
        }
    }

    /** For the record; empty outside every CI that is known. */
    public Optional<TrustFacts.Trigger> facts(Set<TriggerRisk> allowed) {
        return ci.map(name -> new TrustFacts.Trigger(
                name,
                event,
                findings.stream()
                        .map(finding -> new TrustFacts.Risk(
                                finding.riskName(), finding.evidence(), allowed.contains(finding.risk())))
                        .toList()));
    }
}
