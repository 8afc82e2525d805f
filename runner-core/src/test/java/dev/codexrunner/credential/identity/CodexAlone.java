package dev.codexrunner.credential.identity;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.codexrunner.testkit.RealCodex;
import dev.codexrunner.testkit.RealPrograms;
import dev.codexrunner.testkit.pki.PrivateCa;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The real codex without the runner around it.
 *
 * @param codex the program
 * @param folder for its homes
 */
record CodexAlone(RealCodex codex, Path folder) {

    private static final Duration BOUND = Duration.ofMinutes(1);

    /** Skips the test, with the reason, where there is no codex. */
    static CodexAlone trusting(PrivateCa ca) throws IOException {
        RealCodex codex = RealPrograms.codex()
                .map(RealCodex::new)
                .orElseGet(() -> abort("no codex binary: run scripts/test, or set -Dcodexrunner.codex=PATH"));
        // Not below /tmp, where codex refuses to have its home; below target, so that clean removes it.
        Path target = Files.createDirectories(Path.of("target").toAbsolutePath().normalize());
        Path folder = Files.createTempDirectory(target, "codex-alone");
        ca.writeBundle(folder.resolve("ca.pem"));
        return new CodexAlone(codex, folder);
    }

    /** Runs it in a new home with that config.toml. */
    RealCodex.Result run(String token, List<String> arguments, Map<String, String> variables, String configToml)
            throws IOException, InterruptedException {
        Path home = Files.createTempDirectory(folder, "home");
        Files.writeString(home.resolve("config.toml"), configToml);
        Map<String, String> environment = new TreeMap<>(variables);
        environment.put("CODEX_ACCESS_TOKEN", token);
        environment.put("CODEX_CA_CERTIFICATE", folder.resolve("ca.pem").toString());
        environment.put("CODEX_HOME", home.toString());
        environment.put("HOME", home.toString());
        // Only a run reads it; the others may end before it is written.
        String prompt = arguments.contains("exec") ? "Say hello." : "";
        return codex.run(arguments, environment, folder, prompt, BOUND);
    }
}
