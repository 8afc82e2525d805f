package dev.codexrunner.doctor;

import dev.codexrunner.launch.ChildSession;
import dev.codexrunner.launch.CodexHome;
import dev.codexrunner.launch.Reaper;
import dev.codexrunner.launch.RunFolders;
import dev.codexrunner.report.ReportFailure;
import dev.codexrunner.report.ReportFolder;
import dev.codexrunner.run.RunFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens CODEX_HOME as a run does, with its reaper, and sees whether the report would have a place. */
record FoldersCheck(Subject subject) implements Check {

    @Override
    public Link link() {
        return Link.FOLDERS;
    }

    @Override
    public Set<Link> needs() {
        return Set.of();
    }

    @Override
    public CheckResult run(Findings found) {
        Path working = subject.config().task().cd().toAbsolutePath().normalize();
        if (!Files.isDirectory(working)) {
            throw RunFailure.WORKING_FOLDER_UNUSABLE.with(working).asException();
        }
        Path report = ReportFolder.choose(
                subject.config().report().reportDir(),
                subject.variables(),
                subject.runId().value(),
                subject.agentFolders());
        requireWritable(report);
        RunFolders folders = RunFolders.open(
                subject.config().codex().codexHome(), subject.variables(), subject.runId(), subject.agentFolders());
        found.undoAtEnd(folders::close);
        CodexHome home = folders.home();
        ChildSession session = ChildSession.ofThisSystem();
        Reaper reaper = Reaper.start(session, subject.runId(), folders);
        found.undoAtEnd(reaper::close);
        found.put(CodexHome.class, home);
        found.put(RunFolders.class, folders);
        List<String> warnings = new ArrayList<>();
        home.warning().ifPresent(warnings::add);
        session.warning().ifPresent(warnings::add);
        String kind =
                home.isPrivate() ? "private CODEX_HOME under " + home.path().getParent() : "CODEX_HOME " + home.path();
        return CheckResult.of(
                "working folder " + working + ", " + kind + ", report under " + report.getParent()
                        + "; processes are found by " + session.containment(),
                warnings);
    }

    /** Without making it: a look at a machine leaves nothing behind. */
    private static void requireWritable(Path folder) {
        Path existing = nearestExisting(folder).orElse(folder);
        if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
            throw ReportFailure.REPORT_FOLDER_UNUSABLE
                    .with(folder, existing + " is no folder that this user may write.")
                    .asException();
        }
    }

    private static Optional<Path> nearestExisting(Path folder) {
        @Nullable Path existing = folder;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        return Optional.ofNullable(existing);
    }
}
