package dev.codexrunner.jenkins.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;

/** The files of a report folder that a build keeps, the most telling first. */
final class ReportFiles {

    /** Names only, as contract/report-files.json has them; without what is there for codex itself. */
    static final List<String> NAMES = published("/dev/codexrunner/jenkins/runner/report-files.json");

    /** What there was no room for, a line for each. */
    static final String LEFT_OUT = "left-out.txt";

    private static final long MEBIBYTE = 1024 * 1024;

    private ReportFiles() {}

    /** Or lines of JSON. */
    static boolean isJson(String name) {
        return name.endsWith(".json") || name.endsWith(".jsonl") || name.endsWith(".sarif");
    }

    /** In bytes. */
    static long most(String name) {
        return name.equals("events.jsonl") ? 64 * MEBIBYTE : 32 * MEBIBYTE;
    }

    private static List<String> published(String contract) {
        try (InputStream text = ReportFiles.class.getResourceAsStream(contract)) {
            if (text == null) {
                throw new IllegalStateException("The plugin was built without " + contract);
            }
            JSONArray files = JSONObject.fromObject(new String(text.readAllBytes(), StandardCharsets.UTF_8))
                    .getJSONArray("files");
            return IntStream.range(0, files.size())
                    .mapToObj(files::getJSONObject)
                    .filter(file -> !file.getString("part").equals("working"))
                    .map(file -> file.getString("name"))
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException("The plugin's " + contract + " can't be read", unreadable);
        }
    }
}
