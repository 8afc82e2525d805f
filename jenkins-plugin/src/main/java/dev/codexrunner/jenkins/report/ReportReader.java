package dev.codexrunner.jenkins.report;

import dev.codexrunner.jenkins.report.GuardedJson.OddJsonException;
import dev.codexrunner.jenkins.report.ReadReport.Readable;
import dev.codexrunner.jenkins.report.ReadReport.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import net.sf.json.JSONException;

/**
 * Reads report.json. It comes from an agent, so that nothing in it is relied on: whatever it holds, there is a view or a
 * problem, and never more than {@link #MOST_BYTES} of it are read.
 */
public final class ReportReader {

    /** The largest that the runner writes has 25 MB; with its texts and pages, a controller would feel that. */
    static final int MOST_BYTES = 8 * 1024 * 1024;

    private ReportReader() {}

    /** @param report no link */
    public static ReadReport read(Path report) {
        if (!Files.isRegularFile(report, LinkOption.NOFOLLOW_LINKS)) {
            return new Unreadable(Messages.ReportReader_none());
        }
        try (InputStream bytes = Files.newInputStream(report, LinkOption.NOFOLLOW_LINKS)) {
            return read(bytes);
        } catch (NoSuchFileException gone) {
            return new Unreadable(Messages.ReportReader_none());
        } catch (IOException e) {
            return new Unreadable(Messages.ReportReader_unreadable(e.getMessage()));
        }
    }

    /** Of one that is longer than what is read, the entries up to there. */
    public static ReadReport read(InputStream report) {
        try {
            byte[] bytes = report.readNBytes(MOST_BYTES);
            boolean whole = bytes.length < MOST_BYTES || report.read() < 0;
            return read(new String(bytes, StandardCharsets.UTF_8), whole);
        } catch (IOException e) {
            return new Unreadable(Messages.ReportReader_unreadable(e.getMessage()));
        }
    }

    static ReadReport read(String text, boolean whole) {
        try {
            JsonFields fields = JsonFields.parse(GuardedJson.of(text, whole));
            long version = fields.numberOr("schemaVersion", 0);
            if (version != 1) {
                return new Unreadable(
                        version > 1
                                ? Messages.ReportReader_newer(Long.toString(version))
                                : Messages.ReportReader_foreign());
            }
            if (fields.object("verdict").isEmpty()) {
                return new Unreadable(Messages.ReportReader_noVerdict());
            }
            return new Readable(ReportFields.view(fields), whole);
        } catch (OddJsonException | JSONException | StackOverflowError e) {
            return new Unreadable(Messages.ReportReader_noJson(problem(e)));
        }
    }

    /** The library's words quote the text, at any length. */
    private static String problem(Throwable e) {
        return e instanceof OddJsonException odd && odd.getMessage() != null
                ? odd.getMessage()
                : Messages.ReportReader_refused();
    }
}
