package dev.codexrunner.jenkins.exec;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import dev.codexrunner.jenkins.configuration.CodexGlobalConfiguration;
import dev.codexrunner.jenkins.configuration.CodexPolicy;
import hudson.FilePath;
import hudson.model.Descriptor.FormException;
import hudson.util.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jvnet.hudson.test.JenkinsRule;

/** A controller with a token, a policy that lets scripts play codex, and jobs. */
final class Scene {

    static final String CREDENTIAL = "access-token";

    /** Made at run time, of a token's form, and worth nothing. */
    static final String TOKEN = "at-" + UUID.randomUUID() + UUID.randomUUID();

    private Scene() {}

    static void set() throws IOException, FormException {
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new StringCredentialsImpl(CredentialsScope.GLOBAL, CREDENTIAL, "", Secret.fromString(TOKEN)));
        SystemCredentialsProvider.getInstance().save();
        CodexPolicy policy = new CodexPolicy();
        policy.setCodexPaths(List.of("**"));
        CodexGlobalConfiguration.get().setPolicy(policy);
        CodexGlobalConfiguration.get().save();
    }

    static WorkflowJob pipeline(JenkinsRule jenkins, String script) throws IOException, FormException {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }

    /** The step's arguments for a run with that codex. */
    static String with(ScriptedCodex codex) {
        return "credentialsId: '" + CREDENTIAL + "', codexPath: '" + codex.program()
                + "', config: 'skip-git-repo-check: true'";
    }

    static CodexExecStep step(ScriptedCodex codex) {
        CodexExecStep step = new CodexExecStep();
        step.setPrompt("Look around.");
        step.setCredentialsId(CREDENTIAL);
        step.setCodexPath(codex.program().toString());
        step.setConfig("skip-git-repo-check: true");
        return step;
    }

    /** Run folders beside a workspace, or the folder of them: each is to be gone when the last run has ended. */
    static List<Path> runFolders(FilePath workspace) throws IOException {
        Path folders = Path.of(workspace.getRemote() + "@tmp", "codex-runner");
        if (!Files.isDirectory(folders)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folders)) {
            List<Path> runs = all.toList();
            return runs.isEmpty() ? List.of(folders) : runs;
        }
    }

    /** The runners of a workspace, by the folder that their command line names. */
    static List<ProcessHandle> runners(FilePath workspace) {
        String folders = workspace.getRemote() + "@tmp/codex-runner/";
        return ProcessHandle.allProcesses()
                .filter(process -> Arrays.stream(process.info().arguments().orElse(new String[0]))
                        .anyMatch(argument -> argument.startsWith(folders)))
                .toList();
    }

    /** Files below a folder that hold the token. Jenkins goes on writing there, so that some go while it is looked at. */
    static List<Path> holdingTheToken(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && holdsTheToken(file)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path gone, IOException problem) {
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static boolean holdsTheToken(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(TOKEN);
        } catch (IOException gone) {
            return false;
        }
    }
}
