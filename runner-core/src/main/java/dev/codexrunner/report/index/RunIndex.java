package dev.codexrunner.report.index;

import dev.codexrunner.file.AtomicFile;
import dev.codexrunner.file.SystemReason;
import dev.codexrunner.report.ReportFailure;
import dev.codexrunner.secret.Redactor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Makes the overview over the runs below a folder: one page beside them, which needs nothing but a browser. */
public final class RunIndex {

    private static final String FILE = "index.html";

    private RunIndex() {}

    /**
     * What came of it.
     *
     * @param file the page
     * @param runs how many it shows
     * @param problems how many files could not be read; the page names them
     */
    public record Result(Path file, long runs, long problems) {}

    /**
     * @param folder with report folders somewhere below it; the page goes there
     * @throws dev.codexrunner.failure.FailureException {@link ReportFailure#INDEX_FOLDER_UNREADABLE} or
     *     {@link ReportFailure#REPORT_NOT_WRITTEN}
     */
    public static Result write(Path folder, Clock clock, Redactor redactor) {
        RunCollection collection = RunCollection.below(folder);
        String name = Optional.ofNullable(folder.toAbsolutePath().normalize().getFileName())
                .map(Path::toString)
                .orElse("/");
        String page = redactor.redact(IndexHtml.render(IndexPage.of(name, collection, clock.instant())));
        Path file = folder.resolve(FILE);
        try {
            AtomicFile.write(file, page);
        } catch (IOException e) {
            throw ReportFailure.REPORT_NOT_WRITTEN
                    .with(file, SystemReason.of(e))
                    .asException();
        }
        return new Result(file, collection.runs().size(), collection.problemCount());
    }
}
