package dev.codexrunner.rotation.check;

import dev.codexrunner.config.RotationCheckConfig;
import dev.codexrunner.report.Markdown;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The check as a job summary or an issue shows it: one line for each path, then what a person is to do. */
final class CheckMarkdown implements CheckFormat {

    @Override
    public String name() {
        return "markdown";
    }

    @Override
    public Optional<Path> file(RotationCheckConfig config) {
        return config.summaryFile();
    }

    @Override
    public String render(CheckDocument document, Optional<String> before) {
        return of(document);
    }

    static String of(CheckDocument document) {
        List<String> lines = new ArrayList<>();
        lines.add("# Codex access tokens: " + headline(document));
        lines.add("");
        lines.add("| path | result | token ends | live version |");
        lines.add("| --- | --- | --- | --- |");
        for (CheckDocument.PathSection path : document.paths()) {
            lines.add("| %s | %s | %s | %s |"
                    .formatted(
                            Markdown.code(path.path()),
                            result(path),
                            Markdown.text(path.expiresAt().orElse("not known")),
                            path.version().isPresent() ? path.version().getAsInt() : "none"));
        }
        for (CheckDocument.PathSection path : document.paths()) {
            if (path.grade() != Grade.OK) {
                lines.add("");
                section(path, lines);
            }
        }
        if (!document.warnings().isEmpty()) {
            lines.add("");
            document.warnings().forEach(warning -> lines.add("- warning: " + Markdown.text(warning)));
        }
        lines.add("");
        lines.add("Checked at " + Markdown.text(document.checkedAt().toString()) + " on "
                + Markdown.code(document.host()) + ", exit code " + document.exitCode() + ".");
        return String.join("\n", lines) + "\n";
    }

    private static void section(CheckDocument.PathSection path, List<String> lines) {
        lines.add("## " + Markdown.code(path.path()));
        lines.add("");
        path.next().ifPresent(step -> {
            lines.add("**Next:** " + Markdown.text(step.text())
                    + step.link().map(link -> " <" + link + ">").orElse(""));
            lines.add("");
        });
        path.findings().stream()
                .filter(finding -> finding.grade() != Grade.OK)
                .forEach(finding -> lines.add("- **" + finding.grade().wireName() + "** "
                        + finding.aspect().wireName() + ": "
                        + Markdown.text(finding.reason().orElse(finding.detail()))
                        + finding.fix()
                                .map(fix -> "\n  - fix: " + Markdown.text(fix))
                                .orElse("")));
    }

    private static String headline(CheckDocument document) {
        if (document.count(Grade.FAILED) > 0) {
            return document.count(Grade.FAILED) + " failed";
        }
        if (document.count(Grade.DUE) > 0) {
            return document.count(Grade.DUE) + " due";
        }
        return document.count(Grade.WARN) > 0 ? document.count(Grade.WARN) + " with a warning" : "all well";
    }

    private static String result(CheckDocument.PathSection path) {
        return path.grade().compareTo(Grade.DUE) >= 0
                ? "**" + path.grade().wireName() + "**"
                : path.grade().wireName();
    }
}
