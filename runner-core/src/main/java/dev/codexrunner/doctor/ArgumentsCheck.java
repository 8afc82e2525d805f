package dev.codexrunner.doctor;

import dev.codexrunner.config.RunnerConfig;
import dev.codexrunner.config.TaskConfig;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.launch.BoundedCommand;
import dev.codexrunner.launch.ChildEnvironment;
import dev.codexrunner.launch.CodexArguments;
import dev.codexrunner.launch.CodexBinary;
import dev.codexrunner.launch.CodexHomeSettings;
import dev.codexrunner.launch.TelemetryArguments;
import dev.codexrunner.outcome.StartFailure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Whether codex takes the very arguments of a run. It is asked, without a token, to resume a thread that can't exist: the
 * first thing that it looks for once it has accepted every option and setting, and no model is called for it.
 */
record ArgumentsCheck(Subject subject) implements Check {

    private static final String ACCEPTED = "no rollout found for thread id";

    @Override
    public Link link() {
        return Link.ARGUMENTS;
    }

    @Override
    public Set<Link> needs() {
        return Set.of(Link.CONFIGURATION, Link.CODEX);
    }

    @Override
    public CheckResult run(Findings found) {
        RunnerConfig config = subject.config();
        ChildEnvironment environment = subject.environment(found);
        List<String> arguments = CodexArguments.of(
                resumingNothing(config.task()),
                TelemetryArguments.laidUnder(config.codex(), config.telemetry(), environment.caBundle()),
                config.policy(),
                found.get(CodexHomeSettings.class),
                List.of(),
                subject.runId());
        BoundedCommand.Result result = subject.command()
                .run(
                        found.get(CodexBinary.class).path(),
                        arguments,
                        environment,
                        config.task().cd(),
                        subject.runId().aside(),
                        "codex-runner doctor");
        if (result.stderr().contains(ACCEPTED)) {
            String strict = arguments.contains("--strict-config") ? ", strictly" : "";
            return new CheckResult.Passed("codex accepts all " + arguments.size() + " of a run" + strict);
        }
        return new CheckResult.Failed(refusal(CodexWords.complaint(result)));
    }

    /** A word about the policy is not a word about an argument. */
    private static Failure refusal(String complaint) {
        String words = complaint.toLowerCase(Locale.ROOT);
        return words.contains("allowed set") || words.contains("requirements")
                ? StartFailure.MANAGED_POLICY.with(complaint, "")
                : DoctorFailure.CODEX_ARGUMENTS_REFUSED.with(complaint);
    }

    private static TaskConfig resumingNothing(TaskConfig task) {
        return new TaskConfig(
                task.promptFile(),
                task.cd(),
                task.addDir(),
                task.image(),
                task.outputSchema(),
                Optional.of(UUID.randomUUID().toString()),
                true, // That the folder is a repository is looked at elsewhere.
                task.require());
    }
}
