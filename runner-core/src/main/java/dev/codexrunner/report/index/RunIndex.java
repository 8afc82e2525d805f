package dev.codexrunner.report.index;

import dev.codexrunner.file.AtomicFile;
import dev.codexrunner.file.RegularFile;
import dev.codexrunner.file.SystemReason;
import dev.codexrunner.report.ReportFailure;
import dev.codexrunner.secret.Redactor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Makes the overview over the runs below a folder: one page beside them, which needs nothing but a browser. */
public final class RunIndex {

    private static final String FILE = "index.html";

    /** In each page of ours: the end of its title, since long before there was a mark. */
    private static final String OURS = ": codex-runner runs</title>";

    /** In bytes; before the title stand a few lines, and a folder's name. */
    private static final int HEAD = 8_192;

    private RunIndex() {}

    /**
     * What came of it.
     *
     * @param file the page
     * @param runs how many it shows
     * @param unfinished records without a report; the page tells how to make it
     * @param problems what could not be read or was not looked into; the page names the first of them
     */
    public record Result(Path file, long runs, long unfinished, long problems) {}

    /**
     * @param folder with report folders somewhere below it; the page goes there
     * @throws dev.codexrunner.failure.FailureException {@link ReportFailure#INDEX_FOLDER_UNREADABLE},
     *     {@link ReportFailure#INDEX_WOULD_REPLACE} or {@link ReportFailure#REPORT_NOT_WRITTEN}
     */
    public static Result write(Path folder, Clock clock, Redactor redactor) {
        Path file = folder.resolve(FILE);
        refuseForeign(file);
        RunCollection collection = RunCollection.below(folder);
        String name = Optional.ofNullable(folder.toAbsolutePath().normalize().getFileName())
                .map(Path::toString)
                .orElse("/");
        String page = redactor.redact(IndexHtml.render(IndexPage.of(name, collection, clock.instant())));
        try {
            AtomicFile.write(file, page);
        } catch (IOException e) {
            throw ReportFailure.REPORT_NOT_WRITTEN
                    .with(file, SystemReason.of(e))
                    .asException();
        }
        return new Result(
                file, collection.runs().size(), collection.unfinished().size(), collection.problemCount());
    }

    /** A web page of somebody else would be lost. A link is none: it is replaced, and what it leads to stays. */
    private static void refuseForeign(Path file) {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS) || Files.isSymbolicLink(file)) {
            return;
        }
        try (InputStream in = RegularFile.open(file)) {
            String head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
            if (!head.contains(OURS)) {
                throw ReportFailure.INDEX_WOULD_REPLACE.with(file).asException();
            }
        } catch (IOException e) {
            throw ReportFailure.REPORT_NOT_WRITTEN
                    .with(file, SystemReason.of(e))
                    .asException();
        }
    }
}
