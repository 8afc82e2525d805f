package dev.codexrunner.jenkins.report;

import java.util.List;

/** The files of a report folder that a build keeps, the most telling first. */
final class ReportFiles {

    /** Names only; run.json, attempts.jsonl and exit.json are what a replay needs. */
    static final List<String> NAMES = List.of(
            "report.json",
            "report.html",
            "report.md",
            "report.sarif",
            "junit.xml",
            "events.jsonl",
            "events.times",
            "stderr.log",
            "receipt.json",
            "summary.jsonl",
            "metrics.prom",
            "annotations.txt",
            "run.json",
            "attempts.jsonl",
            "exit.json",
            "output-schema.json");

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
}
