package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.agent.AgentSetup;
import dev.codexrunner.jenkins.agent.RunFolder;
import dev.codexrunner.jenkins.agent.RunPlace;
import dev.codexrunner.jenkins.configuration.CodexOnAgent;
import dev.codexrunner.jenkins.configuration.EffectiveConfiguration;
import dev.codexrunner.jenkins.credentials.CredentialLookup;
import dev.codexrunner.jenkins.credentials.MaskedCredentials;
import dev.codexrunner.jenkins.credentials.RunSecrets;
import dev.codexrunner.jenkins.failure.PluginFailureException;
import dev.codexrunner.jenkins.log.MaskedSecrets;
import dev.codexrunner.jenkins.report.RunPageUrl;
import dev.codexrunner.jenkins.report.RunSummaries;
import dev.codexrunner.jenkins.request.CodexProgram;
import dev.codexrunner.jenkins.request.CodexRequest;
import dev.codexrunner.jenkins.request.Policy;
import dev.codexrunner.jenkins.request.Prompt;
import dev.codexrunner.jenkins.request.RunInputs;
import dev.codexrunner.jenkins.request.RunnerCommand;
import dev.codexrunner.jenkins.request.RunnerVariables;
import dev.codexrunner.jenkins.request.SettingsFile;
import dev.codexrunner.jenkins.result.BuildEffect;
import dev.codexrunner.jenkins.result.PluginFailure;
import dev.codexrunner.jenkins.result.ReportView;
import dev.codexrunner.jenkins.result.ResultMap;
import dev.codexrunner.jenkins.result.VerdictView;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code codex-runner exec}. */
final class ExecCall implements RunnerCall {

    private static final long serialVersionUID = 1;

    private final CodexExecStep step;

    ExecCall(CodexExecStep step) {
        this.step = step;
    }

    @Override
    public String name() {
        return "codexExec";
    }

    @Override
    public PreparedCall prepare(CallSite site) throws IOException, InterruptedException {
        Run<?, ?> run = site.run();
        ExecInputs inputs = ExecInputs.of(step, run);
        Policy policy = inputs.configuration().policy();
        inputs.notes().forEach(note -> site.listener().getLogger().println(Messages.ExecCall_note(name(), note)));
        AgentPolicy.require(site.node(), policy.labels());
        site.requireTrustedAuthor(inputs.request().acceptedRisks());
        site.requireAgentItself();
        boolean temporaryIsWritable = !inputs.request().sandboxInForce().equals(CodexRequest.DEFAULT_SANDBOX);
        RunnerCommand command =
                site.waitingFor(() -> AgentSetup.runner(site.node(), site.place(), temporaryIsWritable));
        site.waitingFor(() -> {
            PathsOfTheJob.requireInWorkspace(inputs.request(), site);
            return inputs;
        });
        Optional<CodexOnAgent> codex = codex(inputs.request().program(), site);
        RunSecrets secrets = CredentialLookup.secrets(inputs.request().token(), run);
        MaskedSecrets.remember(
                run,
                MaskedCredentials.idsOf(inputs.request().token()),
                secrets.variables().values());
        MaskedSecrets.maskOf(run).notices().forEach(site.listener().getLogger()::println);
        CodexRequest request = completed(inputs.request(), secrets, codex);
        RunInputs laidOut = layOut(request, secrets, codex, policy, site);
        List<String> line = command.exec(
                promptFile(request, site), site.place().reportFolder(), SettingsFile.flags(request, laidOut, policy));
        Map<String, String> variables =
                RunnerEnvironment.of(site, RunnerVariables.passedOn(request.settings(), policy));
        // As late as can be: an installation may have taken minutes, and other builds run on this agent.
        AgentSetup.requireJar(site.node());
        if (codex.isPresent()) {
            codex.get().requireUnchanged(site.node());
        }
        return new PreparedCall(
                RunnerScript.text(site.place(), line, secrets.variables()), variables, secrets.variables());
    }

