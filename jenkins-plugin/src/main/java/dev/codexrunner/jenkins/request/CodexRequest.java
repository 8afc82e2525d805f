package dev.codexrunner.jenkins.request;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a job asks of {@code codex-runner exec}. Texts are as the runner's settings take them; what is absent is the runner's
 * default. Holds ids of credentials, never a secret.
 *
 * @param workingDirectory of the agent, relative to the workspace
 * @param effort the model's reasoning effort
 * @param outputSchema path of a JSON Schema, relative to the workspace
 * @param timeout a duration such as {@code 90s}, {@code 10m} or {@code 1h30m}; so {@code idleTimeout}
 * @param maxTokens a whole number; so {@code retries}
 * @param acceptedRisks of the trigger, by the names of {@code --allow-untrusted-trigger}
 * @param settings further settings by their keys in docs/configuration.md, none of them one that has a component here
 */
public record CodexRequest(
        Prompt prompt,
        TokenRequest token,
        CodexProgram program,
        Optional<String> workingDirectory,
        Optional<String> sandbox,
        Optional<String> model,
        Optional<String> effort,
        Optional<String> outputSchema,
        Optional<String> timeout,
        Optional<String> idleTimeout,
        Optional<String> maxTokens,
        Optional<String> retries,
        Optional<CaBundle> caBundle,
        List<String> acceptedRisks,
        Map<String, List<String>> settings) {

    public static final String DEFAULT_SANDBOX = "read-only";

    public CodexRequest {
        acceptedRisks = List.copyOf(acceptedRisks);
        settings = SettingsMap.copyOf(settings);
    }

    /** Asks for nothing but the prompt. */
    public static CodexRequestBuilder builder(Prompt prompt, TokenRequest token) {
        return new CodexRequestBuilder(prompt, token);
    }

    /** The sandbox in force. */
    public String sandboxInForce() {
        return sandbox.orElse(DEFAULT_SANDBOX);
    }

    /** The request to Vault, where the token comes from there. */
    public Optional<VaultRequest> vault() {
        return token instanceof TokenRequest.FromVault from ? Optional.of(from.vault()) : Optional.empty();
    }

    /** Itself, and what it leaves open from the controller's and the folders' defaults. */
    public CodexRequest completedBy(Defaults defaults) {
        return toBuilder()
                .token(
                        token instanceof TokenRequest.FromVault from
                                ? new TokenRequest.FromVault(from.vault().completedBy(defaults.vault()))
                                : token)
                .program(
                        program instanceof CodexProgram.OnPath
                                ? defaults.program().orElse(program)
                                : program)
                .sandbox(Given.first(sandbox, defaults.sandbox()).orElse(null))
                .model(Given.first(model, defaults.model()).orElse(null))
                .effort(Given.first(effort, defaults.effort()).orElse(null))
                .timeout(Given.first(timeout, defaults.timeout()).orElse(null))
                .idleTimeout(Given.first(idleTimeout, defaults.idleTimeout()).orElse(null))
                .caBundle(Given.first(caBundle, defaults.caBundle()).orElse(null))
                .build();
    }

    /** A builder that begins with what this asks for. */
    public CodexRequestBuilder toBuilder() {
        return new CodexRequestBuilder(prompt, token)
                .program(program)
                .workingDirectory(workingDirectory.orElse(null))
                .sandbox(sandbox.orElse(null))
                .model(model.orElse(null))
                .effort(effort.orElse(null))
                .outputSchema(outputSchema.orElse(null))
                .timeout(timeout.orElse(null))
                .idleTimeout(idleTimeout.orElse(null))
                .maxTokens(maxTokens.orElse(null))
                .retries(retries.orElse(null))
                .caBundle(caBundle.orElse(null))
                .acceptedRisks(acceptedRisks)
                .settings(settings);
    }
}
