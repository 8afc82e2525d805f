package dev.codexrunner.jenkins.request;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Refuses texts with control characters: none of the settings needs one, and a line break can pass for another setting. */
final class PlainTexts {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]");

    private final Refusals refusals;

    private PlainTexts(Refusals refusals) {
        this.refusals = refusals;
    }

    static void check(CodexRequest request, Refusals refusals) {
        PlainTexts texts = new PlainTexts(refusals);
        if (request.prompt() instanceof Prompt.FileInWorkspace file) {
            texts.check("promptFile", file.path());
        }
        if (request.program() instanceof CodexProgram.AtPath at) {
            texts.check("codexPath", at.path());
        }
        texts.check("workingDirectory", request.workingDirectory());
        texts.check("sandbox", request.sandbox());
        texts.check("model", request.model());
        texts.check("effort", request.effort());
        texts.check("outputSchema", request.outputSchema());
        texts.check("timeout", request.timeout());
        texts.check("idleTimeout", request.idleTimeout());
        texts.check("maxTokens", request.maxTokens());
        texts.check("retries", request.retries());
        texts.check("acceptedRisks", request.acceptedRisks());
        request.vault().ifPresent(texts::vault);
        texts.caBundle(request.caBundle());
        texts.settings(request.settings());
    }

    static void check(RotationCheckRequest request, Refusals refusals) {
        PlainTexts texts = new PlainTexts(refusals);
        texts.vault(request.vault());
        texts.check("paths", request.paths());
        texts.caBundle(request.caBundle());
        texts.settings(request.settings());
    }

    private void vault(VaultRequest vault) {
        check("vault.address", vault.address());
        check("vault.namespace", vault.namespace());
        check("vault.auth", vault.auth());
        check("vault.authMount", vault.authMount());
        check("vault.role", vault.role());
        check("vault.path", vault.path());
        check("vault.kvVersion", vault.kvVersion());
        check("vault.secretVersion", vault.secretVersion());
    }

    private void caBundle(Optional<CaBundle> bundle) {
        if (bundle.isPresent() && bundle.get() instanceof CaBundle.OnAgent onAgent) {
            check("caBundle", onAgent.path());
        }
    }

    private void settings(Map<String, List<String>> settings) {
        settings.forEach(this::check);
    }

    private void check(String name, Optional<String> text) {
        text.ifPresent(given -> check(name, given));
    }

    private void check(String name, List<String> texts) {
        texts.forEach(text -> check(name, text));
    }

    static boolean hasControl(String text) {
        return CONTROL.matcher(text).find();
    }

    private void check(String name, String text) {
        if (hasControl(text)) {
            refusals.add("PlainTexts.control", name, Refusals.quoted(text));
        }
    }
}
