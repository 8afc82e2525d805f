package dev.codexrunner.rotation.check;

import dev.codexrunner.config.RotationCheckConfig;
import dev.codexrunner.rotation.TokenExpiry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the age of a live token comes to. A moment that is dated in the future counts for nothing, and is told of: it
 * makes a rotation due where no other moment is left to count from. Pure.
 */
record AgeRules(RotationCheckConfig limits, Instant now) {

    List<Finding> judge(LiveToken live) {
        List<Finding> findings = new ArrayList<>();
        limits.maxVersionAge()
                .ifPresent(
                        limit -> counted(live.createdTime()).ifPresent(at -> findings.add(ofVersion(live, at, limit))));
        boolean ageCounts = live.expiry().flatMap(TokenExpiry::instant).isEmpty();
        Optional<Instant> since = inUseSince(live);
        if (ageCounts) {
            since.ifPresent(at -> findings.add(ofToken(live, at)));
        }
        boolean nothingLeft = ageCounts && since.isEmpty();
        live.createdTime()
                .filter(this::isFuture)
                .ifPresent(at -> findings.add(misdated(
                        live,
                        at,
                        "Vault's time of version " + live.version(),
                        nothingLeft || limits.maxVersionAge().isPresent())));
        live.verifiedAt()
                .filter(this::isFuture)
                .ifPresent(at -> findings.add(misdated(live, at, "the recorded verification", nothingLeft)));
        return findings;
    }

    /** At the latest: a rollback writes an older token anew. */
    private Optional<Instant> inUseSince(LiveToken live) {
        return Stream.of(counted(live.createdTime()), counted(live.verifiedAt()))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private Optional<Instant> counted(Optional<Instant> moment) {
        return moment.filter(at -> !isFuture(at));
    }

    private boolean isFuture(Instant moment) {
        return Skew.isFuture(Duration.between(moment, now));
    }

    private Finding ofToken(LiveToken live, Instant since) {
        Duration age = Duration.between(since, now);
        String detail = "in use for " + Ages.words(age) + ", no expiry known";
        return age.compareTo(limits.maxTokenAge()) >= 0
                ? Finding.due(
                        Aspect.AGE,
                        detail,
                        CheckFailure.ROTATION_TOKEN_TOO_OLD.with(
                                live.path(), Ages.words(age), Ages.limit(limits.maxTokenAge())))
                : Finding.ok(Aspect.AGE, detail);
    }

    private Finding ofVersion(LiveToken live, Instant created, Duration limit) {
        Duration age = Duration.between(created, now);
        String detail = "version " + live.version() + " is " + Ages.words(age) + " old";
        return age.compareTo(limit) >= 0
                ? Finding.due(
                        Aspect.AGE,
                        detail,
                        CheckFailure.ROTATION_VERSION_TOO_OLD.with(live.path(), Ages.words(age), Ages.limit(limit)))
                : Finding.ok(Aspect.AGE, detail);
    }

    private static Finding misdated(LiveToken live, Instant moment, String what, boolean decides) {
        String at = Ages.moment(moment);
        String detail = what + " is in the future, " + at;
        var failure = CheckFailure.ROTATION_TOKEN_TIME_IN_FUTURE.with(live.path(), what, at);
        return decides
                ? Finding.due(Aspect.AGE, detail, failure).withoutNext()
                : Finding.warning(Aspect.AGE, detail, failure);
    }
}
