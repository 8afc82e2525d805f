package dev.codexrunner.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;

/**
 * A small disk under one folder of a run, in a mount namespace of its own, so that nothing stays mounted, whatever happens
 * to the test. What is on it in the end lies in a copy beside it.
 */
final class OwnDisk {

    /**
     * Mounts on the folder $1 with the options $2, runs what follows $4, does $3 as soon as codex is in its turn and lets
     * that go on by making the file $4, and copies what is in the folder to $1.copy.
     */
    private static final String ON_A_MOUNT =
            "folder=$1; options=$2; meanwhile=$3; go=$4; shift 4; mkdir -p \"$folder\" &&"
                    + " mount -t tmpfs -o \"$options\" none \"$folder\" || exit 99;"
                    + " if [ -n \"$meanwhile\" ]; then"
                    + " (until grep -qs turn.started \"$folder/events.jsonl\"; do sleep 0.05; done; eval \"$meanwhile\"; : >\"$go\") &"
                    + " fi; \"$@\"; code=$?; cp -a \"$folder\" \"$folder.copy\"; exit $code";

    private OwnDisk() {}

    /** @param options of the mount, for instance {@code size=256k} */
    static void under(Path folder, FakedRun faked, String options) throws Exception {
        under(folder, faked, options, "");
    }

    /** @param meanwhile shell code that spoils {@code $folder} while codex waits in its turn */
    static void under(Path folder, FakedRun faked, String options, String meanwhile) throws Exception {
        List<String> unshare =
                "root".equals(System.getProperty("user.name")) ? List.of("unshare", "-m") : List.of("unshare", "-rm");
        Process probe =
                new ProcessBuilder(unshare.get(0), unshare.get(1), "mount", "-t", "tmpfs", "none", "/mnt").start();
        assumeTrue(probe.waitFor() == 0, "no mount namespace can be made here, so no full or read-only disk");
        Path go = faked.codex().executable().resolveSibling("codex.go");
        faked.runner()
                .startedBy(
                        unshare.get(0),
                        unshare.get(1),
                        "sh",
                        "-c",
                        ON_A_MOUNT,
                        "sh",
                        folder.toString(),
                        options,
                        meanwhile,
                        go.toString());
    }

    /** What was on the disk when the run had ended. */
    static Path copyOf(Path folder) {
        return folder.resolveSibling(folder.getFileName() + ".copy");
    }
}
