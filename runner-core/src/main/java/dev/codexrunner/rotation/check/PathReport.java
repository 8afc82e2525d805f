package dev.codexrunner.rotation.check;

import dev.codexrunner.failure.ExitCodePrecedence;
import dev.codexrunner.rotation.TokenExpiry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was found out about one path.
 *
 * @param path as {@code --vault-path} takes it
 * @param version the live version; 0 where none could be read
 * @param versionCreated when that was written
 * @param expiry when the token ends
 * @param findings in the order of their aspects
 */
public record PathReport(
        String path,
        int version,
        Optional<Instant> versionCreated,
        Optional<TokenExpiry> expiry,
        List<Finding> findings) {

    public PathReport {
        findings =
                findings.stream().sorted(Comparator.comparing(Finding::aspect)).toList();
    }

    /** The worst of its findings. */
    public Grade grade() {
        return findings.stream()
                .map(Finding::grade)
                .max(Comparator.naturalOrder())
                .orElse(Grade.OK);
    }

    /** What the command would end with if this were the only path. */
    public int exitCode() {
        return ExitCodePrecedence.of(findings.stream().map(Finding::exitCode).toList());
    }
}
