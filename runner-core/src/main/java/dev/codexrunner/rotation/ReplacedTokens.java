package dev.codexrunner.rotation;

import dev.codexrunner.credential.vault.SecretVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tokens that another one takes the place of: the one that was live until now, and those that people replaced by hand
 * since the last rotation, which nobody has seen revoked.
 *
 * @param latest the one that was live until now; it is to be revoked next
 * @param passedOver the others, oldest first
 */
record ReplacedTokens(Optional<TokenFacts> latest, List<TokenFacts> passedOver) {

    /**
     * Looks from the version that the journal has as live to the one that is live; at all before that, where it has none.
     * What can't be read any more is known by the journal only.
     *
     * @param fingerprint of the token that is to be live
     * @param before the live path as it is before that
     */
    static ReplacedTokens of(StepRun run, String fingerprint, SecretVersion before) {
        Map<String, TokenFacts> found = new LinkedHashMap<>();
        Optional<TokenFacts> recorded = run.journal().state().live();
        recorded.ifPresent(facts -> found.put(facts.fingerprint(), facts));
        compared(run.journal().state()).ifPresent(facts -> found.putIfAbsent(facts.fingerprint(), facts));
        since(run, recorded, before).forEach(version -> add(found, run, version));
        add(found, run, before);
        found.remove(fingerprint);
        List<TokenFacts> all = List.copyOf(found.values());
        return all.isEmpty()
                ? new ReplacedTokens(Optional.empty(), all)
                : new ReplacedTokens(Optional.of(all.get(all.size() - 1)), all.subList(0, all.size() - 1));
    }

    /** Of a placeholder that a person wrote before the first token nobody is told. */
    private static Stream<SecretVersion> since(StepRun run, Optional<TokenFacts> recorded, SecretVersion before) {
        String field = run.paths().field();
        Stream<SecretVersion> tokens = run.live()
                .between(recorded.map(TokenFacts::version).orElse(0), before.version())
                .filter(version -> version.fields().text(field).isPresent());
        return recorded.isPresent()
                ? tokens
                : tokens.filter(version ->
                        version.fields().text(field).flatMap(LiveSecret::shaped).isPresent());
    }

    /** The live token that the candidate was compared with, of which its proof knows no more. */
    private static Optional<TokenFacts> compared(RotationState state) {
        return state.candidate()
                .flatMap(Candidate::proof)
                .flatMap(Candidate.Proof::compared)
                .flatMap(compared -> compared.liveFingerprint()
                        .map(fingerprint -> new TokenFacts(
                                compared.liveVersion(),
                                fingerprint,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())));
    }

    private static void add(Map<String, TokenFacts> found, StepRun run, SecretVersion version) {
        run.live().facts(version, run.journal()).ifPresent(facts -> {
            found.remove(facts.fingerprint());
            found.put(facts.fingerprint(), facts);
        });
    }

    /** Tells of those that were passed over, here and by a line of the timeline. */
    Optional<StepLine> noted(StepRun run) {
        List<String> warnings = passedOver.stream().map(this::warning).toList();
        warnings.forEach(run::warn);
        return warnings.isEmpty()
                ? Optional.empty()
                : Optional.of(run.line(StepOutcome.WARNED, String.join(" ", warnings)));
    }

    private String warning(TokenFacts facts) {
        return "The token of version " + facts.version() + " (" + facts.title() + ", expiry "
                + facts.expiresAt().map(TokenExpiry::toString).orElse("unknown")
                + ") was replaced by hand; it was never confirmed revoked: revoke it too, at " + HumanStep.TOKENS_PAGE
                + ".";
    }
}
