package dev.codexrunner.run;

import dev.codexrunner.config.PromptSource;
import dev.codexrunner.config.RunnerConfig;
import dev.codexrunner.credential.HeaderFile;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.file.RegularFile;
import dev.codexrunner.file.SystemReason;
import dev.codexrunner.journal.TrustFacts;
import dev.codexrunner.launch.BoundedCommand;
import dev.codexrunner.launch.ChildEnvironment;
import dev.codexrunner.launch.CodexBinary;
import dev.codexrunner.launch.CodexHome;
import dev.codexrunner.launch.CodexHomeSettings;
import dev.codexrunner.launch.HiddenFiles;
import dev.codexrunner.launch.InstructionSettings;
import dev.codexrunner.launch.LaunchPolicy;
import dev.codexrunner.launch.RunFolders;
import dev.codexrunner.launch.RunId;
import dev.codexrunner.launch.Supervisor;
import dev.codexrunner.outcome.OutputSchema;
import dev.codexrunner.preflight.CheckoutFiles;
import dev.codexrunner.preflight.GitObjects;
import dev.codexrunner.preflight.ManagedPolicy;
import dev.codexrunner.preflight.PromptReader;
import dev.codexrunner.preflight.TaskInputs;
import dev.codexrunner.preflight.TeamConfig;
import dev.codexrunner.preflight.TeamConfigReader;
import dev.codexrunner.preflight.TriggerAssessment;
import dev.codexrunner.preflight.TrustedAuthorities;
import dev.codexrunner.preflight.credentialfile.CredentialExposure;
import dev.codexrunner.preflight.credentialfile.CredentialFile;
import dev.codexrunner.preflight.credentialfile.CredentialFiles;
import dev.codexrunner.preflight.credentialfile.CredentialSearch;
import dev.codexrunner.transport.ProxySettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Finds out what is wrong before a secret is fetched: nobody's token is taken for a run that can't start. */
final class Preparation {

    /** codex answers {@code --version} in 10 ms; a cold disk under load takes longer to bring its 294 MB. */
    private static final Duration VERSION_BOUND = Duration.ofSeconds(30);

    /** Objects of a local store; only a dead network drive takes longer. */
    private static final Duration GIT_BOUND = Duration.ofSeconds(30);

    static final String CA_FILE = "codex-ca.pem";

    private final RunnerConfig config;
    private final RunSurroundings surroundings;
    private final RunId runId;
    private final Supervisor supervisor;
    private final BoundedReading reading;
    private final ManagedPolicy policy;

    Preparation(
            RunnerConfig config,
            RunSurroundings surroundings,
            RunId runId,
            Supervisor supervisor,
            ManagedPolicy policy,
            BoundedReading reading) {
        this.config = config;
        this.surroundings = surroundings;
        this.runId = runId;
        this.supervisor = supervisor;
        this.policy = policy;
        this.reading = reading;
    }

    /**
     * Whose word this run takes, as far as it can be told before anything is opened or fetched.
     *
     * @param told what is found out, also where the run is refused for it
     * @throws dev.codexrunner.failure.FailureException when the trigger is not trusted
     */
    void requireTrust(Consumer<TrustFacts.Trigger> told) {
        TriggerAssessment trigger = TriggerAssessment.of(surroundings.variables());
        trigger.facts(config.trust().allowUntrustedTrigger()).ifPresent(told);
        trigger.require(config.trust().allowUntrustedTrigger());
    }

    private GitObjects git(List<Path> agentFolders) {
        return new GitObjects(
                new BoundedCommand(supervisor, GIT_BOUND),
                ChildEnvironment.allowed(surroundings.variables(), List.of(), agentFolders),
                config.task().cd(),
                runId.aside());
    }

