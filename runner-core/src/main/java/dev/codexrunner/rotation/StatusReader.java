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
        boolean asRecorded = state.live().isEmpty()
                || facts.map(TokenFacts::fingerprint).equals(state.live().map(TokenFacts::fingerprint));
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
                warnings(state, livePath, pendingSince),
                FailedVerification.next(tools.paths(), journal.journal())
                        .orElseGet(() -> HumanSteps.after(tools.paths(), state)));
    }

    private List<String> warnings(RotationState state, RotationStatus.LivePath live, Optional<Instant> pendingSince) {
        List<String> warnings = new ArrayList<>();
        if (live.state() != SecretVersion.State.PRESENT) {
            warnings.add("There is no live secret at " + tools.paths().live() + ".");
        } else if (!live.asRecorded()) {
            warnings.add("The live token (version " + live.version()
                    + ") is not the one that the journal has as live: somebody wrote it past the rotation.");
        }
        if (pendingSince.isPresent() && state.candidate().isEmpty()) {
            warnings.add("A token has been lying at " + tools.paths().pending() + " since " + pendingSince.get()
                    + " though none is staged; the next stage destroys it.");
        }
        return warnings;
    }
}
