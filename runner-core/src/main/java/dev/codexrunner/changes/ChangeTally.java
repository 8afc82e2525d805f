package dev.codexrunner.changes;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureText;
import dev.codexrunner.failure.WireName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Counts changes and judges each, in bounded memory. Not thread-safe. */
final class ChangeTally {

    /** Kept of gated and of other paths each. */
    private static final int MOST_KEPT = 500;

    private static final int MOST_NAMED = 5;

    /** A path that can stand in a command line to be copied; the agent chooses the names. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./-]+");

    private final WatchedFolders folders;
    private final ChangeRules rules;
    private final List<DiffMaker.Changed> gated = new ArrayList<>();
    private final List<DiffMaker.Changed> others = new ArrayList<>();
    private final Map<ChangeFailure, Offenders> broken = new TreeMap<>();
    private long count;
    private long gatedCount;

    /** Those who broke one rule. */
    private static final class Offenders {
        private final List<String> named = new ArrayList<>();
        private String firstPath = "";
        private long count;

        void add(String path, String description) {
            count++;
            if (firstPath.isEmpty()) {
                firstPath = path;
            }
            if (named.size() < MOST_NAMED) {
                named.add(description);
            }
        }

        Failure failureOf(FailureText text) {
            String more = count > named.size() ? " and " + (count - named.size()) + " more" : "";
            return text.with(
                    count == 1 ? "a file" : count + " files",
                    String.join(", ", named) + more,
                    PLAIN.matcher(firstPath).matches() ? "'" + firstPath + "'" : "GLOB");
        }
    }

    ChangeTally(WatchedFolders folders, ChangeRules rules) {
        this.folders = folders;
        this.rules = rules;
    }

    /**
     * @param was as it stood before; empty for what was not there
     * @param is as it stands now; empty for what is gone
     */
    void add(String path, ChangeType type, Optional<FileState> was, Optional<TreeWalk.Visit> is) {
        String named = folders.named(path);
        Optional<GatedPath> gatedAs = folders.gatedAs(path);
        count++;
        ChangedPath change = new ChangedPath(PathText.shown(named), type, gatedAs.isPresent());
        gatedCount += change.gated() ? 1 : 0;
        List<DiffMaker.Changed> kept = change.gated() ? gated : others;
        if (kept.size() < MOST_KEPT) {
            kept.add(new DiffMaker.Changed(
                    change,
                    path,
                    is.map(TreeWalk.Visit::file),
                    was.filter(ChangeTally::isFile).isPresent(),
                    is.filter(visit -> isFile(visit.entry().state())).isPresent(),
                    was.map(FileState::keptAt).orElse(KeptContents.NOT_KEPT)));
        }
        rules.brokenBy(named, change.gated())
                .ifPresent(rule -> broken.computeIfAbsent(rule, first -> new Offenders())
                        .add(change.path(), description(change, gatedAs)));
    }

    private static String description(ChangedPath change, Optional<GatedPath> gatedAs) {
        String runBy = gatedAs.map(gated -> "; " + gated.runBy()).orElse("");
        return change.path() + " (" + WireName.of(change.kind()) + runBy + ")";
    }

    private static boolean isFile(FileState state) {
        return state.type() == FileState.Type.FILE;
    }

    TreeChanges changes() {
        return new TreeChanges(
                count,
                gatedCount,
                changed().stream().map(DiffMaker.Changed::path).toList());
    }

    /** Those that are listed. */
    List<DiffMaker.Changed> changed() {
        return Stream.concat(gated.stream(), others.stream()).toList();
    }

    /** The gravest rule that was broken, with the first who broke it. */
    Optional<Failure> failure() {
        return broken.entrySet().stream()
                .findFirst()
                .map(entry -> entry.getValue().failureOf(entry.getKey()));
    }
}
