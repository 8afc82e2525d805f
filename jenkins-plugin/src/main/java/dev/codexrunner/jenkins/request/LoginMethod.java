package dev.codexrunner.jenkins.request;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the runner may log in to Vault here. Of the runner's methods {@code cert} is missing: Jenkins has no file for it on the agent. */
public enum LoginMethod {
    TOKEN(SecretVariables.VAULT_TOKEN, false),
    APPROLE(SecretVariables.VAULT_SECRET_ID, false),
    JWT(SecretVariables.VAULT_JWT, true),
    KUBERNETES(SecretVariables.VAULT_JWT, true),
    USERPASS(SecretVariables.VAULT_PASSWORD, false),
    LDAP(SecretVariables.VAULT_PASSWORD, false);

    private final String variable;
    private final boolean takesRole;

    LoginMethod(String variable, boolean takesRole) {
        this.variable = variable;
        this.takesRole = takesRole;
    }

    /** As {@code --vault-auth} takes it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The variable in which the runner expects the secret. */
    String variable() {
        return variable;
    }

    /** Whether it logs in to a role that the request names. */
    boolean takesRole() {
        return takesRole;
    }

    public static Optional<LoginMethod> named(String wireName) {
        return Arrays.stream(values())
                .filter(method -> method.wireName().equals(wireName))
                .findFirst();
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(LoginMethod::wireName).toList();
    }
}
