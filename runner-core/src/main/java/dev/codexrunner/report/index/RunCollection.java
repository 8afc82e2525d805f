package dev.codexrunner.report.index;

import dev.codexrunner.file.SystemReason;
import dev.codexrunner.report.ReportFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The runs below a folder, the newest first. One report at a time is in memory; what can't be read is named.
 *
 * @param copies reports of a run that another folder has as well; it counts once
 * @param unfinished records without a report, the newest first
 * @param problems paths with what is wrong with them, as many as a page can show
 * @param problemCount of all
 */
record RunCollection(
        List<IndexedRun> runs, long copies, List<UnfinishedRun> unfinished, List<Problem> problems, long problemCount) {

    RunCollection {
        runs = List.copyOf(runs);
        unfinished = List.copyOf(unfinished);
        problems = List.copyOf(problems);
    }

    /** @param path relative to the folder */
    record Problem(String path, String reason) {}

    /** @throws dev.codexrunner.failure.FailureException {@link ReportFailure#INDEX_FOLDER_UNREADABLE} */
    static RunCollection below(Path folder) {
        RunSearch search;
        try {
            search = RunSearch.below(folder.toRealPath());
        } catch (IOException unreadable) {
            throw ReportFailure.INDEX_FOLDER_UNREADABLE
                    .with(folder, SystemReason.of(unreadable))
                    .asException();
        }
        Set<String> ids = new HashSet<>();
        List<IndexedRun> runs = search.runs().stream()
                .sorted(Comparator.comparing(IndexedRun::startedAt).reversed().thenComparing(IndexedRun::folder))
                .filter(run -> ids.add(run.id()))
                .toList();
        // A record whose report was made elsewhere did finish, and a copied record is one run.
        List<UnfinishedRun> unfinished = search.unfinished().stream()
                .sorted(Comparator.comparing(
                                (UnfinishedRun run) -> run.startedAt().orElse(Instant.EPOCH))
                        .reversed()
                        .thenComparing(UnfinishedRun::folder))
                .filter(run -> run.id().map(ids::add).orElse(true))
                .toList();
        return new RunCollection(
                runs, search.runs().size() - runs.size(), unfinished, search.problems(), search.problemCount());
    }
}
