package dev.codexrunner.jenkins.request;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The script that an agent's shell runs. It takes variables away before the runner starts: a job's {@code withEnv} could
 * otherwise set what the policy refuses, as variables have precedence over the settings file, or load code into the
 * process that has the token. No secret is in it; that one comes in its own variable.
 */
public final class LaunchScript {

    /** Settings of the runner, of Vault and OpenBao, and of codex. */
    private static final String SETTINGS = "^\\(\\(CODEX\\|VAULT\\|BAO\\)_[A-Za-z0-9_]*\\)=.*";

    /** They load flags or code into the runner's process. */
    private static final List<String> LOADING = List.of(
            "JAVA_TOOL_OPTIONS",
            "JDK_JAVA_OPTIONS",
            "_JAVA_OPTIONS",
            "LD_PRELOAD",
            "LD_AUDIT",
            "LD_LIBRARY_PATH",
            "DYLD_INSERT_LIBRARIES",
            "DYLD_LIBRARY_PATH");

    /** Authorities that count where the settings name none. */
    private static final List<String> AUTHORITIES = List.of("SSL_CERT_FILE", "SSL_CERT_DIR");

    /** Prefixes of variables that are settings of the runner and of Vault: they are never kept. */
    private static final List<String> OF_THE_RUNNER = List.of("CODEX_RUNNER_", "VAULT_", "BAO_");

    private static final String PASS_ENV = "pass-env";

    private LaunchScript() {}

    /** The same without variables that codex is to get. */
    public static String text(List<String> command, Optional<String> secretVariable, Policy policy) {
        return text(command, secretVariable, Map.of(), policy);
    }

    /**
     * @param command the runner's command line
     * @param secretVariable the one that has the secret, see {@link SecretVariables}
     * @param settings of the request, as the policy has let them in: what {@code pass-env} names, there or in the policy's
     *     fixed settings, the runner passes on to codex
     * @param policy where it allows no authorities of a job's own, those that the environment names don't count either
     */
    public static String text(
            List<String> command, Optional<String> secretVariable, Map<String, List<String>> settings, Policy policy) {
        List<String> passedOn =
                policy.fixedSettings().getOrDefault(PASS_ENV, settings.getOrDefault(PASS_ENV, List.of()));
        String kept = Stream.concat(
                        secretVariable.stream(),
                        passedOn.stream()
                                .filter(name -> OF_THE_RUNNER.stream().noneMatch(name::startsWith)
                                        && !name.equals(SecretVariables.ACCESS_TOKEN)))
                .map(LaunchScript::quoted)
                .collect(Collectors.joining("|"));
        boolean ownAuthorities = policy.settings().permits(SettingNames.CA_BUNDLE);
        String dropped = Stream.concat(LOADING.stream(), ownAuthorities ? Stream.empty() : AUTHORITIES.stream())
                .collect(Collectors.joining(" "));
        return String.join(
                "\n",
                "unset " + dropped,
                "for name in $(env | sed -n 's/" + SETTINGS + "/\\1/p'); do",
                "  case \"$name\" in",
                "    " + (kept.isEmpty() ? "''" : kept) + ") ;;",
                "    *) unset \"$name\" ;;",
                "  esac",
                "done",
                "exec " + command.stream().map(LaunchScript::quoted).collect(Collectors.joining(" ")),
                "");
    }

    /** One word for a POSIX shell, whatever is in it. */
    public static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
