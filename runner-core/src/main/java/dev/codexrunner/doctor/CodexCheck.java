package dev.codexrunner.doctor;

import dev.codexrunner.launch.CodexBinary;
import java.util.List;
import java.util.Set;

/** Finds codex and checks that nobody else could have changed it; its digest and version where those are pinned. */
record CodexCheck(Subject subject) implements Check {

    @Override
    public Link link() {
        return Link.CODEX;
    }

    @Override
    public Set<Link> needs() {
        return Set.of(Link.FOLDERS);
    }

    @Override
    public CheckResult run(Findings found) {
        CodexBinary codex = CodexBinary.find(
                subject.config().codex(),
                subject.variables(),
                subject.agentFolders(),
                subject.command(),
                subject.environment(found),
                subject.runId().aside());
        found.put(CodexBinary.class, codex);
        String pinned = subject.config().codex().codexSha256().isPresent() ? ", digest as pinned" : "";
        boolean tested = TestedVersions.CODEX.contains(codex.version());
        return CheckResult.of(
                codex.version() + " at " + codex.path() + pinned,
                tested
                        ? List.of()
                        : List.of("This runner was tested with codex " + String.join(", ", TestedVersions.CODEX)
                                + "; another version may print other events."));
    }
}
