package dev.codexrunner.tls;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The company's certificate authorities, out of one or several PEM files.
 *
 * <p>Leniency where the far side is lenient too: expired certificates stay in, and so does a server's own certificate.
 * Measured with codex 0.169.0: a self-signed one is an anchor for exactly that server, one issued by an authority is
 * none (the JDK takes both). Each is a warning; only where nothing in the bundle is valid now is it a failure.
 *
 * @param certificates without duplicates, in the order of the files; at least one
 * @param warnings sentences for the user
 */
public record CaBundle(List<X509Certificate> certificates, List<String> warnings) {

    public CaBundle {
        certificates = List.copyOf(certificates);
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads and merges.
     *
     * @param files at least one, see {@link CaSelection}
     * @throws dev.codexrunner.failure.FailureException one of {@link TlsFailure}; every file must be good in itself
     */
    public static CaBundle read(List<Path> files, Clock clock) {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("no CA file given");
        }
        List<String> warnings = new ArrayList<>();
        Set<X509Certificate> merged = new LinkedHashSet<>();
        CaValidity validity = new CaValidity(clock.instant());
        for (Path file : files) {
            List<X509Certificate> distinct =
                    CaFile.certificates(file, warnings).stream().distinct().toList();
            warnings.addAll(validity.warnings(file, distinct));
            merged.addAll(distinct);
        }
        List<X509Certificate> certificates = List.copyOf(merged);
        String names = files.stream().map(Path::toString).collect(Collectors.joining(", "));
        validity.requireOneValid(names, certificates);
        return new CaBundle(certificates, warnings);
    }

    /**
     * Writes one PEM file for codex, readable by its owner only, replacing what was there.
     *
     * @param file in an existing folder
     * @throws dev.codexrunner.failure.FailureException {@link TlsFailure#CA_BUNDLE_NOT_WRITTEN}
     */
    public void writeTo(Path file) {
        PemWriter.write(certificates, file);
    }
}
