package dev.codexrunner.report.html;

import dev.codexrunner.journal.TrustFacts;
import dev.codexrunner.outcome.TranscriptCounts;
import dev.codexrunner.report.Elapsed;
import dev.codexrunner.report.RunReport;
import dev.codexrunner.report.html.Page.Fact;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Names and values: at the top the few that matter most, below the rest. */
final class FactLists {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** Where there is little room. */
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final String UNKNOWN = "not known";

    private FactLists() {}

    static List<Fact> summary(RunReport report) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.words(
                "Duration",
                report.run().durationMs().isPresent()
                        ? Elapsed.ofMillis(report.run().durationMs().getAsLong())
                        : UNKNOWN));
        facts.add(Fact.words("Exit code", exitCode(report)));
        report.usage()
                .map(usage -> Fact.words("Tokens", Figures.number(usage.sum())))
                .or(() -> report.threadUsage()
                        .map(thread -> Fact.words("Tokens of the whole thread", Figures.number(thread.sum()))))
                .ifPresent(facts::add);
        TranscriptCounts counts = report.counts();
        facts.add(Fact.words("Commands", counted(counts.commands(), counts.commandsFailed())));
        report.changes().ifPresent(changes -> facts.add(Fact.words("Changed files", Figures.number(changes.count()))));
        if (report.codex().attempts().size() > 1) {
            facts.add(Fact.words(
                    "Attempts", String.valueOf(report.codex().attempts().size())));
        }
        report.codex().model().ifPresent(model -> facts.add(Fact.words("Model", model)));
        report.codex().sandbox().ifPresent(sandbox -> facts.add(Fact.words("Sandbox", sandbox)));
        facts.add(Fact.words(
                "Started (UTC)",
                report.run().startKnown() ? MINUTE.format(report.run().startedAt()) : UNKNOWN));
        return facts;
    }

    private static String exitCode(RunReport report) {
        String codex = report.codex().exitCode().isPresent()
                ? String.valueOf(report.codex().exitCode().getAsInt())
                : "unknown";
        return report.verdict().exitCode() + " (codex: " + codex + ")";
    }

    private static String counted(long all, long failed) {
        return Figures.number(all) + (failed > 0 ? " (" + Figures.number(failed) + " failed)" : "");
    }

    static List<Fact> credential(RunReport.Credential credential) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.words("Taken from", credential.source()));
        facts.add(Fact.words(
                "Kind",
                credential
                        .kind()
                        .map(kind -> kind.replace('_', ' '))
                        // Whether it was exposed every run knows, also one that never had it.
                        .orElse(credential.exposed().isPresent() ? "none was had" : UNKNOWN)));
        facts.add(Fact.words(
                "Expires", credential.expiresAt().map(FactLists::time).orElse(UNKNOWN)));
        facts.add(Fact.words(
                "Exposed to the agent",
                credential
                        .exposed()
                        .map(exposed -> exposed ? "yes: it lay where the agent's commands could read it" : "no")
                        .orElse(UNKNOWN)));
        credential.fingerprint().ifPresent(hash -> facts.add(Fact.code("Fingerprint", hash)));
        credential.vault().ifPresent(vault -> {
            facts.add(Fact.code("Vault path", vault.path()));
            vault.version().ifPresent(version -> facts.add(Fact.words("Vault version", String.valueOf(version))));
            vault.createdTime().ifPresent(created -> facts.add(Fact.words("Stored in Vault", time(created))));
        });
        return facts;
    }

    static List<Fact> policy(TrustFacts trust) {
        List<Fact> facts = new ArrayList<>();
        // The last that a run looks at: where it is missing, nobody may have looked at the others either.
        boolean lookedAt = trust.teamConfig().isPresent();
        facts.add(Fact.words(
                "Started by",
                trust.trigger()
                        .map(trigger -> trigger.ci()
                                + trigger.event().map(event -> ", " + event).orElse(""))
                        .orElse(lookedAt ? "no CI that is known" : UNKNOWN)));
        trust.trigger().stream()
                .flatMap(trigger -> trigger.risks().stream())
                .forEach(risk -> facts.add(Fact.words(
                        "Risk: " + risk.risk(), risk.evidence() + (risk.allowed() ? " (allowed)" : " (refused)"))));
        trust.teamConfig().ifPresent(team -> {
            facts.add(Fact.words(
                    "Repository's instructions",
                    team.mode().equals("base") ? "from the base commit" : "AGENTS.md of the checkout only"));
            team.commit().ifPresent(commit -> facts.add(Fact.code("Base commit", commit)));
        });
        Stream.concat(
                        trust.teamConfig().stream().flatMap(team -> team.files().stream()),
                        trust.managedPolicy().stream())
                .limit(200)
                .forEach(file -> facts.add(Fact.code(file.path(), "sha256 " + file.sha256())));
        trust.inputs()
                .orElse(List.of())
                .forEach(input -> facts.add(Fact.code(
                        input.option().equals("prompt-file") ? "Prompt file" : "Output schema",
                        input.path() + " (" + input.origin() + "), sha256 " + input.sha256())));
        if (trust.managedPolicy().isEmpty()) {
            facts.add(Fact.words("Managed policy", lookedAt ? "none on this machine" : UNKNOWN));
        }
        return facts;
    }

    static List<Fact> environment(RunReport report) {
        List<Fact> facts = new ArrayList<>();
        RunReport.Codex codex = report.codex();
        facts.add(Fact.words("codex-runner", report.run().runnerVersion()));
        facts.add(Fact.words("codex", codex.version().orElse(UNKNOWN)));
        codex.sha256().ifPresent(digest -> facts.add(Fact.code("codex's sha256", digest)));
        facts.add(Fact.words("Model", codex.model().orElse(UNKNOWN)));
        facts.add(Fact.words("Sandbox", codex.sandbox().orElse(UNKNOWN)));
        facts.add(Fact.words("Host", report.run().host()));
        facts.add(Fact.code("Run", report.run().id()));
        codex.threadId().ifPresent(thread -> facts.add(Fact.code("Thread", thread)));
        facts.add(Fact.words(
                "Started", report.run().startKnown() ? time(report.run().startedAt()) : UNKNOWN));
        facts.add(
                Fact.words("Ended", report.run().endKnown() ? time(report.run().endedAt()) : UNKNOWN));
        return facts;
    }

    /** What the stream held, nought left out. */
    static List<Fact> counts(TranscriptCounts counts) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        numbers.put("Events", counts.lines());
        numbers.put("Turns", counts.turnsStarted());
        numbers.put("Messages", counts.agentMessages());
        numbers.put("Commands", counts.commands());
        numbers.put("Commands failed", counts.commandsFailed());
        numbers.put("Commands unfinished", counts.commandsUnfinished());
        numbers.put("Patches", counts.patches());
        numbers.put("Patches failed", counts.patchesFailed());
        numbers.put("Declined", counts.declined());
        numbers.put("Tool calls", counts.toolCalls());
        numbers.put("Tool calls failed", counts.toolCallsFailed());
        numbers.put("Searches", counts.searches());
        numbers.put("Errors", counts.errors());
        numbers.put("Reconnects", counts.reconnects());
        numbers.put("Gaps in the stream", counts.eventGaps());
        numbers.put("Malformed lines", counts.malformedLines());
        numbers.put("Oversized lines", counts.oversizedLines());
        numbers.put("Unknown events", counts.unknownEvents());
        numbers.put("Unknown items", counts.unknownItems());
        numbers.put("Entries not kept", counts.dropped());
        return numbers.entrySet().stream()
                .filter(number -> number.getValue() > 0)
                .map(number -> Fact.words(number.getKey(), Figures.number(number.getValue())))
                .toList();
    }

    static String tokens(RunReport.Tokens tokens) {
        return Figures.number(tokens.inputTokens()) + " in, " + Figures.number(tokens.outputTokens()) + " out";
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }
}