    /**
     * Checks everything, cheap and likely mistakes first.
     *
     * @param source of the prompt
     * @param folders codex's own for this run
     * @param agentFolders where nothing that we rely on may lie
     * @param record the folder that takes the one CA file that codex is given
     * @throws dev.codexrunner.failure.FailureException the first thing that is wrong
     */
    Prepared prepare(Optional<PromptSource> source, RunFolders folders, List<Path> agentFolders, Path record) {
        Map<String, String> variables = surroundings.variables();
        if (!Files.isDirectory(config.task().cd())) {
            throw RunFailure.WORKING_FOLDER_UNUSABLE.with(config.task().cd()).asException();
        }
        policy.objection(config).ifPresent(objection -> {
            throw new FailureException(objection);
        });
        // A home on a dead network drive must not outlast --timeout.
        CredentialSearch credentials =
                reading.read("the credential files around the agent", () -> CredentialFiles.find(config, variables));
        List<Path> credentialFiles =
                credentials.files().stream().map(CredentialFile::path).toList();
        CheckoutFiles checkout = CheckoutFiles.around(config.task().cd(), credentialFiles);
        Stream.concat(Stream.of(config.task().cd()), config.task().addDir().stream())
                .filter(checkout::names)
                .forEach(checkout::within);
        CodexHomeSettings given = CodexHomeSettings.read(
                        config.codex().codexHome(), config.codex().profile())
                .withMachineOf(policy.settings());
        GitObjects git = git(agentFolders);
        TeamConfig teamConfig = reading.read(
                "the repository's instructions",
                () -> TeamConfigReader.read(
                        config.trust(),
                        config.task().cd(),
                        git,
                        InstructionSettings.of(config.codex(), given),
                        credentialFiles,
                        folders.home().isPrivate()));
        CodexHomeSettings settings = teamConfig.laidOver(given);
        LaunchPolicy.require(config.codex(), config.policy(), settings);
        teamConfig.writeTo(folders.home().path());
        TaskInputs inputs = TaskInputs.of(checkout, teamConfig, git);
        Optional<OutputSchema> schema =
                config.task().outputSchema().map(file -> reading.read(file.toString(), () -> schema(inputs, file)));
        String prompt = reading.read("the prompt", () -> prompt(inputs, source));
        config.task().image().forEach(image -> requireReadable(checkout.names(image) ? checkout.given(image) : image));
        ProxySettings proxies = ProxySettings.from(variables);
        TrustedAuthorities authorities =
                TrustedAuthorities.read(config.tls(), config.vault(), variables, surroundings.clock());
        Optional<Path> caFile = authorities.bundle().map(bundle -> {
            Path file = record.resolve(CA_FILE).toAbsolutePath();
            bundle.writeTo(file);
            return file;
        });
        ChildEnvironment environment = ChildEnvironment.allowed(
                        variables, config.codex().passEnv(), agentFolders)
                .withCodexHome(folders.home().path())
                .withTemporaryFolder(folders.temporary())
                .withCaBundle(caFile)
                .withTelemetryHeaders(config.telemetry()
                        .otelHeaders()
                        .or(() -> config.telemetry()
                                .otelHeadersFile()
                                .map(file -> reading.read(file.toString(), () -> HeaderFile.read(file)))));
        CodexBinary codex = CodexBinary.find(
                config.codex(),
                variables,
                agentFolders,
                new BoundedCommand(supervisor, VERSION_BOUND),
                environment,
                runId.aside());
        return new Prepared(
                teamConfig.beforePrompt().orElse("") + prompt,
                schema,
                settings,
                teamConfig,
                authorities,
                proxies,
                codex,
                exposure(credentials, settings, folders.home()),
                HiddenFiles.obstacle(config.codex(), settings)
                        .or(() -> HiddenFiles.canName(folders.home().path())
                                ? Optional.empty()
                                : Optional.of("codex would take the path of its CODEX_HOME for a pattern")),
                inputs,
                folders.home().settings(),
                environment);
    }

    private CredentialExposure exposure(CredentialSearch credentials, CodexHomeSettings settings, CodexHome home) {
        return CredentialExposure.of(
                        credentials,
                        HiddenFiles.obstacle(config.codex(), settings),
                        config.policy().allowCredentialFile())
                .hidingToo(home.credentialFiles(config.codex().loginMode()))
                .hidingToo(home.records());
    }

    private static OutputSchema schema(TaskInputs inputs, Path given) {
        TaskInputs.Source source = OutputSchema.isBuiltIn(given)
                ? new TaskInputs.Source(given, Optional.empty(), "built-in")
                : inputs.source("output-schema", given);
        OutputSchema schema = source.text()
                .map(text -> OutputSchema.parse(given.toString(), text))
                .orElseGet(() -> OutputSchema.read(source.file()));
        inputs.read("output-schema", given, source, schema.json());
        return schema;
    }

    private String prompt(TaskInputs inputs, Optional<PromptSource> given) {
        if (given.orElse(null) instanceof PromptSource.File file) {
            TaskInputs.Source source = inputs.source("prompt-file", file.path());
            PromptSource from = source.text()
                    .<PromptSource>map(PromptSource.Text::new)
                    .orElseGet(() -> new PromptSource.File(source.file()));
            String prompt = PromptReader.read(Optional.of(from), surroundings.standardInput());
            inputs.read("prompt-file", file.path(), source, prompt);
            return prompt;
        }
        return PromptReader.read(given, surroundings.standardInput());
    }

    /** codex opens pictures only once it has logged in, and tells of a missing one in words of its own. */
    private static void requireReadable(Path image) {
        try (InputStream in = RegularFile.open(image)) {
            if (in.read() < 0) {
                throw RunFailure.IMAGE_UNREADABLE.with(image, "it is empty").asException();
            }
        } catch (IOException unreadable) {
            throw RunFailure.IMAGE_UNREADABLE
                    .with(image, SystemReason.of(unreadable))
                    .asException();
        }
    }
}
