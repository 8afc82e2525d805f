package dev.codexrunner.rotation.check;

import dev.codexrunner.config.Durations;
import dev.codexrunner.config.RotationCheckConfig;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.rotation.TokenExpiry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What age, expiry and records of a live token come to. Pure. */
record TokenRules(RotationCheckConfig limits, Instant now) {

    List<Finding> judge(LiveToken live) {
        List<Finding> findings = new ArrayList<>();
        versionAge(live).ifPresent(findings::add);
        Optional<Instant> end = live.expiry().flatMap(TokenExpiry::instant);
        if (end.isPresent()) {
            findings.add(expiry(live, end.get()));
        } else {
            if (live.token().isPresent() && live.expiry().isEmpty()) {
                findings.add(Finding.warning(
                        Aspect.EXPIRY,
                        "not recorded",
                        CheckFailure.ROTATION_EXPIRY_NOT_RECORDED.with(live.path(), live.secretPath())));
            }
            live.inUseSince().ifPresent(since -> findings.add(age(live, since)));
        }
        findings.add(owner(live));
        return findings;
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
                    .withNext(HumanSteps.newToken());
        }
        return Finding.ok(Aspect.EXPIRY, detail);
    }

    private static Failure expiresSoon(LiveToken live, Instant end, Duration left, Duration limit, String option) {
        return CheckFailure.ROTATION_TOKEN_EXPIRES_SOON.with(
                live.path(), Ages.moment(end), Ages.words(left), Durations.format(limit), option);
    }

    private Finding age(LiveToken live, Instant since) {
        Duration age = Duration.between(since, now);
        String detail = "in use for " + Ages.words(age) + ", no expiry known";
        return age.compareTo(limits.maxTokenAge()) >= 0
                ? Finding.due(
                        Aspect.AGE,
                        detail,
                        CheckFailure.ROTATION_TOKEN_TOO_OLD.with(
                                live.path(), Ages.words(age), Durations.format(limits.maxTokenAge())))
                : Finding.ok(Aspect.AGE, detail);
    }

    private Optional<Finding> versionAge(LiveToken live) {
        return limits.maxVersionAge()
                .flatMap(limit -> live.createdTime().map(created -> {
                    Duration age = Duration.between(created, now);
                    String detail = "version " + live.version() + " is " + Ages.words(age) + " old";
                    return age.compareTo(limit) >= 0
                            ? Finding.due(
                                    Aspect.AGE,
                                    detail,
                                    CheckFailure.ROTATION_VERSION_TOO_OLD.with(
                                            live.path(), Ages.words(age), Durations.format(limit)))
                            : Finding.ok(Aspect.AGE, detail);
                }));
    }

    private static Finding owner(LiveToken live) {
        RecordedFacts recorded = live.recorded();
        if (recorded.isAboutAnother(live.version())) {
            return Finding.warning(
                    Aspect.OWNER,
                    "recorded for another version",
                    CheckFailure.ROTATION_RECORD_OF_ANOTHER_VERSION.with(
                            live.path(), recorded.liveVersion().getAsInt(), live.version()));
        }
        String missing = Stream.of(
                        recorded.owner().isEmpty() ? "its owner" : "",
                        recorded.tokenName().isEmpty() ? "its name" : "")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" and "));
        return missing.isEmpty()
                ? Finding.ok(
                        Aspect.OWNER,
                        "\"" + recorded.tokenName().orElse("") + "\" of "
                                + recorded.owner().orElse(""))
                : Finding.warning(
                        Aspect.OWNER,
                        "not recorded: " + missing,
                        CheckFailure.ROTATION_OWNER_NOT_RECORDED.with(live.path(), live.secretPath(), missing));
    }
}
