package dev.codexrunner.jenkins.request;

import java.util.Optional;

/**
 * What the controller's configuration or a folder's fills in where a job says nothing. It is checked against the policy like
 * the job's own words: who may configure a folder may not thereby reach another team's token.
 */
public record Defaults(
        VaultRequest vault,
        Optional<CodexProgram> program,
        Optional<String> sandbox,
        Optional<String> model,
        Optional<String> effort,
        Optional<String> timeout,
        Optional<String> idleTimeout,
        Optional<CaBundle> caBundle) {

    /** Nothing filled in. */
    public static final Defaults NONE = new Defaults(
            VaultRequest.builder().build(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** These, and what they leave open from {@code outer}: a folder's over those of the folder around it. */
    public Defaults completedBy(Defaults outer) {
        return new Defaults(
                vault.completedBy(outer.vault),
                Given.first(program, outer.program),
                Given.first(sandbox, outer.sandbox),
                Given.first(model, outer.model),
                Given.first(effort, outer.effort),
                Given.first(timeout, outer.timeout),
                Given.first(idleTimeout, outer.idleTimeout),
                Given.first(caBundle, outer.caBundle));
    }
}
