package dev.codexrunner.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The variables of Vault's and OpenBao's own command lines, a layer just below ours. {@code BAO_*} goes before
 * {@code VAULT_*}, as OpenBao's own client has it. An empty one counts as not set, as both clients have it.
 */
final class VaultVariables {

    private static final List<String> PREFIXES = List.of("BAO_", "VAULT_");
    private static final Map<String, Setting<?>> UNDERSTOOD = Map.of(
            "ADDR", VaultSettings.VAULT_ADDR,
            "NAMESPACE", VaultSettings.VAULT_NAMESPACE,
            "CACERT", VaultSettings.VAULT_CA,
            "CLIENT_CERT", VaultSettings.VAULT_CLIENT_CERT,
            "CLIENT_KEY", VaultSettings.VAULT_CLIENT_KEY,
            "TOKEN", VaultLoginSettings.VAULT_TOKEN);

    private VaultVariables() {}

    static void read(Map<String, String> environment, Map<Setting<?>, RawValue> into) {
        UNDERSTOOD.forEach((suffix, setting) -> first(environment, suffix)
                .ifPresent(found -> into.putIfAbsent(
                        setting, new RawValue(List.of(found.value()), new Origin.Variable(found.name())))));
    }

    /** Checks the variables that would make Vault's own client do what this program does not do. */
    static void check(Map<String, String> environment, boolean addressGiven, Problems problems, List<String> warnings) {
        first(environment, "SKIP_VERIFY")
                .filter(found ->
                        !List.of("0", "f", "false").contains(found.value().toLowerCase(Locale.ROOT)))
                .ifPresent(found -> problems.add(ConfigFailure.VAULT_SKIP_VERIFY, found.describe()));
        refuse(
                environment,
                "CAPATH",
                "A folder of authorities is not read.",
                "Name the files with --vault-ca.",
                problems);
        refuse(
                environment,
                "TLS_SERVER_NAME",
                "Vault's certificate must be for the name in its address.",
                "Use an address with the certificate's name.",
                problems);
        if (!addressGiven) {
            refuse(
                    environment,
                    "AGENT_ADDR",
                    "No address but this one is given, and an agent adds tokens of its own.",
                    "Set --vault-addr to the address to use.",
                    problems);
        }
        for (String suffix : List.of("PROXY_ADDR", "HTTP_PROXY")) {
            first(environment, suffix)
                    .ifPresent(found -> warnings.add(
                            "The variable %s is passed over: use HTTPS_PROXY and NO_PROXY.".formatted(found.name())));
        }
    }

    private static void refuse(
            Map<String, String> environment, String suffix, String why, String fix, Problems problems) {
        first(environment, suffix)
                .ifPresent(found -> problems.add(ConfigFailure.VAULT_VARIABLE_UNSUPPORTED, found.describe(), why, fix));
    }

    private static Optional<Found> first(Map<String, String> environment, String suffix) {
        return PREFIXES.stream()
                .map(prefix -> prefix + suffix)
                .filter(name -> !environment.getOrDefault(name, "").isBlank())
                .findFirst()
                .map(name -> new Found(name, environment.getOrDefault(name, "").strip()));
    }

    private record Found(String name, String value) {

        String describe() {
            return new Origin.Variable(name).describe();
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
