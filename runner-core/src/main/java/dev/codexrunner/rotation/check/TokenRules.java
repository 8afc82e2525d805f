package dev.codexrunner.rotation.check;

import dev.codexrunner.config.RotationCheckConfig;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.rotation.MetadataEntries;
import dev.codexrunner.rotation.TokenExpiry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What age, expiry and records of a live token come to. Pure. */
record TokenRules(RotationCheckConfig limits, Instant now) {

    List<Finding> judge(LiveToken live) {
        List<Finding> findings = new ArrayList<>();
        live.misreadExpiry().ifPresent(text -> findings.add(misread(live, text)));
        Optional<Instant> end = live.expiry().flatMap(TokenExpiry::instant);
        if (end.isPresent()) {
            findings.add(expiry(live, end.get()));
        } else {
            if (expiryIsMissing(live)) {
                findings.add(Finding.warning(
                        Aspect.EXPIRY,
                        "not recorded",
                        CheckFailure.ROTATION_EXPIRY_NOT_RECORDED.with(live.path(), live.secretPath())));
            }
        }
        findings.addAll(new AgeRules(limits, now).judge(live));
        owner(live).ifPresent(findings::add);
        return findings;
    }

    /** What may not be read may well be recorded: to record it again would overwrite the truth. */
    private static boolean expiryIsMissing(LiveToken live) {
        return live.token().isPresent()
                && live.expiry().isEmpty()
                && live.misreadExpiry().isEmpty()
                && live.recorded().complete();
    }

    private static Finding misread(LiveToken live, String text) {
        return Finding.warning(
                Aspect.EXPIRY,
                "can't be read: '" + text + "'",
                CheckFailure.ROTATION_EXPIRY_MISTYPED.with(live.path(), live.secretPath(), text));
    }

    private Finding expiry(LiveToken live, Instant end) {
        if (!end.isAfter(now)) {
            return Finding.due(
                    Aspect.EXPIRY,
                    "expired at " + Ages.moment(end),
                    CheckFailure.ROTATION_TOKEN_PAST_EXPIRY.with(live.path(), Ages.moment(end)));
        }
        Duration left = Duration.between(now, end);
        String detail = "expires in " + Ages.words(left) + " (" + Ages.moment(end) + ")";
        if (left.compareTo(limits.rotationFail()) <= 0) {
            return Finding.due(
                    Aspect.EXPIRY, detail, expiresSoon(live, end, left, limits.rotationFail(), "--rotation-fail"));
        }
        if (left.compareTo(limits.rotationWarn()) <= 0) {
            return Finding.warning(
                            Aspect.EXPIRY,
                            detail,
                            expiresSoon(live, end, left, limits.rotationWarn(), "--rotation-warn"))
                    .withNext(Finding.NEW_TOKEN);
        }
        return Finding.ok(Aspect.EXPIRY, detail);
    }

    private static Failure expiresSoon(LiveToken live, Instant end, Duration left, Duration limit, String option) {
        return CheckFailure.ROTATION_TOKEN_EXPIRES_SOON.with(
                live.path(), Ages.moment(end), Ages.words(left), Ages.limit(limit), option);
    }

    private static Optional<Finding> owner(LiveToken live) {
        RecordedFacts recorded = live.recorded();
        if (recorded.isAboutAnother(live.version())) {
            int described = recorded.liveVersion().getAsInt();
            return Optional.of(Finding.warning(
                    Aspect.OWNER,
                    "recorded for version " + described + ", not for " + live.version(),
                    CheckFailure.ROTATION_RECORD_OF_ANOTHER_VERSION.with(live.path(), described, live.version())));
        }
        if (recorded.owner().isPresent() && recorded.tokenName().isPresent()) {
            return Optional.of(Finding.ok(
                    Aspect.OWNER,
                    "\"" + recorded.tokenName().get() + "\" of "
                            + recorded.owner().get()));
        }
        return recorded.complete() ? Optional.of(ownerMissing(live)) : Optional.empty();
    }

    private static Finding ownerMissing(LiveToken live) {
        List<String> missing = new ArrayList<>();
        List<String> options = new ArrayList<>();
        if (live.recorded().owner().isEmpty()) {
            missing.add("no owner");
            options.add("-custom-metadata=" + MetadataEntries.customName(MetadataEntries.OWNER) + "=...");
        }
        if (live.recorded().tokenName().isEmpty()) {
            missing.add("no name");
            options.add("-custom-metadata=" + MetadataEntries.customName(MetadataEntries.TOKEN_NAME) + "=...");
        }
        String words = String.join(" and ", missing) + " recorded";
        return Finding.warning(
                Aspect.OWNER,
                words,
                CheckFailure.ROTATION_OWNER_NOT_RECORDED.with(
                        live.path(), live.secretPath(), words, String.join(" ", options)));
    }
}
