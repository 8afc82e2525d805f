package dev.codexrunner.tls;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Dates and purpose of a bundle's certificates, at one moment. */
record CaValidity(Instant now) {

    /** Throws where no certificate is valid now. */
    void requireOneValid(String files, List<X509Certificate> certificates) {
        if (certificates.stream().noneMatch(this::isValid)) {
            throw nothingValid(files, certificates);
        }
    }

    /** What is odd about one file's certificates: a sentence for each sort of oddity, however many there are. */
    List<String> warnings(Path file, List<X509Certificate> certificates) {
        List<String> warnings = new ArrayList<>();
        warn(warnings, file, certificates, this::isExpired, one -> " expired on " + end(one) + ".", " have expired");
        warn(
                warnings,
                file,
                certificates,
                one -> now.isBefore(begin(one)),
                one -> " is not valid before " + begin(one) + ".",
                " are not valid yet");
        warn(
                warnings,
                file,
                certificates,
                one -> !Certificates.isAuthority(one) && Certificates.isSelfSigned(one),
                one -> " is no authority: it vouches for that one server only.",
                " are no authorities and vouch for one server each");
        warn(
                warnings,
                file,
                certificates,
                one -> !Certificates.isAuthority(one) && !Certificates.isSelfSigned(one),
                one -> " is no authority: codex does not accept it as an anchor; add the authority that issued it.",
                " are no authorities, so codex does not accept them as anchors; add the authorities that issued them");
        return warnings;
    }

    private static void warn(
            List<String> warnings,
            Path file,
            List<X509Certificate> certificates,
            Predicate<X509Certificate> odd,
            Function<X509Certificate, String> ofOne,
            String ofSeveral) {
        List<X509Certificate> found = certificates.stream().filter(odd).toList();
        if (found.size() == 1) {
            warnings.add(
                    "In the CA bundle " + file + ", " + Certificates.nameOf(found.get(0)) + ofOne.apply(found.get(0)));
        } else if (!found.isEmpty()) {
            warnings.add("In the CA bundle " + file + ", " + found.size() + " of " + certificates.size()
                    + " certificates" + ofSeveral + "; the first is " + Certificates.nameOf(found.get(0)) + ".");
        }
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
