package dev.codexrunner.run;

import dev.codexrunner.config.CodexConfig;
import dev.codexrunner.config.RunnerConfig;
import dev.codexrunner.config.TaskConfig;
import dev.codexrunner.launch.ChildEnvironment;
import dev.codexrunner.launch.CodexArguments;
import dev.codexrunner.launch.CodexBinary;
import dev.codexrunner.launch.CodexHomeSettings;
import dev.codexrunner.launch.RunId;
import dev.codexrunner.launch.TelemetryArguments;
import dev.codexrunner.outcome.OutputSchema;
import dev.codexrunner.preflight.TaskInputs;
import dev.codexrunner.preflight.TeamConfig;
import dev.codexrunner.preflight.TrustedAuthorities;
import dev.codexrunner.preflight.credentialfile.CredentialExposure;
import dev.codexrunner.transport.ProxySettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * All that a run needs besides its token, checked.
 *
 * @param prompt what the agent is asked
 * @param schema what its answer must satisfy
 * @param settings of a given CODEX_HOME, the base commit and the machine
 * @param teamConfig the repository's instructions, already in place
 * @param authorities whom we and codex trust
 * @param proxies on the way to Vault
 * @param codex the program
 * @param exposure what becomes of the credential files around the agent
 * @param unhidden why codex can hide nothing from the agent's commands; empty where it can
 * @param inputs where prompt file and schema come from
 * @param homeSettings of codex, for its home
 * @param environment for it, still without the token
 */
record Prepared(
        String prompt,
        Optional<OutputSchema> schema,
        CodexHomeSettings settings,
        TeamConfig teamConfig,
        TrustedAuthorities authorities,
        ProxySettings proxies,
        CodexBinary codex,
        CredentialExposure exposure,
        Optional<String> unhidden,
        TaskInputs inputs,
        List<String> homeSettings,
        ChildEnvironment environment) {

    /**
     * What codex is started with for that attempt.
     *
     * @param record the folder with the schema's copy
     */
    List<String> arguments(RunnerConfig config, Path record, RunId runId, AttemptPlan plan) {
        // The schema as it was read and checked, not what its file may be by now.
        TaskConfig task = schema.isPresent()
                ? config.task().withOutputSchema(record.resolve(RecordedSchema.FILE))
                : config.task();
        CodexConfig codexConfig = TelemetryArguments.laidUnder(
                        config.codex(), config.telemetry(), environment.caBundle())
                .withConfigAfter(teamConfig.settings())
                .withConfigAfter(homeSettings);
        return plan.continued()
                .map(thread -> CodexArguments.continuing(
                        task, codexConfig, config.policy(), settings, exposure.hidden(), runId, thread))
                .orElseGet(() ->
                        CodexArguments.of(task, codexConfig, config.policy(), settings, exposure.hidden(), runId));
    }

    /** Without the prompt and the environment, which are nobody's business in a log. */
    @Override
    public String toString() {
        return "Prepared[" + codex.path() + "]";
    }
}
