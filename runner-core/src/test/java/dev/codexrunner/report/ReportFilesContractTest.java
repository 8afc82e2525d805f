package dev.codexrunner.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.journal.AttemptLog;
import dev.codexrunner.journal.EventJournal;
import dev.codexrunner.journal.RunEndFile;
import dev.codexrunner.journal.RunManifestFile;
import dev.codexrunner.journal.StderrLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Wrappers take a run's files by the names in contract/report-files.json: one that isn't there they don't show. */
class ReportFilesContractTest {

    private static final Path ROOT = Path.of(System.getProperty("codexrunner.root"));
    private static final Path CONTRACT = ROOT.resolve("contract/report-files.json");
    private static final Pattern ROW = Pattern.compile("^\\| (`[^|]+`) \\|", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    @Test
    void the_published_reports_are_those_of_the_formats() {
        assertThat(published("report"))
                .containsExactlyInAnyOrderElementsOf(
                        ReportFormats.all().stream().map(ReportFormat::fileName).toList());
    }

    @Test
    void the_record_is_published() {
        assertThat(published("record"))
                .contains(
                        EventJournal.EVENTS,
                        EventJournal.TIMES,
                        StderrLog.FILE,
                        AttemptLog.FILE,
                        RunManifestFile.FILE,
                        RunEndFile.FILE);
    }

    @Test
    void the_published_files_are_those_of_the_documentation() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/reports.md"));
        Matcher rows = ROW.matcher(page.substring(0, page.indexOf("\n## ")));
        List<String> documented = new ArrayList<>();
        while (rows.find()) {
            NAME.matcher(rows.group(1)).results().forEach(name -> documented.add(name.group(1)));
        }
        List<String> published = new ArrayList<>();
        for (String part : List.of("report", "record", "working")) {
            published.addAll(published(part));
        }
        assertThat(documented).containsExactlyInAnyOrderElementsOf(published);
    }

    private static List<String> published(String part) {
        JsonNode document = JsonMapper.shared().readTree(CONTRACT.toFile());
        List<String> names = new ArrayList<>();
        for (JsonNode file : document.get("files")) {
            if (file.get("part").stringValue().equals(part)) {
                names.add(file.get("name").stringValue());
            }
        }
        return names;
    }
}
