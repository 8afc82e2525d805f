package dev.codexrunner.rotation.check;

import dev.codexrunner.config.RotationCheckConfig;
import dev.codexrunner.credential.identity.TokenIdentity;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.rotation.Candidate;
import dev.codexrunner.rotation.HumanStep;
import dev.codexrunner.rotation.Intent;
import dev.codexrunner.rotation.Phase;
import dev.codexrunner.rotation.RotationStatus;
import dev.codexrunner.rotation.StepLine;
import dev.codexrunner.rotation.TokenExpiry;
import dev.codexrunner.rotation.TokenFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a rotation that was begun and not ended comes to. Pure. */
record UnfinishedRules(RotationCheckConfig limits, Instant now) {

    Finding judge(RotationStatus status) {
        String path = status.paths().toString();
        if (status.phase().transitional()) {
            return step(path, status);
        }
        if (status.phase() == Phase.AWAITING_REVOCATION) {
            return revocation(path, status);
        }
        if (status.phase() == Phase.IDLE) {
            return status.pendingSince()
                    .map(since -> candidate(path, since))
                    .orElseGet(() -> Finding.ok(Aspect.ROTATION, "none under way"));
        }
        return ifDue(candidate(path, status), status.next());
    }

    /** By the journal too: the rotation is under way though the value at the pending path may be gone. */
    private Finding candidate(String path, RotationStatus status) {
        Instant staged = status.candidate().map(Candidate::stagedAt).orElseGet(() -> lastChange(status));
        Instant since =
                status.pendingSince().filter(lying -> lying.isBefore(staged)).orElse(staged);
        return candidate(path, since, status.pendingSince().isEmpty() ? ", and its value is gone" : "");
    }

    /** Where the journal may not be read: only how long something has been lying at the pending path. */
    Finding candidate(String path, Instant since) {
        return candidate(path, since, "");
    }

    private Finding candidate(String path, Instant since, String more) {
        Duration age = Duration.between(since, now);
        return overdue(
                path,
                age,
                "a new token has been waiting for " + Ages.words(age) + more,
                CheckFailure.ROTATION_CANDIDATE_LEFT_LYING.with(path, Ages.words(age), limit()));
    }

    private Finding step(String path, RotationStatus status) {
        Duration age = Duration.between(status.intent().map(Intent::at).orElseGet(() -> lastChange(status)), now);
        Finding finding = overdue(
                path,
                age,
                status.phase() + " for " + Ages.words(age),
                CheckFailure.ROTATION_STEP_UNFINISHED.with(path, Ages.words(age), limit(), status.phase()));
        return ifDue(finding, status.next());
    }

    private Finding revocation(String path, RotationStatus status) {
        Duration age = Duration.between(lastChange(status), now);
        String title = status.previous().map(UnfinishedRules::title).orElse("not known by name");
        Finding finding = overdue(
                path,
                age,
                "the old token, " + title + ", has been waiting for its revocation for " + Ages.words(age),
                CheckFailure.ROTATION_OLD_TOKEN_NOT_REVOKED.with(path, Ages.words(age), limit(), title));
        return finding.withNext(new HumanStep(
                "Revoke the old token (" + title + "), then run: codex-runner rotation confirm-revoked --vault-path "
                        + path,
                Optional.of(HumanStep.TOKENS_PAGE)));
    }

    private Finding overdue(String path, Duration age, String detail, Failure failure) {
        if (Skew.isFuture(age)) {
            String moment = Ages.moment(now.minus(age));
            return Finding.due(
                            Aspect.ROTATION,
                            "recorded for a time in the future, " + moment,
                            CheckFailure.ROTATION_TIME_IN_FUTURE.with(path, moment))
                    .withoutNext();
        }
        return age.compareTo(limits.pendingMaxAge()) < 0
                ? Finding.ok(Aspect.ROTATION, detail)
                : Finding.due(Aspect.ROTATION, detail, failure).withoutNext();
    }

    private static Finding ifDue(Finding finding, HumanStep next) {
        return finding.grade() == Grade.DUE ? finding.withNext(next) : finding;
    }

    private Instant lastChange(RotationStatus status) {
        Optional<Instant> last = status.timeline().stream()
                .filter(line -> line.outcome().isChange())
                .map(StepLine::at)
                .reduce((earlier, later) -> later);
        // Without a word in the journal: at least as old as what it speaks of.
        return last.or(() -> status.livePath().createdTime()).orElse(now);
    }

    static String title(TokenFacts facts) {
        return facts.tokenName()
                .map(name -> "\"" + name + "\""
                        + facts.owner().map(owner -> " of " + owner).orElse(""))
                .orElseGet(() -> nameless(facts));
    }

    /** All that helps to find it in a list of tokens; no address that nobody gave for this. */
    private static String nameless(TokenFacts facts) {
        return "version " + facts.version() + " without a name"
                + facts.owner()
                        .or(() -> facts.identity().flatMap(TokenIdentity::userId))
                        .map(person -> ", of " + person)
                        .orElse("")
                + facts.expiresAt().map(UnfinishedRules::end).orElse("");
    }

    private static String end(TokenExpiry expiry) {
        return expiry.instant().map(at -> ", ends at " + Ages.moment(at)).orElse(", never ends");
    }

    private String limit() {
        return Ages.limit(limits.pendingMaxAge());
    }
}
