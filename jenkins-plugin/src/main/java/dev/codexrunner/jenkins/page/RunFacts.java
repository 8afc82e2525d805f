package dev.codexrunner.jenkins.page;

import dev.codexrunner.jenkins.result.CredentialView;
import dev.codexrunner.jenkins.result.ReportView;
import dev.codexrunner.jenkins.result.TrustView;
import java.text.DateFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.OptionalLong;
import org.jvnet.localizer.LocaleProvider;

/** What is known of a run, its credential and what it was told, in rows. What isn't known has none. */
final class RunFacts {

    private static final int MOST_FILES = 20;

    private RunFacts() {}

    static List<Fact> of(ReportView report) {
        List<Fact> facts = new ArrayList<>();
        report.run().startedAt().ifPresent(at -> facts.add(Fact.of(Messages.RunFacts_started(), time(at))));
        if (report.run().firstEventMs().isPresent()) {
            facts.add(Fact.of(
                    Messages.RunFacts_firstEvent(), Labels.duration(report.run().firstEventMs())));
        }
        report.codex().model().ifPresent(model -> facts.add(Fact.code(Messages.RunFacts_model(), model)));
        report.codex().sandbox().ifPresent(sandbox -> facts.add(Fact.code(Messages.RunFacts_sandbox(), sandbox)));
        report.codex().version().ifPresent(version -> facts.add(Fact.code(Messages.RunFacts_codex(), version)));
        report.codex().sha256().ifPresent(digest -> facts.add(Fact.code(Messages.RunFacts_digest(), digest)));
        report.codex().threadId().ifPresent(id -> facts.add(Fact.code(Messages.RunFacts_thread(), id)));
        facts.add(Fact.code(Messages.RunFacts_runner(), report.run().runnerVersion()));
        facts.add(Fact.code(Messages.RunFacts_host(), report.run().host()));
        facts.add(Fact.code(Messages.RunFacts_runId(), report.run().id()));
        facts.removeIf(fact -> fact.text().isEmpty());
        return facts;
    }

    static List<Fact> credential(CredentialView credential) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(Messages.RunFacts_source(), source(credential.source())));
        credential.kind().ifPresent(kind -> facts.add(Fact.code(Messages.RunFacts_tokenKind(), kind)));
        credential.vault().ifPresent(vault -> {
            facts.add(Fact.code(Messages.RunFacts_vaultPath(), vault.path()));
            vault.version()
                    .ifPresent(version -> facts.add(
                            Fact.of(Messages.RunFacts_vaultVersion(), Labels.number(OptionalLong.of(version)))));
            vault.createdTime().ifPresent(at -> facts.add(Fact.of(Messages.RunFacts_vaultCreated(), time(at))));
        });
        credential.expiresAt().ifPresent(at -> facts.add(Fact.of(Messages.RunFacts_expires(), time(at))));
        credential.fingerprint().ifPresent(print -> facts.add(Fact.code(Messages.RunFacts_fingerprint(), print)));
        credential
                .exposed()
                .ifPresent(exposed -> facts.add(Fact.of(
                        Messages.RunFacts_exposed(),
                        exposed ? Messages.RunFacts_isExposed() : Messages.RunFacts_notExposed())));
        return facts;
    }

    static List<Fact> trust(TrustView trust) {
        List<Fact> facts = new ArrayList<>();
        trust.trigger().ifPresent(trigger -> {
            facts.add(Fact.of(
                    Messages.RunFacts_trigger(),
                    trigger.ci() + trigger.event().map(event -> ", " + event).orElse("")));
            trigger.risks().stream()
                    .limit(MOST_FILES)
                    .forEach(risk -> facts.add(Fact.of(
                            Messages.RunFacts_risk(risk.risk()),
                            risk.evidence() + (risk.allowed() ? " (" + Messages.RunFacts_riskAllowed() + ")" : ""))));
        });
        trust.teamConfig().ifPresent(team -> {
            team.commit().ifPresent(commit -> facts.add(Fact.code(Messages.RunFacts_baseCommit(), commit)));
            files(facts, Messages.RunFacts_instructions(), team.files());
        });
        files(facts, Messages.RunFacts_managedPolicy(), trust.managedPolicy());
        return facts;
    }

    private static void files(List<Fact> facts, String label, List<TrustView.FileDigest> files) {
        files.stream()
                .limit(MOST_FILES)
                .forEach(file -> facts.add(Fact.code(label, file.path() + "  sha256:" + file.sha256())));
    }

    private static String source(String source) {
        return switch (source) {
            case "vault" -> "Vault";
            case "env" -> Messages.RunFacts_fromCredential();
            case "unknown" -> Messages.RunFacts_unknown();
            default -> source;
        };
    }

    private static String time(Instant at) {
        return DateFormat.getDateTimeInstance(DateFormat.MEDIUM, DateFormat.LONG, LocaleProvider.getLocale())
                .format(Date.from(at));
    }
}
