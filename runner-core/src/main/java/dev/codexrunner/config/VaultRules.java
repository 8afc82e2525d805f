package dev.codexrunner.config;

import static dev.codexrunner.config.VaultLoginSettings.VAULT_AUTH;
import static dev.codexrunner.config.VaultLoginSettings.VAULT_JWT;
import static dev.codexrunner.config.VaultLoginSettings.VAULT_JWT_FILE;
import static dev.codexrunner.config.VaultLoginSettings.VAULT_PASSWORD;
import static dev.codexrunner.config.VaultLoginSettings.VAULT_PASSWORD_FILE;
import static dev.codexrunner.config.VaultLoginSettings.VAULT_ROLE;
import static dev.codexrunner.config.VaultLoginSettings.VAULT_ROLE_ID;
import static dev.codexrunner.config.VaultLoginSettings.VAULT_SECRET_ID;
import static dev.codexrunner.config.VaultLoginSettings.VAULT_SECRET_ID_FILE;
import static dev.codexrunner.config.VaultLoginSettings.VAULT_TOKEN;
import static dev.codexrunner.config.VaultLoginSettings.VAULT_TOKEN_FILE;
import static dev.codexrunner.config.VaultLoginSettings.VAULT_USERNAME;
import static dev.codexrunner.config.VaultLoginSettings.VAULT_WRAPPED;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must hold between Vault's settings, where the token comes from Vault. */
final class VaultRules {

    /** A secret and the file that can hold it instead. */
    private static final Map<Setting<?>, Setting<?>> SECRETS_WITH_FILE = Map.of(
            VAULT_TOKEN, VAULT_TOKEN_FILE,
            VAULT_SECRET_ID, VAULT_SECRET_ID_FILE,
            VAULT_JWT, VAULT_JWT_FILE,
            VAULT_PASSWORD, VAULT_PASSWORD_FILE);

    /** What a method needs: of each inner list one. */
    private static final Map<VaultAuthMethod, List<List<Setting<?>>>> NEEDED = Map.of(
            VaultAuthMethod.TOKEN, List.of(List.of(VAULT_TOKEN_FILE, VAULT_TOKEN)),
            VaultAuthMethod.APPROLE, List.of(List.of(VAULT_ROLE_ID), List.of(VAULT_SECRET_ID_FILE, VAULT_SECRET_ID)),
            VaultAuthMethod.JWT, List.of(List.of(VAULT_ROLE), List.of(VAULT_JWT_FILE, VAULT_JWT)),
            VaultAuthMethod.KUBERNETES, List.of(List.of(VAULT_ROLE)),
            VaultAuthMethod.CERT,
                    List.of(List.of(VaultSettings.VAULT_CLIENT_CERT), List.of(VaultSettings.VAULT_CLIENT_KEY)),
            VaultAuthMethod.USERPASS, List.of(List.of(VAULT_USERNAME), List.of(VAULT_PASSWORD_FILE, VAULT_PASSWORD)),
            VaultAuthMethod.LDAP, List.of(List.of(VAULT_USERNAME), List.of(VAULT_PASSWORD_FILE, VAULT_PASSWORD)));

    /** Settings that only some methods use. A given one that the chosen method passes over is a mistake. */
    private static final Map<Setting<?>, Set<VaultAuthMethod>> USED_BY = Map.ofEntries(
            Map.entry(VAULT_TOKEN, Set.of(VaultAuthMethod.TOKEN)),
            Map.entry(VAULT_TOKEN_FILE, Set.of(VaultAuthMethod.TOKEN)),
            Map.entry(VAULT_ROLE_ID, Set.of(VaultAuthMethod.APPROLE)),
            Map.entry(VAULT_SECRET_ID, Set.of(VaultAuthMethod.APPROLE)),
            Map.entry(VAULT_SECRET_ID_FILE, Set.of(VaultAuthMethod.APPROLE)),
            Map.entry(VAULT_ROLE, Set.of(VaultAuthMethod.JWT, VaultAuthMethod.KUBERNETES, VaultAuthMethod.CERT)),
            Map.entry(VAULT_JWT, Set.of(VaultAuthMethod.JWT)),
            Map.entry(VAULT_JWT_FILE, Set.of(VaultAuthMethod.JWT, VaultAuthMethod.KUBERNETES)),
            Map.entry(VAULT_USERNAME, Set.of(VaultAuthMethod.USERPASS, VaultAuthMethod.LDAP)),
            Map.entry(VAULT_PASSWORD, Set.of(VaultAuthMethod.USERPASS, VaultAuthMethod.LDAP)),
            Map.entry(VAULT_PASSWORD_FILE, Set.of(VaultAuthMethod.USERPASS, VaultAuthMethod.LDAP)));

