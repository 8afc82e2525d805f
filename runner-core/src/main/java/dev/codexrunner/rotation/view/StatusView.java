package dev.codexrunner.rotation.view;

import dev.codexrunner.report.ConsoleText;
import dev.codexrunner.rotation.Candidate;
import dev.codexrunner.rotation.RotationStatus;
import dev.codexrunner.rotation.StepLine;
import dev.codexrunner.rotation.TokenExpiry;
import dev.codexrunner.rotation.TokenFacts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Where a rotation stands, as people read it: the tokens, then the timeline. */
public final class StatusView {

    private static final int LABEL_WIDTH = 11;

    private final OneLine oneLine;

    private StatusView(OneLine oneLine) {
        this.oneLine = oneLine;
    }

    /** @param console makes harmless what others wrote into the journal and the metadata */
    public static String text(RotationStatus status, ConsoleText console) {
        OneLine oneLine = new OneLine(console);
        return oneLine.lines(new StatusView(oneLine).entries(status));
    }

    private List<String> entries(RotationStatus status) {
        List<String> lines = new ArrayList<>();
        lines.add("rotation of " + status.paths() + ": " + status.phase());
        lines.add(labelled("live", live(status)));
        status.candidate().ifPresent(candidate -> lines.add(labelled("candidate", describe(candidate))));
        status.previous().ifPresent(old -> lines.add(labelled("to revoke", describe(old))));
        status.intent()
                .ifPresent(intent -> lines.add(labelled(
                        "unfinished",
                        intent.step() + ", begun " + time(intent.at()) + " by " + oneLine.of(intent.by())
                                + "; any rotator finishes it by repeating that step")));
        status.metadata().ifPresent(mode -> lines.add(labelled("metadata", mode.toString())));
        lines.add("");
        if (status.timeline().isEmpty()) {
            lines.add("No rotation was recorded here yet.");
        } else {
            lines.add("timeline, times in UTC:");
            status.timeline().forEach(line -> lines.add("  " + describe(line)));
        }
        return lines;
    }

    private String live(RotationStatus status) {
        RotationStatus.LivePath path = status.livePath();
        String written = path.createdTime().map(at -> ", written " + time(at)).orElse("");
        return switch (path.state()) {
            case ABSENT -> "no secret yet";
            case DELETED -> "version " + path.version() + " was deleted";
            case DESTROYED -> "version " + path.version() + " was destroyed";
            case PRESENT ->
                "version " + path.version() + written
                        + (path.asRecorded() ? "" : "; not put there by a rotation")
                        + status.live()
                                .map(facts -> "; " + facts(facts.tokenName(), facts.owner(), facts.expiresAt()))
                                .orElse("");
        };
    }

    private String describe(Candidate candidate) {
        return "version " + candidate.version() + " of the pending path, staged " + time(candidate.stagedAt()) + "; "
                + facts(
                        Optional.of(candidate.tokenName()),
                        Optional.of(candidate.owner()),
                        Optional.of(candidate.expiresAt()))
                + candidate
                        .proof()
                        .map(proof ->
                                "; verified " + time(proof.verifiedAt()) + " with " + oneLine.of(proof.codexVersion()))
                        .orElse("; not verified");
    }

    private String describe(TokenFacts old) {
        return "version " + old.version() + "; " + facts(old.tokenName(), old.owner(), old.expiresAt());
    }

    private String facts(Optional<String> name, Optional<String> owner, Optional<TokenExpiry> expiry) {
        String end = expiry.map(
                        when -> when.instant().map(at -> "expires " + time(at)).orElse("never expires"))
                .orElse("expiry not recorded");
        return name.map(text -> "\"" + oneLine.of(text) + "\"").orElse("no name recorded")
                + owner.map(person -> " of " + oneLine.of(person)).orElse(", no owner recorded") + ", " + end;
    }

    private String describe(StepLine line) {
        return time(line.at()) + "  " + line.step() + ": " + line.outcome() + version(line.version())
                + line.code().map(code -> " [" + oneLine.of(code) + "]").orElse("")
                + line.detail().map(detail -> ", " + oneLine.of(detail)).orElse("")
                + " (" + oneLine.of(line.by()) + ")";
    }

    private static String version(OptionalInt version) {
        return version.isPresent() ? " (version " + version.getAsInt() + ")" : "";
    }

    private static String labelled(String label, String text) {
        return "  " + label + " ".repeat(Math.max(1, LABEL_WIDTH - label.length())) + text;
    }

    static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
