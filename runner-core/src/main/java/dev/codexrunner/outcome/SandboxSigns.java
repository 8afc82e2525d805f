package dev.codexrunner.outcome;

import dev.codexrunner.events.ItemStatus;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.outcome.Transcript.Command;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether codex's sandbox let no command in at all. codex starts its sandbox anew for each command, and where that fails
 * it only tells the model, in the place of the command's output; the turn goes on and completes.
 */
final class SandboxSigns {

    static final String PROGRAM = "bundled bubblewrap digest mismatch|bubblewrap is unavailable";

    /** What the sandbox's own program says before it would start the command; nothing stands before it. */
    private static final Pattern SAID = Pattern.compile(
            "\\A\\s*(?:thread '[^']{1,40}' \\(\\d{1,10}\\) panicked at linux-sandbox/\\S{1,80}\\s+)?"
                    + "(bundled bubblewrap digest mismatch for .{1,400}"
                    + "|bubblewrap is unavailable: .{1,200}"
                    + "|failed to (?:exec|open|read) (?:bundled|system) bubblewrap .{1,400}"
                    + "|error (?:building bubblewrap command|applying (?:legacy )?Linux sandbox restrictions): .{1,400}"
                    + "|bwrap: (?:Creating new namespace failed|No permissions to creat|setting up uid map|loopback: Failed|Can't mount|Failed to make / slave).{0,300})");

    private static final Pattern OF_THE_PROGRAM = Pattern.compile(PROGRAM);

    private SandboxSigns() {}

    /** Empty as soon as one command got in, or none was tried. */
    static Optional<Failure> failure(Transcript transcript) {
        TranscriptCounts counts = transcript.counts();
        List<Command> tried = transcript.commands().stream()
                .filter(command -> command.status() != ItemStatus.DECLINED)
                .toList();
        boolean allFailed = tried.stream().allMatch(command -> said(command).isPresent())
                && counts.commandsFailed() + counts.declined() + counts.commandsUnfinished() >= counts.commands();
        return allFailed
                ? tried.stream().findFirst().flatMap(SandboxSigns::said).map(SandboxSigns::explain)
                : Optional.empty();
    }

    /** A command that starts bubblewrap itself may well fail in these words inside of a sandbox that works. */
    private static Optional<String> said(Command command) {
        boolean itsOwn = command.command().contains("bwrap");
        if (itsOwn || command.status() != ItemStatus.FAILED) {
            return Optional.empty();
        }
        Matcher said = SAID.matcher(command.output());
        return said.find() ? Optional.of(said.group(1)) : Optional.empty();
    }

    private static Failure explain(String said) {
        return CauseRules.explain(
                OF_THE_PROGRAM.matcher(said).find()
                        ? StartFailure.SANDBOX_PROGRAM_UNUSABLE
                        : StartFailure.SANDBOX_UNAVAILABLE,
                said);
    }
}
