package dev.codexrunner.report.index;

import dev.codexrunner.file.SystemReason;
import dev.codexrunner.report.ReportFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The runs below a folder, the newest first. One report at a time is in memory; what can't be read is named.
 *
 * @param copies reports of a run of which another folder tells the same; it counts once
 * @param contradicted runs whose reports differ in their verdict: each of them is among the runs
 * @param unfinished records without a report, the newest first
 * @param problems paths with what is wrong with them, as many as a page can show
 * @param problemCount of all
 */
record RunCollection(
        List<IndexedRun> runs,
        long copies,
        long contradicted,
        List<UnfinishedRun> unfinished,
        List<Problem> problems,
        long problemCount) {

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
        // Anybody can put another run's id into a report: one that tells otherwise displaces none.
        Map<String, List<IndexedRun>> byId = search.runs().stream()
                .sorted(Comparator.comparing(IndexedRun::startedAt).reversed().thenComparing(IndexedRun::folder))
                .collect(Collectors.groupingBy(IndexedRun::id, LinkedHashMap::new, Collectors.toList()));
        List<IndexedRun> runs = byId.values().stream()
                .flatMap(RunCollection::distinct)
                .sorted(Comparator.comparing(IndexedRun::startedAt).reversed().thenComparing(IndexedRun::folder))
                .toList();
        long contradicted = byId.values().stream()
                .filter(same -> distinct(same).count() > 1)
                .count();
        Set<String> ids = new HashSet<>(byId.keySet());
        // A record whose report was made elsewhere did finish, and a copied record is one run.
        List<UnfinishedRun> unfinished = search.unfinished().stream()
                .sorted(Comparator.comparing(
                                (UnfinishedRun run) -> run.startedAt().orElse(Instant.EPOCH))
                        .reversed()
                        .thenComparing(UnfinishedRun::folder))
                .filter(run -> run.id().map(ids::add).orElse(true))
                .toList();
        return new RunCollection(
                runs,
                search.runs().size() - runs.size(),
                contradicted,
                unfinished,
                search.problems(),
                search.problemCount());
    }

    /** One report of a run for each verdict that they give of it; one, where they agree. */
    private static Stream<IndexedRun> distinct(List<IndexedRun> reportsOfOneRun) {
        Set<List<Object>> verdicts = new HashSet<>();
        return reportsOfOneRun.stream().filter(run -> verdicts.add(List.of(run.kind(), run.code(), run.exitCode())));
    }
}
