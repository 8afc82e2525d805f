package dev.codexrunner.report.sarif;

import dev.codexrunner.report.findings.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/**
 * What tells a finding again in a later run: sort, file and title, not its line, which moves. The second of two alike is
 * numbered.
 */
final class SarifFingerprints {

    /** Raised whenever it is computed in another way. */
    static final String NAME = "codexRunnerFinding/v1";

    private final Map<String, Integer> seen = new HashMap<>();

    Map<String, String> of(Finding finding, String path) {
        String title =
                finding.title().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
        String digest = digest(SarifRules.id(finding) + "\0" + path + "\0" + title);
        int number = seen.merge(digest, 1, Integer::sum);
        return Map.of(NAME, digest + ":" + number);
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