    private static CodexRequest completed(CodexRequest request, RunSecrets secrets, Optional<CodexOnAgent> codex) {
        Map<String, List<String>> settings = new LinkedHashMap<>(request.settings());
        codex.flatMap(CodexOnAgent::sha256).ifPresent(digest -> settings.put("codex-sha256", List.of(digest)));
        return request.toBuilder()
                .token(secrets.completing(request.token()))
                .settings(settings)
                .build();
    }

    private static RunInputs layOut(
            CodexRequest request, RunSecrets secrets, Optional<CodexOnAgent> codex, Policy policy, CallSite site)
            throws IOException, InterruptedException {
        RunPlace place = site.place();
        Optional<String> authorities = Authorities.pem(request.caBundle(), site.run());
        RunInputs inputs = secrets.addedTo(RunInputs.of(site.run().getParent().getFullName(), place.reportFolder())
                .withCodexPath(codexPath(request.program(), codex))
                .withCaBundle(Authorities.path(request.caBundle(), authorities, place)));
        Map<String, String> files = new LinkedHashMap<>();
        files.put("settings.yaml", SettingsFile.text(request, inputs, policy));
        authorities.ifPresent(pem -> files.put("authorities.pem", pem));
        if (request.prompt() instanceof Prompt.Text prompt) {
            files.put("prompt.md", prompt.text());
        }
        site.waitingFor(() -> {
            RunFolder.layOut(site.workspace(), place, files);
            return files;
        });
        return inputs;
    }

    private static String promptFile(CodexRequest request, CallSite site) {
        return request.prompt() instanceof Prompt.FileInWorkspace file
                ? site.workspace().child(file.path()).getRemote()
                : site.place().prompt();
    }

    private static Optional<CodexOnAgent> codex(CodexProgram program, CallSite site)
            throws IOException, InterruptedException {
        if (!(program instanceof CodexProgram.Installed installed)) {
            return Optional.empty();
        }
        return Optional.of(EffectiveConfiguration.codexInstallation(installed.name())
                .orElseThrow(() -> new PluginFailureException(PluginFailure.CODEX_TOOL_UNKNOWN, installed.name()))
                .on(site.node(), RunnerEnvironment.administered(site), site.listener()));
    }

    private static Optional<String> codexPath(CodexProgram program, Optional<CodexOnAgent> codex) {
        return program instanceof CodexProgram.AtPath at ? Optional.of(at.path()) : codex.map(CodexOnAgent::path);
    }

    @Override
    public Outcome conclude(EndedCall ended) throws IOException, InterruptedException {
        Optional<FilePath> folder = ended.file(ended.place().reportFolder());
        ReportView report = KeptReport.of(ended, folder);
        VerdictView verdict = report.verdict();
        String message = Messages.ExecCall_message(name(), verdict.kind(), verdict.exitCode(), verdict.inWords());
        BuildEffect effect = BuildEffect.of(verdict.kind(), step.getFailOn(), step.getUnstableOn());
        return outcome(ended.run(), ended.listener(), ended.place().id(), report, effect, message);
    }

    @Override
    public Outcome refused(Run<?, ?> run, TaskListener listener, String stepId, VerdictView verdict)
            throws IOException {
        String message = Messages.ExecCall_refused(name(), verdict.kind(), verdict.exitCode(), verdict.inWords());
        BuildEffect effect = BuildEffect.ofUnstarted(verdict.kind(), step.getFailOn(), step.getUnstableOn());
        return outcome(run, listener, stepId, KeptReport.of(run, stepId, verdict), effect, message);
    }

    private Outcome outcome(
            Run<?, ?> run, TaskListener listener, String stepId, ReportView report, BuildEffect effect, String message)
            throws IOException {
        RunSummaries.add(run, report.summary(), stepId);
        listener.getLogger().println(page(report.verdict(), RunPageUrl.whole(run, stepId)));
        return new Outcome(effect, message, ResultMap.of(report, RunPageUrl.below(stepId)));
    }

    /** Said whatever becomes of the step: what it throws, a Jenkinsfile may catch and not tell of. */
    private String page(VerdictView verdict, String url) {
        return verdict.success()
                ? Messages.ExecCall_page(name(), url)
                : Messages.ExecCall_failurePage(name(), verdict.kind(), verdict.exitCode(), verdict.code(), url);
    }
}
