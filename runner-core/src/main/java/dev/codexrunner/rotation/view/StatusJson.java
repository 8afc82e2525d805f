package dev.codexrunner.rotation.view;

import dev.codexrunner.failure.WireName;
import dev.codexrunner.rotation.Candidate;
import dev.codexrunner.rotation.RotationStatus;
import dev.codexrunner.rotation.StepLine;
import dev.codexrunner.rotation.TokenFacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Where a rotation stands, as one JSON object. */
public final class StatusJson {

    private static final int SCHEMA_VERSION = 1;

    private StatusJson() {}

    /** @param warnings those of the status and of the way to it */
    public static String of(RotationStatus status, List<String> warnings) {
        ObjectNode json = StepView.JSON.createObjectNode();
        json.put("schemaVersion", SCHEMA_VERSION);
        json.put("path", status.paths().toString());
        json.put("phase", status.phase().toString());
        live(status, json.putObject("live"));
        status.candidate()
                .ifPresentOrElse(one -> candidate(one, json.putObject("candidate")), () -> json.putNull("candidate"));
        status.previous()
                .ifPresentOrElse(old -> facts(old, json.putObject("toRevoke")), () -> json.putNull("toRevoke"));
        json.put("pendingSince", text(status.pendingSince()));
        status.intent()
                .ifPresentOrElse(
                        intent -> json.putObject("unfinished")
                                .put("step", intent.step().toString())
                                .put("at", intent.at().toString())
                                .put("by", intent.by()),
                        () -> json.putNull("unfinished"));
        json.put("metadata", status.metadata().map(Object::toString).orElse(null));
        var timeline = json.putArray("timeline");
        status.timeline().forEach(line -> line(line, timeline.addObject()));
        StepView.texts(json.putArray("warnings"), warnings);
        StepView.next(json, Optional.of(status.next()));
        return StepView.JSON.writeValueAsString(json) + "\n";
    }

    private static void live(RotationStatus status, ObjectNode json) {
        RotationStatus.LivePath path = status.livePath();
        json.put("state", WireName.of(path.state()));
        json.put("version", path.version());
        json.put("createdTime", text(path.createdTime()));
        json.put("asRecorded", path.asRecorded());
        status.live().ifPresentOrElse(known -> facts(known, json.putObject("token")), () -> json.putNull("token"));
    }

    private static void candidate(Candidate candidate, ObjectNode json) {
        json.put("pendingVersion", candidate.version());
        json.put("fingerprint", candidate.fingerprint());
        json.put("kind", WireName.of(candidate.kind()));
        json.put("owner", candidate.owner());
        json.put("tokenName", candidate.tokenName());
        json.put("expiresAt", candidate.expiresAt().toString());
        json.put("stagedAt", candidate.stagedAt().toString());
        json.put("verifiedAt", text(candidate.proof().map(Candidate.Proof::verifiedAt)));
    }

    private static void facts(TokenFacts facts, ObjectNode json) {
        json.put("version", facts.version());
        json.put("fingerprint", facts.fingerprint());
        json.put("kind", facts.kind().map(WireName::of).orElse(null));
        json.put("owner", facts.owner().orElse(null));
        json.put("tokenName", facts.tokenName().orElse(null));
        json.put("expiresAt", facts.expiresAt().map(Object::toString).orElse(null));
        json.put("verifiedAt", text(facts.verifiedAt()));
    }

    private static void line(StepLine line, ObjectNode json) {
        json.put("at", line.at().toString());
        json.put("step", line.step().toString());
        json.put("outcome", line.outcome().toString());
        if (line.version().isPresent()) {
            json.put("version", line.version().getAsInt());
        } else {
            json.putNull("version");
        }
        json.put("code", line.code().orElse(null));
        json.put("by", line.by());
        json.put("detail", line.detail().orElse(null));
    }

    private static @Nullable String text(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse(null);
    }
}
