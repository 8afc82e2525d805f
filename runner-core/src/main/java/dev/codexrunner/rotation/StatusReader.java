package dev.codexrunner.rotation;

import dev.codexrunner.credential.vault.SecretVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks where a rotation stands, and writes nothing. */
final class StatusReader {

    private final RotationTools tools;

    StatusReader(RotationTools tools) {
        this.tools = tools;
    }

    RotationStatus read() {
        JournalSecret journal = new JournalSecret(tools.paths(), tools.kv(), tools.random());
        RotationState state = journal.read().state();
        SecretVersion live = tools.live().latest();
        Optional<TokenFacts> facts = tools.live().facts(live, journal);
        LiveStanding standing = LiveStanding.of(state, facts.map(TokenFacts::fingerprint));
        boolean asRecorded = state.live().isEmpty() || standing == LiveStanding.AS_RECORDED;
        Optional<Instant> pendingSince = tools.kv()
                .metadata(tools.paths().pending())
                .presentSince(tools.clock().instant());
        RotationStatus.LivePath livePath =
                new RotationStatus.LivePath(live.state(), live.version(), live.createdTime(), asRecorded);
        return new RotationStatus(
                tools.paths(),
                state.phase(),
                livePath,
                facts,
                state.candidate(),
                pendingSince,
                state.previous(),
                state.intent(),
                journal.journal().metadata(),
                journal.journal().steps(),
                warnings(state, livePath, standing, pendingSince),
                HumanSteps.after(tools.paths(), state, standing));
    }

    private List<String> warnings(
            RotationState state, RotationStatus.LivePath live, LiveStanding standing, Optional<Instant> pendingSince) {
        List<String> warnings = new ArrayList<>();
        if (live.state() != SecretVersion.State.PRESENT) {
            warnings.add("There is no live secret at " + tools.paths().live() + ".");
        } else if (standing == LiveStanding.TO_BE_REVOKED) {
            warnings.add("The live token (version " + live.version()
                    + ") is the one that is to be revoked: somebody wrote it back past the rotation. Revoked now, every job"
                    + " would fail.");
        } else if (!live.asRecorded()) {
            warnings.add("The live token (version " + live.version()
                    + ") is not the one that the journal has as live: somebody wrote it past the rotation.");
        }
        if (pendingSince.isPresent() && state.candidate().isEmpty()) {
            warnings.add("A value has been lying at " + tools.paths().pending() + " since " + pendingSince.get()
                    + " though no candidate is staged. The next stage destroys it if a stage left it; if somebody else wrote"
                    + " it, it stays, and the stage may be refused.");
        }
        return warnings;
    }
}
