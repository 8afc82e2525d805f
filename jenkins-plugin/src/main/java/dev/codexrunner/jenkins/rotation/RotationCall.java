package dev.codexrunner.jenkins.rotation;

import dev.codexrunner.jenkins.agent.AgentSetup;
import dev.codexrunner.jenkins.agent.RunFolder;
import dev.codexrunner.jenkins.agent.RunPlace;
import dev.codexrunner.jenkins.credentials.CredentialLookup;
import dev.codexrunner.jenkins.credentials.MaskedCredentials;
import dev.codexrunner.jenkins.credentials.RunSecrets;
import dev.codexrunner.jenkins.exec.AgentPolicy;
import dev.codexrunner.jenkins.exec.Authorities;
import dev.codexrunner.jenkins.exec.CallSite;
import dev.codexrunner.jenkins.exec.EndedCall;
import dev.codexrunner.jenkins.exec.Outcome;
import dev.codexrunner.jenkins.exec.PreparedCall;
import dev.codexrunner.jenkins.exec.RunnerCall;
import dev.codexrunner.jenkins.exec.RunnerEnvironment;
import dev.codexrunner.jenkins.exec.RunnerScript;
import dev.codexrunner.jenkins.log.MaskedSecrets;
import dev.codexrunner.jenkins.report.PlainJson;
import dev.codexrunner.jenkins.request.Policy;
import dev.codexrunner.jenkins.request.RotationCheckRequest;
import dev.codexrunner.jenkins.request.RunInputs;
import dev.codexrunner.jenkins.request.RunnerCommand;
import dev.codexrunner.jenkins.request.RunnerVariables;
import dev.codexrunner.jenkins.request.SettingsFile;
import dev.codexrunner.jenkins.request.TokenRequest;
import dev.codexrunner.jenkins.result.BuildEffect;
import dev.codexrunner.jenkins.result.PluginFailure;
import dev.codexrunner.jenkins.result.RunKind;
import dev.codexrunner.jenkins.result.VerdictView;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code codex-runner rotation check}. */
final class RotationCall implements RunnerCall {

    static final String NAME = "codexRotationCheck";

    private static final long serialVersionUID = 1;

    private static final String PATHS_FILE = "paths.txt";

    /** Some thousand paths would fit. */
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final CodexRotationCheckStep step;

