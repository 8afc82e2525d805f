package dev.codexrunner.report.index;

import dev.codexrunner.file.RegularFile;
import dev.codexrunner.file.SystemReason;
import dev.codexrunner.report.ReportHeadJson;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks through the folders below one, and tells also where it did not look. Follows no link. */
final class RunSearch extends SimpleFileVisitor<Path> {

    private static final String REPORT = "report.json";

    /** Wrappers copy report folders to job/number/report and the like. */
    static final int DEEPEST = 8;

    /** In bytes, up to the last field that is needed: within the first kilobytes, as the runner writes it. */
    private static final long LONGEST_HEAD = 64L << 20;

    /** In bytes, of all heads together; of those that the runner writes, some hundred thousand. */
    private static final long ALL_HEADS = 1L << 30;

    private static final int MOST_PROBLEMS = 100;

    /** From what reads best to what reads worst. */
    private static final List<String> PAGES = List.of("report.html", "report.md", REPORT);

    private final Path root;
    private final List<IndexedRun> runs = new ArrayList<>();
    private final List<UnfinishedRun> unfinished = new ArrayList<>();
    private final List<RunCollection.Problem> problems = new ArrayList<>();
    private long problemCount;
    private long left;

    private RunSearch(Path root, long allHeads) {
        this.root = root;
        this.left = allHeads;
    }

    static RunSearch below(Path root) throws IOException {
        return below(root, ALL_HEADS);
    }

    /** @param allHeads how many bytes of reports are read at most, in all */
    static RunSearch below(Path root, long allHeads) throws IOException {
        RunSearch search = new RunSearch(root, allHeads);
        Files.walkFileTree(root, Set.of(), DEEPEST, search);
        return search;
    }

    List<IndexedRun> runs() {
        return runs;
    }

    List<UnfinishedRun> unfinished() {
        return unfinished;
    }

    List<RunCollection.Problem> problems() {
        return problems;
    }

    long problemCount() {
        return problemCount;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (!Files.exists(folder.resolve(REPORT), LinkOption.NOFOLLOW_LINKS)) {
            UnfinishedRun.in(folder, relative(folder)).ifPresent(unfinished::add);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isDirectory()) {
            problem(file, "it lies deeper than " + DEEPEST + " folders: nobody looked into it");
        } else if (attributes.isSymbolicLink() && Files.isDirectory(file)) {
            problem(file, "it is a link to a folder: nobody looked into it");
        } else if (file.getFileName().toString().equals(REPORT)) {
            take(file, attributes);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
        if (file.equals(root)) {
            throw failed;
        }
        problem(file, SystemReason.of(failed));
        return FileVisitResult.CONTINUE;
    }

    /** A folder whose list broke off: what was seen of it stays. */
    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException broken) {
        if (broken != null) {
            problem(folder, SystemReason.of(broken));
        }
        return FileVisitResult.CONTINUE;
    }

    private void take(Path file, BasicFileAttributes attributes) {
        if (!attributes.isRegularFile()) {
            problem(file, "it is a link or no file");
            return;
        }
        if (left <= 0) {
            problem(file, "so much was read of the reports before it that this one was not");
            return;
        }
        Path folder = Optional.ofNullable(file.getParent()).orElse(root);
        try (BoundedInput in = new BoundedInput(RegularFile.open(file), Math.min(left, LONGEST_HEAD), this::count)) {
            ReportHeadJson.read(in)
                    .flatMap(head -> IndexedRun.of(head, relative(folder), page(folder)))
                    .ifPresentOrElse(
                            runs::add, () -> problem(file, "it is no report of a run that this version reads"));
        } catch (IOException unreadable) {
            problem(file, SystemReason.of(unreadable));
        } catch (RuntimeException | StackOverflowError odd) {
            // The file may be anybody's, and one of them must not cost the page of all others.
            problem(file, "it is no report of a run that this version reads");
        }
    }

    private void count(long bytes) {
        left -= bytes;
    }

    private static Optional<String> page(Path folder) {
        return PAGES.stream()
                .filter(name -> Files.isRegularFile(folder.resolve(name), LinkOption.NOFOLLOW_LINKS))
                .findFirst();
    }

    private void problem(Path path, String reason) {
        problemCount++;
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new RunCollection.Problem(relative(path), reason));
        }
    }

    private String relative(Path path) {
        return root.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
