package dev.codexrunner.report.index;

import dev.codexrunner.file.RegularFile;
import dev.codexrunner.file.SystemReason;
import dev.codexrunner.report.ReportFailure;
import dev.codexrunner.report.ReportJson;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The runs below a folder, the newest first. One report at a time is in memory; what can't be read is named.
 *
 * @param copies reports of a run that another folder has as well; it counts once
 * @param problems paths with what is wrong with them, as many as a page can show
 * @param problemCount of all
 */
record RunCollection(List<IndexedRun> runs, long copies, List<Problem> problems, long problemCount) {

    private static final String REPORT = "report.json";

    /** Wrappers copy report folders to job/number/report and the like. */
    private static final int DEEPEST = 8;

    private static final int LARGEST_REPORT = 8 << 20;
    private static final int MOST_PROBLEMS = 100;

    /** From what reads best to what reads worst. */
    private static final List<String> PAGES = List.of("report.html", "report.md", REPORT);

    RunCollection {
        runs = List.copyOf(runs);
        problems = List.copyOf(problems);
    }

    /** @param path relative to the folder */
    record Problem(String path, String reason) {}

    /** @throws dev.codexrunner.failure.FailureException {@link ReportFailure#INDEX_FOLDER_UNREADABLE} */
    static RunCollection below(Path folder) {
        Collector collector = new Collector();
        try {
            Files.walkFileTree(folder.toRealPath(), Set.of(), DEEPEST, collector.visitor(folder.toRealPath()));
        } catch (IOException unreadable) {
            throw ReportFailure.INDEX_FOLDER_UNREADABLE
                    .with(folder, SystemReason.of(unreadable))
                    .asException();
        }
        collector.runs.sort(
                Comparator.comparing(IndexedRun::startedAt).reversed().thenComparing(IndexedRun::folder));
        Set<String> ids = new HashSet<>();
        List<IndexedRun> runs =
                collector.runs.stream().filter(run -> ids.add(run.id())).toList();
        return new RunCollection(runs, collector.runs.size() - runs.size(), collector.problems, collector.problemCount);
    }

    private static final class Collector {

        private final List<IndexedRun> runs = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private long problemCount;

        FileVisitor<Path> visitor(Path root) {
            return new SimpleFileVisitor<>() {

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.getFileName().toString().equals(REPORT)) {
                        take(root, file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
                    if (file.equals(root)) {
                        throw failed;
                    }
                    problem(relative(root, file), SystemReason.of(failed));
                    return FileVisitResult.CONTINUE;
                }
            };
        }

        private void take(Path root, Path file) {
            String path = relative(root, file);
            try {
                if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    problem(path, "it is a link or no file");
                    return;
                }
                Path parent = Optional.ofNullable(file.getParent()).orElse(root);
                Optional<IndexedRun> run = ReportJson.readReport(RegularFile.text(file, LARGEST_REPORT))
                        .flatMap(report -> IndexedRun.of(report, relative(root, parent), page(parent)));
                run.ifPresentOrElse(runs::add, () -> problem(path, "it is no report of a run that this version reads"));
            } catch (IOException unreadable) {
                problem(path, SystemReason.of(unreadable));
            } catch (RuntimeException | StackOverflowError odd) {
                // The file may be anybody's, and one of them must not cost the page of all others.
                problem(path, "it is no report of a run that this version reads");
            }
        }

        private static Optional<String> page(Path parent) {
            return PAGES.stream()
                    .filter(name -> Files.isRegularFile(parent.resolve(name), LinkOption.NOFOLLOW_LINKS))
                    .findFirst();
        }

        private void problem(String path, String reason) {
            problemCount++;
            if (problems.size() < MOST_PROBLEMS) {
                problems.add(new Problem(path, reason));
            }
        }

        private static String relative(Path root, Path path) {
            return root.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
        }
    }
}
