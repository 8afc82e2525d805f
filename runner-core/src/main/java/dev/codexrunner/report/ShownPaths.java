package dev.codexrunner.report;

import dev.codexrunner.changes.ChangedPath;
import dev.codexrunner.changes.TreeChanges;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** codex names files by their whole paths; where the runner's own account tells where the working folder is, without it. */
public final class ShownPaths {

    private final Optional<String> folder;

    private ShownPaths(Optional<String> folder) {
        this.folder = folder;
    }

    public static ShownPaths of(RunReport report) {
        List<String> relative = report.changes().map(TreeChanges::files).orElse(List.of()).stream()
                .map(ChangedPath::path)
                .filter(path -> !path.startsWith("/"))
                .toList();
        return new ShownPaths(report.items().fileChanges().stream()
                .map(RunReport.FileChange::path)
                .flatMap(path -> relative.stream()
                        .filter(changed -> path.endsWith("/" + changed))
                        .map(changed -> path.substring(0, path.length() - changed.length())))
                .min(Comparator.comparingInt(String::length)));
    }

    public String shown(String path) {
        return folder.filter(path::startsWith)
                .map(start -> path.substring(start.length()))
                .orElse(path);
    }
}
