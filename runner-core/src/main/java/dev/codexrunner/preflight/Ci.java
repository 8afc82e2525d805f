package dev.codexrunner.preflight;

import static dev.codexrunner.config.TriggerRisk.FORK;
import static dev.codexrunner.config.TriggerRisk.HOSTED_RUNNER;
import static dev.codexrunner.config.TriggerRisk.PUBLIC_REPOSITORY;

import dev.codexrunner.failure.WireName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The CI systems whose variables tell something about a run's trigger. A new one registers here. Pure. */
enum Ci {
    GITHUB_ACTIONS("GITHUB_ACTIONS", "GITHUB_EVENT_NAME") {
        @Override
        List<TriggerFinding> findings(Map<String, String> variables, Optional<GitHubEvent> event) {
            return GitHubTrigger.findings(variables, event);
        }
    },
    GITLAB("GITLAB_CI", "CI_PIPELINE_SOURCE") {
        @Override
        List<TriggerFinding> findings(Map<String, String> variables, Optional<GitHubEvent> event) {
            return found(
                    differs(variables, "CI_MERGE_REQUEST_SOURCE_PROJECT_PATH", "CI_MERGE_REQUEST_PROJECT_PATH")
                            .map(source -> new TriggerFinding(FORK, "the merge request comes from " + source)),
                    differs(
                                    variables,
                                    "CI_EXTERNAL_PULL_REQUEST_SOURCE_REPOSITORY",
                                    "CI_EXTERNAL_PULL_REQUEST_TARGET_REPOSITORY")
                            .map(source -> new TriggerFinding(FORK, "the pull request comes from " + source)),
                    value(variables, "CI_PROJECT_VISIBILITY")
                            .filter("public"::equals)
                            .map(visibility -> new TriggerFinding(PUBLIC_REPOSITORY, "the project is public")),
                    value(variables, "CI_RUNNER_TAGS")
                            .filter(tags -> tags.contains("saas-"))
                            .map(tags ->
                                    new TriggerFinding(HOSTED_RUNNER, "CI_RUNNER_TAGS names a runner of GitLab's")));
        }
    },
    AZURE_PIPELINES("TF_BUILD", "BUILD_REASON") {
        @Override
        List<TriggerFinding> findings(Map<String, String> variables, Optional<GitHubEvent> event) {
            return found(
                    value(variables, "SYSTEM_PULLREQUEST_ISFORK")
                            .filter("true"::equalsIgnoreCase)
                            .map(fork -> new TriggerFinding(FORK, "SYSTEM_PULLREQUEST_ISFORK is True")),
                    value(variables, "AGENT_ISSELFHOSTED")
                            .filter(own -> own.equals("0") || own.equalsIgnoreCase("false"))
                            .map(own -> new TriggerFinding(HOSTED_RUNNER, "AGENT_ISSELFHOSTED is " + own)));
        }
    },
    BUILDKITE("BUILDKITE", "BUILDKITE_SOURCE") {
        @Override
        List<TriggerFinding> findings(Map<String, String> variables, Optional<GitHubEvent> event) {
            return found(
                    value(variables, "BUILDKITE_PULL_REQUEST_REPO")
                            .filter(source -> !sameRepository(source, variables.getOrDefault("BUILDKITE_REPO", "")))
                            .map(source ->
                                    new TriggerFinding(FORK, "the pull request comes from " + repository(source))),
                    value(variables, "BUILDKITE_COMPUTE_TYPE")
                            .filter("hosted"::equals)
                            .map(type -> new TriggerFinding(HOSTED_RUNNER, "BUILDKITE_COMPUTE_TYPE is hosted")));
        }
    },
    CIRCLECI("CIRCLECI", "CIRCLE_PIPELINE_TRIGGER_SOURCE") {
        @Override
        List<TriggerFinding> findings(Map<String, String> variables, Optional<GitHubEvent> event) {
            return found(value(variables, "CIRCLE_PR_USERNAME")
                    .map(author -> new TriggerFinding(FORK, "the pull request comes from a fork of " + author)));
        }
    },
    JENKINS("JENKINS_URL", "BUILD_CAUSE") {
        @Override
        List<TriggerFinding> findings(Map<String, String> variables, Optional<GitHubEvent> event) {
            return found(value(variables, "CHANGE_FORK")
                    .map(fork -> new TriggerFinding(
                            FORK,
                            "change " + variables.getOrDefault("CHANGE_ID", "") + " comes from the fork " + fork)));
        }
    };

    private final String mark;
    private final String event;

    Ci(String mark, String event) {
        this.mark = mark;
        this.event = event;
    }

    abstract List<TriggerFinding> findings(Map<String, String> variables, Optional<GitHubEvent> event);

    /** The one whose job this is; empty where none of them is known. */
    static Optional<Ci> of(Map<String, String> variables) {
        return Stream.of(values())
                .filter(ci -> value(variables, ci.mark)
                        .filter(mark -> !mark.equalsIgnoreCase("false"))
                        .isPresent())
                .findFirst();
    }

    String wireName() {
        return WireName.dashed(this);
    }

    Optional<String> event(Map<String, String> variables) {
        return value(variables, event);
    }

    private static Optional<String> value(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The first one's value where it is there and is not the second one's. */
    private static Optional<String> differs(Map<String, String> variables, String source, String target) {
        return value(variables, source)
                .filter(from -> !from.equalsIgnoreCase(
                        variables.getOrDefault(target, "").strip()));
    }

    private static boolean sameRepository(String one, String other) {
        return repository(one).equals(repository(other));
    }

    /** An address of a repository without what may differ for one and the same: scheme, user, ending. */
    private static String repository(String address) {
        return address.toLowerCase(Locale.ROOT)
                .replaceFirst("^[a-z+]+://", "")
                .replaceFirst("^[^/@]+@", "")
                .replaceFirst("^([^/:]+):(?:\\d+/)?/?", "$1/")
                .replaceFirst("(?:\\.git)?/*$", "");
    }

    @SafeVarargs
    private static List<TriggerFinding> found(Optional<TriggerFinding>... findings) {
        List<TriggerFinding> all = new ArrayList<>();
        for (Optional<TriggerFinding> finding : findings) {
            finding.ifPresent(all::add);
        }
        return all;
    }
}
