package dev.codexrunner.preflight;

import dev.codexrunner.config.TriggerRisk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is to be said against a trigger of GitHub Actions. Pure. */
final class GitHubTrigger {

    private static final Set<String> PULL_REQUESTS =
            Set.of("pull_request", "pull_request_target", "pull_request_review", "pull_request_review_comment");

    private static final Set<String> TEXTS = Set.of(
            "issues",
            "issue_comment",
            "commit_comment",
            "discussion",
            "discussion_comment",
            "pull_request_review",
            "pull_request_review_comment");

    /** Who may write to the repository, or was let into its organisation, by GitHub's own words. */
    private static final Set<String> INSIDERS = Set.of("OWNER", "MEMBER", "COLLABORATOR");

    private GitHubTrigger() {}

    static List<TriggerFinding> findings(Map<String, String> variables, Optional<GitHubEvent> event) {
        String name = variables.getOrDefault("GITHUB_EVENT_NAME", "").toLowerCase(Locale.ROOT);
        List<TriggerFinding> findings = new ArrayList<>();
        if (name.equals("pull_request_target")) {
            findings.add(
                    new TriggerFinding(TriggerRisk.PULL_REQUEST_TARGET, "GITHUB_EVENT_NAME is pull_request_target"));
        }
        fork(name, event)
                .map(evidence -> new TriggerFinding(TriggerRisk.FORK, evidence))
                .ifPresent(findings::add);
        if (TEXTS.contains(name)) {
            stranger(event)
                    .ifPresent(evidence -> findings.add(
                            new TriggerFinding(TriggerRisk.COMMENT, "the event is " + name + ", and " + evidence)));
        }
        inPublic(event)
                .map(evidence -> new TriggerFinding(TriggerRisk.PUBLIC_REPOSITORY, evidence))
                .ifPresent(findings::add);
        if (variables.getOrDefault("RUNNER_ENVIRONMENT", "").equals("github-hosted")) {
            findings.add(new TriggerFinding(TriggerRisk.HOSTED_RUNNER, "RUNNER_ENVIRONMENT is github-hosted"));
        }
        return findings;
    }

    /** GitHub tells it in every event; where it does not, the file was lost or is no event of GitHub's. */
    private static Optional<String> inPublic(Optional<GitHubEvent> event) {
        Optional<Boolean> known = event.flatMap(GitHubEvent::publicRepository);
        return known.isEmpty()
                ? Optional.of("the event's file does not tell whether the repository is public")
                : known.filter(open -> open).map(open -> "the repository is public");
    }

    private static Optional<String> fork(String name, Optional<GitHubEvent> event) {
        if (PULL_REQUESTS.contains(name)) {
            Optional<GitHubEvent.Ends> request = event.flatMap(GitHubEvent::pullRequest);
            return request.isEmpty()
                    ? Optional.of("the event is " + name + ", and its file does not tell where it comes from")
                    : request.filter(GitHubEvent.Ends::differ)
                            .map(ends -> "the pull request comes from " + ends.source());
        }
        if (name.equals("workflow_run")) {
            Optional<GitHubEvent.Ends> run = event.flatMap(GitHubEvent::workflowRun);
            return run.isEmpty()
                    ? Optional.of("the event is workflow_run, and its file does not tell which repository began it")
                    : run.filter(GitHubEvent.Ends::differ)
                            .map(ends -> "the workflow_run was begun by " + ends.source());
        }
        return Optional.empty();
    }

    private static Optional<String> stranger(Optional<GitHubEvent> event) {
        Optional<String> association = event.flatMap(GitHubEvent::authorAssociation);
        return association.filter(INSIDERS::contains).isPresent()
                ? Optional.empty()
                : Optional.of("its author is " + association.orElse("not known"));
    }
}
