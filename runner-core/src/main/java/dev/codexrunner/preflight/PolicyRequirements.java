package dev.codexrunner.preflight;

import dev.codexrunner.config.CodexConfig;
import dev.codexrunner.config.RunnerConfig;
import dev.codexrunner.config.Sandbox;
import dev.codexrunner.config.TokenKind;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.launch.CodexArguments;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * requirements.toml, as codex 0.169 keeps to it. Pure.
 *
 * @param file for messages
 * @param root its content
 * @param host this machine's name
 */
record PolicyRequirements(Path file, JsonNode root, String host) {

    /** codex exec asks nobody, so it always runs with this policy. */
    static final String APPROVAL = "never";

    static final String READ_ONLY = "read-only";

    private static final String MODES = "allowed_sandbox_modes";
    private static final String APPROVALS = "allowed_approval_policies";
    private static final String LOGINS = "allowed_login_methods";

    /** The first thing in which it does not agree with a run. */
    Optional<Failure> objection(RunnerConfig config) {
        Sandbox sandbox = config.codex().sandbox();
        return modes(sandbox)
                .or(() -> profile(config.codex()))
                .or(this::approvals)
                .or(() -> login(config.token().tokenKind()))
                .or(() -> features(config.policy().allowOverride()));
    }

    private Optional<Failure> modes(Sandbox sandbox) {
        Optional<List<String>> allowed = ofThisHost().or(() -> texts(root, MODES));
        if (allowed.isEmpty()) {
            return Optional.empty();
        }
        String listed = String.join(", ", allowed.get());
        if (!allowed.get().contains(READ_ONLY)) {
            return Optional.of(PolicyFailure.POLICY_WITHOUT_READ_ONLY.with(file, listed));
        }
        return allowed.get().contains(sandbox.flagValue())
                ? Optional.empty()
                : Optional.of(PolicyFailure.POLICY_EXCLUDES.with(file, MODES, listed, sandbox.flagValue()));
    }

    /** The first part that is bound to a name of this machine takes the place of what holds for all. */
    private Optional<List<String>> ofThisHost() {
        return root.path("remote_sandbox_config")
                .valueStream()
                .filter(part -> texts(part, "hostname_patterns").orElse(List.of()).stream()
                        .anyMatch(this::isThisHost))
                .findFirst()
                .flatMap(part -> texts(part, MODES));
    }

    private boolean isThisHost(String pattern) {
        String expression = Pattern.compile("[^*?]+|[*?]")
                .matcher(pattern.toLowerCase(Locale.ROOT))
                .results()
                .map(part -> switch (part.group()) {
                    case "*" -> ".*";
                    case "?" -> ".";
                    default -> Pattern.quote(part.group());
                })
                .collect(Collectors.joining());
        return host.toLowerCase(Locale.ROOT).matches(expression);
    }

    /** Where profiles are listed, codex takes the default one, whatever {@code --sandbox} says. */
    private Optional<Failure> profile(CodexConfig codex) {
        JsonNode allowed = root.path("allowed_permission_profiles");
        if (!allowed.isObject()) {
            return Optional.empty();
        }
        String taken = root.path("default_permissions").asString(":workspace");
        String needed = profileOf(codex.sandbox());
        String setting = "default_permissions=\"" + needed + "\"";
        boolean named = allowed.path(needed).asBoolean(false)
                && codex.config().stream()
                        .anyMatch(given -> given.replace(" ", "").equals(setting));
        return named || taken.equals(needed)
                ? Optional.empty()
                : Optional.of(PolicyFailure.POLICY_PICKS_PROFILE.with(file, taken, needed, setting));
    }

    private static String profileOf(Sandbox sandbox) {
        return switch (sandbox) {
            case READ_ONLY -> ":read-only";
            case WORKSPACE_WRITE -> ":workspace";
            case DANGER_FULL_ACCESS -> ":danger-full-access";
        };
    }

    private Optional<Failure> approvals() {
        return texts(root, APPROVALS)
                .filter(allowed -> !allowed.contains(APPROVAL))
                .map(allowed -> PolicyFailure.POLICY_WANTS_APPROVALS.with(file, APPROVALS, String.join(", ", allowed)));
    }

    private Optional<Failure> login(TokenKind kind) {
        String method = kind == TokenKind.API_KEY ? "api" : "chatgpt";
        return texts(root, LOGINS)
                .filter(allowed -> !allowed.contains(method))
                .map(allowed -> PolicyFailure.POLICY_EXCLUDES_LOGIN.with(file, method, String.join(", ", allowed)));
    }

    /** A feature that is pinned here stays on whatever the command line says. */
    private Optional<Failure> features(List<String> allowOverride) {
        List<String> pinned = CodexArguments.FEATURES_OFF.stream()
                .filter(feature -> root.path("features").path(feature).asBoolean(false))
                .toList();
        return pinned.isEmpty() || allowOverride.contains("features")
                ? Optional.empty()
                : Optional.of(PolicyFailure.POLICY_PINS_FEATURES.with(file, String.join(", ", pinned)));
    }

    /** Empty where there is no such key; codex starts with nothing but a list of texts there. */
    private Optional<List<String>> texts(JsonNode table, String key) {
        JsonNode list = table.path(key);
        if (list.isMissingNode()) {
            return Optional.empty();
        }
        if (!list.isArray() || list.isEmpty() || !list.valueStream().allMatch(JsonNode::isString)) {
            throw ManagedPolicy.unreadable(file, key + " is no list of names");
        }
        return Optional.of(list.valueStream().map(value -> value.asString("")).toList());
    }
}
