package dev.codexrunner.jenkins.request;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes what a form or a Jenkinsfile holds: blank is absent. */
public final class CodexRequestBuilder {

    private final Prompt prompt;
    private TokenRequest token;
    private CodexProgram program = new CodexProgram.OnPath();
    private Optional<String> workingDirectory = Optional.empty();
    private Optional<String> sandbox = Optional.empty();
    private Optional<String> model = Optional.empty();
    private Optional<String> effort = Optional.empty();
    private Optional<String> outputSchema = Optional.empty();
    private Optional<String> timeout = Optional.empty();
    private Optional<String> idleTimeout = Optional.empty();
    private Optional<String> maxTokens = Optional.empty();
    private Optional<String> retries = Optional.empty();
    private Optional<CaBundle> caBundle = Optional.empty();
    private List<String> acceptedRisks = List.of();
    private Map<String, List<String>> settings = Map.of();

    CodexRequestBuilder(Prompt prompt, TokenRequest token) {
        this.prompt = prompt;
        this.token = token;
    }

    public CodexRequestBuilder token(TokenRequest request) {
        token = request;
        return this;
    }

    public CodexRequestBuilder program(CodexProgram codex) {
        program = codex;
        return this;
    }

    public CodexRequestBuilder workingDirectory(@Nullable String text) {
        workingDirectory = Given.text(text);
        return this;
    }

    public CodexRequestBuilder sandbox(@Nullable String text) {
        sandbox = Given.text(text);
        return this;
    }

    public CodexRequestBuilder model(@Nullable String text) {
        model = Given.text(text);
        return this;
    }

    public CodexRequestBuilder effort(@Nullable String text) {
        effort = Given.text(text);
        return this;
    }

    public CodexRequestBuilder outputSchema(@Nullable String text) {
        outputSchema = Given.text(text);
        return this;
    }

    public CodexRequestBuilder timeout(@Nullable String text) {
        timeout = Given.text(text);
        return this;
    }

    public CodexRequestBuilder idleTimeout(@Nullable String text) {
        idleTimeout = Given.text(text);
        return this;
    }

    public CodexRequestBuilder maxTokens(@Nullable String text) {
        maxTokens = Given.text(text);
        return this;
    }

    public CodexRequestBuilder retries(@Nullable String text) {
        retries = Given.text(text);
        return this;
    }

    public CodexRequestBuilder caBundle(@Nullable CaBundle bundle) {
        caBundle = Optional.ofNullable(bundle);
        return this;
    }

    public CodexRequestBuilder acceptedRisks(@Nullable Iterable<String> risks) {
        acceptedRisks = Given.texts(risks);
        return this;
    }

    public CodexRequestBuilder settings(Map<String, List<String>> further) {
        settings = further;
        return this;
    }

    public CodexRequest build() {
        return new CodexRequest(
                prompt,
                token,
                program,
                workingDirectory,
                sandbox,
                model,
                effort,
                outputSchema,
                timeout,
                idleTimeout,
                maxTokens,
                retries,
                caBundle,
                acceptedRisks,
                settings);
    }
}