    private final SettingValues values;
    private final Problems problems;

    VaultRules(SettingValues values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    void check() {
        needed(VaultSecretSettings.VAULT_PATH, "There is no default place for the token.");
        checkServer();
        if (values.find(VaultSecretSettings.VAULT_KV_VERSION).equals(Optional.of(KvVersion.V1))
                && values.given(VaultSecretSettings.VAULT_SECRET_VERSION)) {
            problems.add(ConfigFailure.VERSION_WITHOUT_KV2, place(VaultSecretSettings.VAULT_SECRET_VERSION));
        }
    }

    /** Address and login alone, for whoever reads more than one secret. */
    void checkServer() {
        needed(VaultSettings.VAULT_ADDR, "There is no default address.");
        address();
        values.find(VAULT_AUTH).ifPresent(this::method);
        secretsGivenTwice();
        certificateAndKey();
    }

    private void needed(Setting<?> setting, String why) {
        if (!values.given(setting)) {
            problems.add(ConfigFailure.VAULT_SETTING_MISSING, place(setting), spelling(setting), why);
        }
    }

    private void address() {
        values.optional(VaultSettings.VAULT_ADDR)
                .filter(address -> !Addresses.keepsSecrets(address))
                .ifPresent(
                        address -> problems.add(ConfigFailure.VAULT_ADDR_PLAIN_HTTP, place(VaultSettings.VAULT_ADDR)));
    }

    private void method(VaultAuthMethod method) {
        String name = ValueTypes.choiceText(method);
        for (List<Setting<?>> anyOf : NEEDED.getOrDefault(method, List.of())) {
            if (anyOf.stream().noneMatch(values::given)) {
                problems.add(
                        ConfigFailure.VAULT_SETTING_MISSING,
                        place(VAULT_AUTH),
                        String.join(
                                " or ", anyOf.stream().map(VaultRules::spelling).toList()),
                        "The login method " + name + " needs it.");
            }
        }
        USED_BY.forEach((setting, methods) -> {
            if (values.givenOnPurpose(setting) && !methods.contains(method)) {
                List<String> users =
                        methods.stream().map(ValueTypes::choiceText).sorted().toList();
                problems.add(ConfigFailure.VAULT_SETTING_UNUSED, place(setting), name, String.join(" and ", users));
            }
        });
        if (values.find(VAULT_WRAPPED).orElse(false) && method != VaultAuthMethod.APPROLE) {
            problems.add(ConfigFailure.WRAPPED_WITHOUT_APPROLE, place(VAULT_WRAPPED));
        }
    }

    private void secretsGivenTwice() {
        SECRETS_WITH_FILE.forEach((secret, file) -> {
            if (values.givenOnPurpose(secret) && values.given(file)) {
                problems.add(ConfigFailure.SECRET_TWICE, place(secret), place(file));
            }
        });
    }

    private void certificateAndKey() {
        boolean certificate = values.given(VaultSettings.VAULT_CLIENT_CERT);
        boolean key = values.given(VaultSettings.VAULT_CLIENT_KEY);
        boolean reportedByMethod = values.find(VAULT_AUTH).equals(Optional.of(VaultAuthMethod.CERT));
        if (certificate != key && !reportedByMethod) {
            needed(VaultSettings.VAULT_CLIENT_CERT, "A client key needs its certificate.");
            needed(VaultSettings.VAULT_CLIENT_KEY, "A client certificate needs its key.");
        }
    }

    private static String spelling(Setting<?> setting) {
        return setting.flag().orElse(setting.variable());
    }

    private String place(Setting<?> setting) {
        return values.given(setting) ? values.origin(setting).describe() : spelling(setting);
    }
}
