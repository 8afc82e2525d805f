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
            return new Unreadable("The run has left no report.json.");
        }
        try (InputStream bytes = Files.newInputStream(report, LinkOption.NOFOLLOW_LINKS)) {
            return read(bytes);
        } catch (NoSuchFileException gone) {
            return new Unreadable("The run has left no report.json.");
        } catch (IOException e) {
            return new Unreadable("report.json can't be read: " + e.getMessage() + ".");
        }
    }

    /** Of one that is longer than what is read, the entries up to there. */
    public static ReadReport read(InputStream report) {
        try {
            byte[] bytes = report.readNBytes(MOST_BYTES);
            boolean whole = bytes.length < MOST_BYTES || report.read() < 0;
            return read(new String(bytes, StandardCharsets.UTF_8), whole);
        } catch (IOException e) {
            return new Unreadable("report.json can't be read: " + e.getMessage() + ".");
        }
    }

    static ReadReport read(String text, boolean whole) {
        try {
            JsonFields fields = JsonFields.parse(GuardedJson.of(text, whole));
            long version = fields.numberOr("schemaVersion", 0);
            if (version != 1) {
                return new Unreadable(
                        version > 1
                                ? "report.json has schema version " + version
                                        + ", which this plugin doesn't know: update it."
                                : "report.json is no report of codex-runner.");
            }
            if (fields.object("verdict").isEmpty()) {
                return new Unreadable("report.json has no verdict.");
            }
            return new Readable(ReportFields.view(fields), whole);
        } catch (OddJsonException | JSONException | StackOverflowError e) {
            return new Unreadable("report.json is no JSON: " + problem(e) + ".");
        }
    }

    /** The library's words quote the text, at any length. */
    private static String problem(Throwable e) {
        return e instanceof OddJsonException odd && odd.getMessage() != null
                ? odd.getMessage()
                : "Jenkins' parser does not take it";
    }
}
