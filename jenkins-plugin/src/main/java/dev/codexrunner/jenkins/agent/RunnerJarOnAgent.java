package dev.codexrunner.jenkins.agent;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Node;
import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import jenkins.MasterToSlaveFileCallable;

/**
 * The runner's jar in an agent's cache, under its digest. That digest is checked before each start: other builds may have run
 * on that agent, as the same user.
 */
final class RunnerJarOnAgent {

    /** One copying at a time to each agent. */
    private static final Map<String, Object> COPYING = new ConcurrentHashMap<>();

    private RunnerJarOnAgent() {}

    /** Where it belongs; it need not be there. */
    static FilePath place(Node node) throws AbortException {
        FilePath root = node.getRootPath();
        if (root == null) {
            throw new AbortException(Messages.RunnerJarOnAgent_offline(node.getDisplayName()));
        }
        return root.child("caches/codex-runner/" + RunnerJar.sha256() + "/codex-runner.jar");
    }

    /** Copies it there where it is missing or another. */
    static void require(Node node) throws IOException, InterruptedException {
        FilePath jar = place(node);
        if (!jar.act(new IsWhole(RunnerJar.sha256()))) {
            copy(jar, node);
        }
    }

    /** Copies it there. */
    static void copy(FilePath jar, Node node) throws IOException, InterruptedException {
        synchronized (COPYING.computeIfAbsent(node.getNodeName(), name -> new Object())) {
            if (jar.act(new IsWhole(RunnerJar.sha256()))) {
                return;
            }
            FilePath folder = Objects.requireNonNull(jar.getParent(), "the jar lies in a folder");
            folder.mkdirs();
            FilePath part = folder.createTempFile("codex-runner", ".part");
            try (InputStream bytes = RunnerJar.open()) {
                part.copyFrom(bytes);
            }
            if (!part.act(new MoveIfWhole(jar.getRemote(), RunnerJar.sha256()))) {
                throw new IOException(Messages.RunnerJarOnAgent_broken(part.getRemote()));
            }
        }
    }

    private static final class IsWhole extends MasterToSlaveFileCallable<Boolean> {

        private static final long serialVersionUID = 1;

        private final String sha256;

        IsWhole(String sha256) {
            this.sha256 = sha256;
        }

        @Override
        public Boolean invoke(File jar, VirtualChannel channel) throws IOException {
            return AgentFacts.hasDigest(jar.toPath(), sha256);
        }
    }

    /** In one step, so that nobody starts half a jar. */
    private static final class MoveIfWhole extends MasterToSlaveFileCallable<Boolean> {

        private static final long serialVersionUID = 1;

        private final String target;
        private final String sha256;

        MoveIfWhole(String target, String sha256) {
            this.target = target;
            this.sha256 = sha256;
        }

        @Override
        public Boolean invoke(File part, VirtualChannel channel) throws IOException {
            boolean whole = AgentFacts.hasDigest(part.toPath(), sha256);
            if (whole) {
                Files.move(part.toPath(), Path.of(target), StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.deleteIfExists(part.toPath());
            }
            return whole;
        }
    }
}
