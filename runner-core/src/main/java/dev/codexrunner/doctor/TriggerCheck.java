package dev.codexrunner.doctor;

import dev.codexrunner.preflight.TriggerAssessment;
import java.util.List;
import java.util.Set;

/** Whether a run that is started like this doctor may be trusted with the token. */
record TriggerCheck(Subject subject) implements Check {

    @Override
    public Link link() {
        return Link.TRIGGER;
    }

    @Override
    public Set<Link> needs() {
        return Set.of();
    }

    @Override
    public CheckResult run(Findings found) {
        TriggerAssessment assessment = TriggerAssessment.of(subject.variables());
        if (assessment.ci().isEmpty()) {
            return new CheckResult.Passed("no CI");
        }
        assessment.require(subject.config().trust().allowUntrustedTrigger());
        String detail = assessment.ci().get()
                + assessment.event().map(event -> ", event " + event).orElse("");
        List<String> accepted = assessment.findings().stream()
                .map(finding -> "Accepted as " + finding.riskName() + ": " + finding.evidence() + ".")
                .toList();
        return CheckResult.of(detail, accepted);
    }
}
