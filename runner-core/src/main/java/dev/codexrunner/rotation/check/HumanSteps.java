package dev.codexrunner.rotation.check;

import dev.codexrunner.rotation.HumanStep;
import java.util.Optional;

/** What only a person can do: OpenAI offers no API for it. */
final class HumanSteps {

    private HumanSteps() {}

    static HumanStep newToken() {
        return new HumanStep(
                "Create a new access token in the workspace, then stage, verify and promote it (docs/rotation.md).",
                Optional.of(HumanStep.TOKENS_PAGE));
    }

    static HumanStep revokeOldToken(String title, String path) {
        return new HumanStep(
                "Revoke the old token (" + title + "), then run: codex-runner rotation confirm-revoked --vault-path "
                        + path,
                Optional.of(HumanStep.TOKENS_PAGE));
    }
}
