package dev.codexrunner.jenkins.report;

import dev.codexrunner.jenkins.result.TrustView;
import dev.codexrunner.jenkins.result.TrustView.FileDigest;
import java.util.List;

/** The part {@code trust} of report.json. */
final class TrustFields {

    private TrustFields() {}

    static TrustView trust(JsonFields trust) {
        return new TrustView(
                trust.object("trigger")
                        .map(trigger -> new TrustView.Trigger(
                                trigger.textOr("ci", ""),
                                trigger.text("event"),
                                trigger.objects("risks").stream()
                                        .map(risk -> new TrustView.Risk(
                                                risk.textOr("risk", ""),
                                                risk.textOr("evidence", ""),
                                                risk.flag("allowed").orElse(false)))
                                        .toList())),
                trust.object("teamConfig")
                        .map(team -> new TrustView.TeamConfig(
                                team.textOr("mode", ""), team.text("commit"), digests(team, "files"))),
                digests(trust, "managedPolicy"));
    }

    private static List<FileDigest> digests(JsonFields owner, String name) {
        return owner.objects(name).stream()
                .map(file -> new FileDigest(file.textOr("path", ""), file.textOr("sha256", "")))
                .toList();
    }
}
