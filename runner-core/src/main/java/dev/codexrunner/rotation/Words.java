package dev.codexrunner.rotation;

import dev.codexrunner.credential.identity.TokenIdentity;
import java.time.Duration;

/** Phrases that several messages share. Pure. */
final class Words {

    private Words() {}

    /** {@code promote by approle-rotator on ci-3 at 2026-11-21T10:00:00Z (promoted)}. */
    static String latest(RotationJournal journal) {
        return journal.lastChange().map(Words::line).orElse("nothing yet");
    }

    static String line(StepLine line) {
        return line.step() + " by " + line.by() + " at " + line.at() + " (" + line.outcome() + ")";
    }

    /** {@code workspace acct-1, ci@example.com}. */
    static String said(TokenIdentity identity) {
        return "workspace " + identity.accountId().orElse("unknown") + ", "
                + identity.email().or(identity::userId).orElse("person unknown");
    }

    /** {@code 1 h}, {@code 2 d}: in the largest unit that is whole. */
    static String duration(Duration duration) {
        if (duration.toDays() > 0 && duration.equals(Duration.ofDays(duration.toDays()))) {
            return duration.toDays() + " d";
        }
        if (duration.toHours() > 0 && duration.equals(Duration.ofHours(duration.toHours()))) {
            return duration.toHours() + " h";
        }
        if (duration.toMinutes() > 0 && duration.equals(Duration.ofMinutes(duration.toMinutes()))) {
            return duration.toMinutes() + " min";
        }
        return duration.toSeconds() + " s";
    }
}
