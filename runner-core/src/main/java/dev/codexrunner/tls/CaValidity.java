package dev.codexrunner.tls;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Dates and purpose of a bundle's certificates, at one moment. */
record CaValidity(Instant now) {

    /** What is odd, one sentence each; throws where no certificate is valid now. */
    List<String> check(String files, List<X509Certificate> certificates) {
        if (certificates.stream().noneMatch(this::isValid)) {
            throw nothingValid(files, certificates);
        }
        List<String> warnings = new ArrayList<>();
        for (X509Certificate certificate : certificates) {
            String name = Certificates.nameOf(certificate);
            if (isExpired(certificate)) {
                warnings.add("The CA certificate " + name + " expired on " + end(certificate) + ".");
            } else if (!isValid(certificate)) {
                warnings.add("The CA certificate " + name + " is not valid before " + begin(certificate) + ".");
            }
            if (!Certificates.isAuthority(certificate)) {
                warnings.add("The certificate " + name + " in the CA bundle is no authority: "
                        + (Certificates.isSelfSigned(certificate)
                                ? "it vouches for that one server only."
                                : "codex does not accept it as an anchor; add the authority that issued it."));
            }
        }
        return warnings;
    }

    private RuntimeException nothingValid(String files, List<X509Certificate> certificates) {
        if (certificates.stream().allMatch(this::isExpired)) {
            Instant last = certificates.stream()
                    .map(CaValidity::end)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            return TlsFailure.CA_BUNDLE_EXPIRED.with(files, last).asException();
        }
        Instant next = certificates.stream()
                .map(CaValidity::begin)
                .filter(now::isBefore)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return TlsFailure.CA_BUNDLE_NOT_VALID_NOW.with(files, next).asException();
    }

    private boolean isValid(X509Certificate certificate) {
        return !isExpired(certificate) && !now.isBefore(begin(certificate));
    }

    private boolean isExpired(X509Certificate certificate) {
        return now.isAfter(end(certificate));
    }

    private static Instant begin(X509Certificate certificate) {
        return certificate.getNotBefore().toInstant();
    }

    private static Instant end(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant();
    }
}
