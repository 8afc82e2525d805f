package dev.codexrunner.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * An {@code /etc/codex} for one run alone, in a mount namespace of its own: the machine's real one is neither read nor
 * written, and nothing has to be removed.
 */
final class MachinePolicy {

    /** Lays an overlay over /etc, or a copy where the kernel has none, and then becomes the command. */
    private static final String SCRIPT = """
            set -e
            policy=$1; shift
            mount --make-rprivate /
            mount -t tmpfs none "$policy/etc"
            mkdir "$policy/etc/upper" "$policy/etc/work" "$policy/etc/copy"
            mount -t overlay none -o "lowerdir=/etc,upperdir=$policy/etc/upper,workdir=$policy/etc/work" /etc 2>/dev/null || {
              cp -a /etc/. "$policy/etc/copy"
              mount --bind "$policy/etc/copy" /etc
            }
            mkdir -p /etc/codex
            cp "$policy/files/"* /etc/codex/
            exec "$@"
            """;

    private MachinePolicy() {}

    /** Skips the test, with the reason, where no mount namespace can be had. */
    static void assumePossible() throws IOException, InterruptedException {
        Process unshare = new ProcessBuilder("unshare", "-m", "mount", "--make-rprivate", "/")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assumeTrue(
                unshare.waitFor(60, TimeUnit.SECONDS) && unshare.exitValue() == 0,
                "no mount namespace can be made here (it takes root), so that no policy can be laid under one run alone");
    }

    /**
     * The command line that starts what follows it.
     *
     * @param folder an empty one
     * @param name of the policy's file
     */
    static String[] starter(Path folder, String name, String content) throws IOException {
        Files.createDirectories(folder.resolve("etc"));
        Files.writeString(Files.createDirectories(folder.resolve("files")).resolve(name), content);
        return new String[] {"unshare", "-m", "/bin/sh", "-c", SCRIPT, "sh", folder.toString()};
    }
}
