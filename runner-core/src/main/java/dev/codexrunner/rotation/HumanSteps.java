package dev.codexrunner.rotation;

import java.util.Optional;

/** What comes next. Pure. */
final class HumanSteps {

    private static final String NO_API = " (in a browser: OpenAI offers no API for it)";

    private HumanSteps() {}

    /** @param standing of what is live */
    static HumanStep after(RotationPaths paths, RotationState state, LiveStanding standing) {
        return switch (state.phase()) {
            case IDLE ->
                new HumanStep(
                        "When the token is due: create its replacement" + NO_API + ", then paste it into: "
                                + command("stage --owner ... --token-name ...", paths),
                        Optional.of(HumanStep.TOKENS_PAGE));
            case STAGED -> new HumanStep("Prove the candidate: " + command("verify", paths), Optional.empty());
            case VERIFIED -> new HumanStep("Make it live: " + command("promote", paths), Optional.empty());
            case PROMOTING -> unfinished(RotationStep.PROMOTE, paths);
            case ROLLING_BACK, DISCARDING -> unfinished(RotationStep.ROLLBACK, paths);
            case REVOKED -> unfinished(RotationStep.CONFIRM_REVOKED, paths);
            case AWAITING_REVOCATION -> revocation(paths, state, standing);
        };
    }

    private static HumanStep revocation(RotationPaths paths, RotationState state, LiveStanding standing) {
        String old = state.previous().map(TokenFacts::title).orElse("the old token");
        return switch (standing) {
            case TO_BE_REVOKED ->
                new HumanStep(
                        "Do not revoke " + old + ": it is live. Keep it: " + command("rollback", paths)
                                + "; or have the promoted token live again first: " + kvRollback(paths, state),
                        Optional.empty());
            case NONE ->
                new HumanStep(
                        "Revoke nothing yet: no token is live. Have the promoted one live again: "
                                + kvRollback(paths, state) + "; or " + old + ": " + command("rollback", paths),
                        Optional.empty());
            case AS_RECORDED, ANOTHER, UNRECORDED ->
                new HumanStep(
                        "Revoke " + old + NO_API + ", once no run uses it any more; then: "
                                + command("confirm-revoked", paths),
                        Optional.of(HumanStep.TOKENS_PAGE));
        };
    }

    private static String kvRollback(RotationPaths paths, RotationState state) {
        return "vault kv rollback -version="
                + state.live().map(facts -> String.valueOf(facts.version())).orElse("N") + " " + paths.live();
    }

    private static HumanStep unfinished(RotationStep step, RotationPaths paths) {
        return new HumanStep(
                "A " + step + " was begun and not finished; finish it: " + command(step.toString(), paths),
                Optional.empty());
    }

    private static String command(String step, RotationPaths paths) {
        return "codex-runner rotation " + step + " --vault-path " + paths;
    }
}
