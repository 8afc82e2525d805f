package dev.codexrunner.doctor;

import dev.codexrunner.launch.CodexHome;
import dev.codexrunner.preflight.TrustedAuthorities;
import dev.codexrunner.tls.CaBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Reads every CA file that is named, and writes the one that codex is given. */
record CaBundleCheck(Subject subject) implements Check {

    private static final String FILE = "codex-ca.pem";

    @Override
    public Link link() {
        return Link.CA_BUNDLE;
    }

    @Override
    public Set<Link> needs() {
        return Set.of();
    }

    @Override
    public CheckResult run(Findings found) {
        TrustedAuthorities authorities = TrustedAuthorities.read(
                subject.config().tls(),
                subject.config().vault(),
                subject.variables(),
                subject.surroundings().clock());
        found.put(TrustedAuthorities.class, authorities);
        List<String> detail = new ArrayList<>();
        authorities.bundle().ifPresent(bundle -> {
            handOver(bundle, found);
            detail.add(authorities.origin().label() + ": " + described(bundle));
        });
        authorities.vault().ifPresent(bundle -> detail.add("for Vault alone: " + described(bundle)));
        if (detail.isEmpty()) {
            detail.add("none given; the public authorities count");
        }
        return CheckResult.of(String.join("; ", detail), authorities.warnings());
    }

    /** A given CODEX_HOME is not ours to write into. */
    private static void handOver(CaBundle bundle, Findings found) {
        Path folder = found.find(CodexHome.class)
                .filter(CodexHome::isPrivate)
                .map(CodexHome::path)
                .orElseGet(() -> temporary(found));
        bundle.writeTo(folder.resolve(FILE));
        found.put(Subject.CaFile.class, new Subject.CaFile(folder.resolve(FILE)));
    }

    private static Path temporary(Findings found) {
        try {
            Path folder = Files.createTempDirectory("codex-runner-doctor");
            found.undoAtEnd(() -> delete(folder));
            return folder;
        } catch (IOException noPlace) {
            throw new UncheckedIOException(noPlace);
        }
    }

    private static void delete(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(FILE));
            Files.deleteIfExists(folder);
        } catch (IOException left) {
            // Public certificates in a temporary folder: nothing that anybody must know of.
        }
    }

    private static String described(CaBundle bundle) {
        X509Certificate next = bundle.certificates().stream()
                .min(Comparator.comparing(X509Certificate::getNotAfter))
                .orElseThrow();
        int count = bundle.certificates().size();
        return count + (count == 1 ? " certificate" : " certificates") + ", the first to expire on "
                + Days.of(next.getNotAfter().toInstant()) + " is "
                + next.getSubjectX500Principal().getName();
    }
}
