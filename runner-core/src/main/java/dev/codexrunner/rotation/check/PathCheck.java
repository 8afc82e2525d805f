package dev.codexrunner.rotation.check;

import dev.codexrunner.config.RotationCheckConfig;
import dev.codexrunner.config.TokenKind;
import dev.codexrunner.credential.AccessToken;
import dev.codexrunner.credential.TokenInspector;
import dev.codexrunner.credential.identity.IdentityAnswer;
import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.credential.vault.VaultSecretFailure;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.failure.WireName;
import dev.codexrunner.rotation.Phase;
import dev.codexrunner.rotation.RotationJournalFailure;
import dev.codexrunner.rotation.RotationPaths;
import dev.codexrunner.rotation.RotationStatus;
import dev.codexrunner.secret.Secret;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at one path. What can't be read beside the token itself is a warning: the checker may do very little. */
final class PathCheck {

    private final CheckedPath path;
    private final RotationPaths paths;
    private final IdentityQuestion service;
    private final Clock clock;
    private final TokenRules tokenRules;
    private final UnfinishedRules unfinishedRules;
    private final List<Finding> findings = new ArrayList<>();
    /** Whether the rotation at this secret is of another field than the one that is looked at. */
    private boolean otherField;

    PathCheck(CheckedPath path, IdentityQuestion service, RotationCheckConfig limits, Clock clock) {
        this.path = path;
        this.paths = path.paths();
        this.service = service;
        this.clock = clock;
        this.tokenRules = new TokenRules(limits, clock.instant());
        this.unfinishedRules = new UnfinishedRules(limits, clock.instant());
    }

    /** @throws FailureException where there is nothing to look at */
    PathReport run() {
        SecretVersion live = path.secrets().latest(paths.live());
        Secret value = value(live);
        findings.add(Finding.ok(Aspect.SECRET, "version " + live.version() + written(live)));
        Optional<AccessToken> token = inspect(value);
        token.ifPresent(this::ask);
        Optional<RotationStatus> status = status();
        LiveToken found =
                new LiveToken(paths.toString(), live.version(), live.createdTime(), token, recorded(live, status));
        findings.addAll(tokenRules.judge(found));
        status.filter(known -> known.phase() != Phase.IDLE)
                .ifPresent(known -> findings.replaceAll(finding -> finding.goingOnWith(known.next())));
        return new PathReport(paths.toString(), live.version(), live.createdTime(), found.expiry(), findings);
    }

    private Secret value(SecretVersion live) {
        Failure failure = switch (live.state()) {
            case PRESENT -> null;
            case ABSENT -> VaultSecretFailure.VAULT_SECRET_NOT_FOUND.with(paths, paths.live());
            case DELETED ->
                VaultSecretFailure.VAULT_VERSION_DELETED.with(
                        paths,
                        live.version(),
                        live.createdTime().map(Ages::moment).orElse("an unknown time"));
            case DESTROYED -> VaultSecretFailure.VAULT_VERSION_DESTROYED.with(paths, live.version());
        };
        if (failure != null) {
            throw failure.asException();
        }
        return live.fields()
                .text(paths.field())
                .orElseThrow(() -> (live.fields().names().contains(paths.field())
                                ? VaultSecretFailure.VAULT_FIELD_NOT_TEXT.with(
                                        paths, paths.field(), "another sort of value")
                                : VaultSecretFailure.VAULT_FIELD_MISSING.with(
                                        paths,
                                        paths.field(),
                                        String.join(", ", live.fields().names())))
                        .asException());
    }

    private static String written(SecretVersion live) {
        return live.createdTime().map(at -> ", written " + Ages.moment(at)).orElse("");
    }

    private Optional<AccessToken> inspect(Secret value) {
        try {
            AccessToken token = TokenInspector.inspect(value, TokenKind.ACCESS_TOKEN, clock);
            findings.add(Finding.ok(Aspect.TOKEN, WireName.words(token.kind())));
            return Optional.of(token);
        } catch (FailureException refused) {
            findings.add(Finding.failed(Aspect.TOKEN, refused.failure()));
            return Optional.empty();
        }
    }

    private void ask(AccessToken token) {
        try {
            IdentityAnswer answer = service.ask(token);
            findings.add(
                    answer instanceof IdentityAnswer.Refused refused
                            ? Finding.failed(Aspect.SERVICE, refused.failure())
                            : Finding.ok(Aspect.SERVICE, accepted((IdentityAnswer.Accepted) answer)));
        } catch (FailureException unasked) {
            findings.add(Finding.failed(Aspect.SERVICE, unasked.failure()));
        }
    }

    /** No address: this goes into logs and reports of many people. */
    private static String accepted(IdentityAnswer.Accepted answer) {
        return "accepted"
                + answer.identity().accountId().map(id -> ", workspace " + id).orElse("");
    }

    private Optional<RotationStatus> status() {
        try {
            RotationStatus status = path.status().get();
            findings.add(unfinishedRules.judge(status));
            status.warnings()
                    .forEach(text -> findings.add(Finding.warning(
                            Aspect.ROTATION, text, CheckFailure.ROTATION_OUT_OF_STEP.with(paths, text))));
            return Optional.of(status);
        } catch (FailureException unread) {
            if (unread.failure().code().equals(RotationJournalFailure.ROTATION_OTHER_FIELD.code())) {
                otherField = true;
                findings.add(Finding.warning(Aspect.ROTATION, "of another field of this secret", unread.failure()));
                return Optional.empty();
            }
            findings.add(unreadable(Aspect.ROTATION, unread.failure()));
            pendingSince(unread.failure())
                    .ifPresent(since -> findings.add(unfinishedRules.candidate(paths.toString(), since)));
            return Optional.empty();
        }
    }

    /** A policy that leaves something out was meant so; anything else keeps the check from telling the truth. */
    private Finding unreadable(Aspect aspect, Failure failure) {
        return Denial.is(failure)
                ? Finding.warning(
                        aspect,
                        "may not be read",
                        CheckFailure.ROTATION_CHECK_NOT_ALLOWED.with(
                                paths,
                                failure.what(),
                                Denial.policyLine(failure)
                                        .map(line -> " What is missing: " + line)
                                        .orElse("")))
                : Finding.failed(aspect, failure);
    }

    /** Of the candidate only the metadata: its value is none of the checker's business. */
    private Optional<Instant> pendingSince(Failure told) {
        try {
            return path.secrets().metadata(paths.pending()).presentSince(clock.instant());
        } catch (FailureException unread) {
            if (Denial.is(unread.failure()) && !unread.failure().what().equals(told.what())) {
                findings.add(unreadable(Aspect.ROTATION, unread.failure()));
            }
            return Optional.empty();
        }
    }

    /** The secret's own metadata tells of the field that is rotated; of another's token nothing but its siblings do. */
    private RecordedFacts recorded(SecretVersion live, Optional<RotationStatus> status) {
        RecordedFacts siblings = RecordedFacts.fields(live.fields(), paths.field());
        if (otherField) {
            return siblings;
        }
        RecordedFacts beside = custom().or(siblings);
        return status.filter(known -> known.livePath().asRecorded())
                .flatMap(RotationStatus::live)
                .map(RecordedFacts::journal)
                .map(journal -> beside.isAboutAnother(live.version()) ? journal : beside.or(journal))
                .orElse(beside);
    }

    private RecordedFacts custom() {
        try {
            return RecordedFacts.custom(path.secrets().metadata(paths.live()).custom());
        } catch (FailureException unread) {
            findings.add(unreadable(Aspect.OWNER, unread.failure()));
            return RecordedFacts.UNREAD;
        }
    }
}