    RotationCall(CodexRotationCheckStep step) {
        this.step = step;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public PreparedCall prepare(CallSite site) throws IOException, InterruptedException {
        Run<?, ?> run = site.run();
        RotationInputs inputs = RotationInputs.of(step, run);
        Policy policy = inputs.configuration().policy();
        AgentPolicy.require(site.node(), policy.labels());
        site.requireTrustedAuthor(List.of());
        site.requireAgentItself();
        RunnerCommand command = site.waitingFor(() -> AgentSetup.runner(site.node(), site.place(), false));
        RunSecrets secrets = CredentialLookup.secrets(inputs.request().vault(), run);
        MaskedSecrets.remember(
                run,
                MaskedCredentials.idsOf(
                        new TokenRequest.FromVault(inputs.request().vault())),
                secrets.variables().values());
        MaskedSecrets.maskOf(run).notices().forEach(site.listener().getLogger()::println);
        List<String> flags = layOut(inputs.request(), secrets, policy, site);
        Map<String, String> variables = RunnerEnvironment.of(
                site, RunnerVariables.passedOn(inputs.request().settings(), policy));
        AgentSetup.requireJar(site.node());
        return new PreparedCall(
                RunnerScript.withOutputInFile(site.place(), command.rotationCheck(flags), secrets.variables()),
                variables,
                secrets.variables());
    }

    private static List<String> layOut(RotationCheckRequest asked, RunSecrets secrets, Policy policy, CallSite site)
            throws IOException, InterruptedException {
        RunPlace place = site.place();
        RotationCheckRequest request = new RotationCheckRequest(
                secrets.completing(asked.vault()), asked.paths(), asked.caBundle(), asked.settings());
        Optional<String> authorities = Authorities.pem(request.caBundle(), site.run());
        RunInputs inputs = secrets.addedTo(RunInputs.of(site.run().getParent().getFullName(), place.reportFolder())
                .withCaBundle(Authorities.path(request.caBundle(), authorities, place)));
        Map<String, String> files = new LinkedHashMap<>();
        if (request.allPaths().size() > 1) {
            inputs = inputs.withPathsFile(place.file(PATHS_FILE));
            files.put(PATHS_FILE, String.join("\n", request.allPaths()) + "\n");
        } else if (request.vault().path().isEmpty()) {
            inputs = inputs.withPathsFile(place.file(PATHS_FILE));
            files.put(PATHS_FILE, request.allPaths().get(0) + "\n");
        }
        files.put("settings.yaml", SettingsFile.text(request, inputs, policy));
        authorities.ifPresent(pem -> files.put("authorities.pem", pem));
        site.waitingFor(() -> {
            RunFolder.layOut(site.workspace(), place, files);
            return files;
        });
        return SettingsFile.flags(request, inputs, policy);
    }

    @Override
    public Outcome conclude(EndedCall ended) throws IOException, InterruptedException {
        RunKind kind = ended.stopped() ? RunKind.CANCELLED : RunKind.ofExitCode(ended.exitCode());
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("success", kind == RunKind.SUCCESS);
        result.put("kind", kind.wireName());
        Map<String, @Nullable Object> check = output(ended);
        result.putAll(check);
        CheckWords.lines(check).forEach(ended.listener().getLogger()::println);
        // The process's own: it also says whether a file could be written.
        result.put("exitCode", ended.exitCode());
        boolean silent = kind == RunKind.SUCCESS && check.isEmpty();
        String message =
                Messages.RotationCall_message(NAME, kind.wireName(), ended.exitCode(), words(ended, kind, check));
        return new Outcome(silent ? BuildEffect.FAIL : effect(kind.wireName()), message, result);
    }

    @Override
    public Outcome refused(Run<?, ?> run, TaskListener listener, String stepId, VerdictView verdict) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("success", false);
        result.put("kind", verdict.kind());
        result.put("code", verdict.code());
        result.put("reason", verdict.reason());
        result.put("fix", verdict.fix());
        result.put("paths", new ArrayList<>());
        result.put("exitCode", verdict.exitCode());
        String message = Messages.RotationCall_refused(NAME, verdict.kind(), verdict.exitCode(), verdict.inWords());
        return new Outcome(
                BuildEffect.ofUnstarted(verdict.kind(), step.getFailOn(), step.getUnstableOn()), message, result);
    }

    private BuildEffect effect(String kind) {
        List<String> unstableOn =
                step.getUnstableOn().isEmpty() && !step.getFailOn().contains(RunKind.ROTATION_DUE.wireName())
                        ? List.of(RunKind.ROTATION_DUE.wireName())
                        : step.getUnstableOn();
        return BuildEffect.of(kind, step.getFailOn(), unstableOn);
    }

    private static String words(EndedCall ended, RunKind kind, Map<String, @Nullable Object> check) {
        if (ended.stopped()) {
            return PluginFailure.RUN_STOPPED.with().inWords();
        }
        if (ended.exitCode() == EndedCall.UNKNOWN) {
            return PluginFailure.RUNNER_GONE.with().inWords();
        }
        String reasons = CheckWords.reasons(check);
        return reasons.isEmpty() ? kind.when() : reasons;
    }

    /** What the check printed; empty where it came to none. */
    private static Map<String, @Nullable Object> output(EndedCall ended) throws IOException, InterruptedException {
        Optional<FilePath> file = ended.file(ended.place().output());
        if (file.isEmpty()) {
            return Map.of();
        }
        try (InputStream bytes = file.get().read()) {
            String text = new String(bytes.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            return PlainJson.object(text).orElse(Map.of());
        }
    }
}
