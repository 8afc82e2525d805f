package dev.codexrunner.run;

import dev.codexrunner.config.FailOn;
import dev.codexrunner.config.RunnerConfig;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.outcome.OutputCheck;
import dev.codexrunner.outcome.OutputSchema;
import dev.codexrunner.outcome.RequiredOutputs;
import dev.codexrunner.outcome.Requirements;
import dev.codexrunner.outcome.Transcript;
import dev.codexrunner.outcome.Transcript.FinalMessage;
import dev.codexrunner.outcome.Verdict;
import dev.codexrunner.report.RunReport;
import dev.codexrunner.report.RunReport.CheckStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What was asked for beyond a completed turn, for the judge before the verdict and for the report after it. */
final class RunChecks {

    private final RunnerConfig config;
    private final Optional<OutputSchema> schema;

    RunChecks(RunnerConfig config, Optional<OutputSchema> schema) {
        this.config = config;
        this.schema = schema;
    }

    /** As things stand now: looks for the required outputs. */
    Requirements requirements() {
        return new Requirements(
                schema,
                RequiredOutputs.missing(config.task().cd(), config.task().require()),
                config.policy().failOn());
    }

    /**
     * As things stood at the end of a recorded run.
     *
     * @param missingThen what was missing of that run's required outputs
     * @param askedNow paths to look for beyond them
     */
    Requirements requirements(List<String> missingThen, List<Path> askedNow) {
        List<String> missing = Stream.concat(
                        missingThen.stream(),
                        RequiredOutputs.missing(config.task().cd(), askedNow).stream())
                .distinct()
                .toList();
        return new Requirements(schema, missing, config.policy().failOn());
    }

    /** The final message where it is what the schema asks for. */
    Optional<String> structuredOutput(Transcript transcript) {
        return outputCheck(transcript).flatMap(OutputCheck::structuredOutput);
    }

    private Optional<OutputCheck> outputCheck(Transcript transcript) {
        return schema.flatMap(given -> transcript
                .finalMessage()
                .filter(message -> !message.truncated())
                .map(FinalMessage::text)
                .map(given::check));
    }

    /**
     * One entry for each thing asked for.
     *
     * @param judged whether the run came so far that they were looked at
     */
    List<RunReport.Check> list(Transcript transcript, Requirements requirements, Verdict verdict, boolean judged) {
        List<RunReport.Check> checks = new ArrayList<>();
        schema.ifPresent(given -> checks.add(outputSchema(transcript, judged)));
        config.task().require().forEach(path -> checks.add(required(path, requirements, judged)));
        for (FailOn failOn : config.policy().failOn()) {
            checks.add(failOn(failOn, verdict, judged));
        }
        return checks;
    }

    private RunReport.Check outputSchema(Transcript transcript, boolean judged) {
        String name = "output-schema";
        if (!judged) {
            return new RunReport.Check(name, CheckStatus.SKIPPED, "");
        }
        Optional<OutputCheck> check = outputCheck(transcript);
        if (check.isEmpty()) {
            return new RunReport.Check(name, CheckStatus.FAILED, "There is no whole final message.");
        }
        return check.get().valid()
                ? new RunReport.Check(name, CheckStatus.PASSED, "")
                : new RunReport.Check(
                        name,
                        CheckStatus.FAILED,
                        check.get()
                                .notJson()
                                .orElseGet(() -> String.join("; ", check.get().violations())));
    }

    private RunReport.Check required(Path path, Requirements requirements, boolean judged) {
        String name = "require " + path;
        if (!judged) {
            return new RunReport.Check(name, CheckStatus.SKIPPED, "");
        }
        return requirements.missingOutputs().stream()
                .filter(problem -> requiredPathOf(problem).equals(Optional.of(path)))
                .findFirst()
                .map(problem -> new RunReport.Check(name, CheckStatus.FAILED, problem))
                .orElseGet(() -> new RunReport.Check(name, CheckStatus.PASSED, ""));
    }

    /** A problem begins with its path; of "out" and "out put", the longer one that fits is meant. */
    private Optional<Path> requiredPathOf(String problem) {
        return config.task().require().stream()
                .filter(path -> problem.startsWith(path + " "))
                .max(Comparator.comparingInt(path -> path.toString().length()));
    }

    /** The judge names the first that closed; those after it were not looked at. */
    private static RunReport.Check failOn(FailOn failOn, Verdict verdict, boolean judged) {
        String wireName = failOn.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String name = "fail-on " + wireName;
        if (verdict.code().equals(wireName)) {
            return new RunReport.Check(name, CheckStatus.FAILED, verdict.reason());
        }
        boolean reached = judged && verdict.kind() == FailureKind.SUCCESS;
        return new RunReport.Check(name, reached ? CheckStatus.PASSED : CheckStatus.SKIPPED, "");
    }
}
