package dev.codexrunner.launch;

import dev.codexrunner.config.CodexConfig;
import dev.codexrunner.config.PolicyConfig;
import dev.codexrunner.credential.identity.ServiceAddresses;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where a run's codex finds the service: its own addresses, or those that settings and variables put in their place, in
 * codex's order. The one place that knows. Pure.
 *
 * <p>codex 0.169.0 takes agent identities from its own hosts only; with a workspace that was moved elsewhere it wants
 * {@code CODEX_AGENT_IDENTITY_AUTHAPI_BASE_URL} set, and {@code CODEX_AGENT_IDENTITY_JWKS_BASE_URL} to the same address
 * as {@code chatgpt_base_url}.
 */
public final class CodexService {

    private static final String CHATGPT = "chatgpt_base_url";
    private static final Set<String> OWN_HOSTS = Set.of("chatgpt.com", "chat.openai.com");
    private static final Set<String> SHORTER = Set.of("", "/codex", "/backend-api/codex");

    private CodexService() {}

    /**
     * For who sends a token there: what leads elsewhere must be allowed as in a run.
     *
     * @param settings what a given CODEX_HOME's files and the machine's own set
     * @param env the runner's own variables
     * @throws dev.codexrunner.failure.FailureException {@link LaunchFailure#SETTINGS_REFUSED}
     */
    public static ServiceAddresses permitted(
            CodexConfig codex, PolicyConfig policy, CodexHomeSettings settings, Map<String, String> env) {
        LaunchPolicy.require(codex, policy, settings);
        List<String> problems = LaunchPolicy.machineProblems(settings, policy);
        if (!problems.isEmpty()) {
            throw LaunchFailure.SETTINGS_REFUSED
                    .with(String.join("; ", problems))
                    .asException();
        }
        return addresses(codex, settings, env);
    }

    /** For who only looks whether they can be reached. What is no address is as if it were not set. */
    public static ServiceAddresses addresses(CodexConfig codex, CodexHomeSettings settings, Map<String, String> env) {
        ServiceAddresses own = ServiceAddresses.DEFAULT;
        Optional<URI> chatgpt = chatgpt(codex, settings);
        return new ServiceAddresses(
                chatgpt.orElse(own.chatgpt()),
                passed("CODEX_AGENT_IDENTITY_JWKS_BASE_URL", codex, env)
                        .or(() -> chatgpt)
                        .orElse(own.keys()),
                passed("CODEX_AGENT_IDENTITY_AUTHAPI_BASE_URL", codex, env).orElse(own.agentAuth()),
                passed("CODEX_AUTHAPI_BASE_URL", codex, env).orElse(own.tokenAuth()));
    }

    /** The machine's managed file wins over the command line, that over the files of CODEX_HOME. */
    private static Optional<URI> chatgpt(CodexConfig codex, CodexHomeSettings settings) {
        return Stream.of(
                        machine(settings, file -> file.endsWith(CodexHomeSettings.MANAGED)),
                        commandLine(codex.config()),
                        settings.text(CHATGPT),
                        machine(settings, file -> !file.endsWith(CodexHomeSettings.MANAGED)))
                .flatMap(Optional::stream)
                .findFirst()
                .flatMap(CodexService::address)
                .map(CodexService::withBackendApi);
    }

    private static Optional<String> machine(CodexHomeSettings settings, Predicate<Path> which) {
        return settings.machine().entrySet().stream()
                .filter(file -> which.test(file.getKey()))
                .flatMap(file -> file.getValue().text(CHATGPT).stream())
                .findFirst();
    }

    /** The last one wins. As codex reads it: a TOML value, or else a text without quotes. */
    private static Optional<String> commandLine(List<String> config) {
        return config.stream()
                .filter(setting -> setting.split("=", 2)[0].strip().equals(CHATGPT) && setting.indexOf('=') >= 0)
                .map(setting -> setting.substring(setting.indexOf('=') + 1).strip())
                .map(value -> CodexHomeSettings.ofLine("value = " + value)
                        .flatMap(line -> line.text("value"))
                        .orElse(value))
                .reduce((earlier, later) -> later);
    }

    /** A variable that codex gets in a run. */
    private static Optional<URI> passed(String name, CodexConfig codex, Map<String, String> env) {
        return codex.passEnv().contains(name)
                ? Optional.ofNullable(env.get(name)).flatMap(CodexService::address)
                : Optional.empty();
    }

    /** codex completes the shorter addresses of its own service. */
    private static URI withBackendApi(URI address) {
        return OWN_HOSTS.contains(String.valueOf(address.getHost())) && SHORTER.contains(address.getPath())
                ? address.resolve("/backend-api")
                : address;
    }

    private static Optional<URI> address(String text) {
        try {
            URI uri = URI.create(text.strip().replaceAll("/+$", ""));
            return uri.getHost() == null ? Optional.empty() : Optional.of(uri);
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
