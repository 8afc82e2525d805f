package dev.codexrunner.jenkins.request;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the runner gets the token out of Vault or OpenBao. What is absent is the runner's default.
 *
 * @param address such as {@code https://vault.example.com:8200}
 * @param auth login method, as {@code --vault-auth} takes it
 * @param role for jwt and kubernetes; of AppRole the role id is in the credential
 * @param path mount, path and field: {@code secret/ci/codex#access_token}
 * @param kvVersion auto, 1 or 2
 * @param secretVersion a fixed version of the secret
 * @param credentialsId of the credential to log in with; kubernetes needs none
 */
public record VaultRequest(
        Optional<String> address,
        Optional<String> namespace,
        Optional<String> auth,
        Optional<String> authMount,
        Optional<String> role,
        Optional<String> path,
        Optional<String> kvVersion,
        Optional<String> secretVersion,
        Optional<String> credentialsId) {

    public static Builder builder() {
        return new Builder();
    }

    /** The name of the login method in force. */
    public String authMethod() {
        return auth.orElse(LoginMethod.TOKEN.wireName());
    }

    /**
     * The login method in force.
     *
     * @throws IllegalArgumentException where there is none of that name; {@link PolicyCheck#admit} tells of it before
     */
    public LoginMethod login() {
        return LoginMethod.named(authMethod()).orElseThrow(() -> new IllegalArgumentException(authMethod()));
    }

    /**
     * Itself, and what it leaves open from {@code outer}. Of another server it takes nothing, and of another login -
     * its method, its mount or its namespace - neither role nor credential: behind a mount stands a server that whoever
     * configured it chose, and it would be given the company's password or JWT to look at.
     */
    public VaultRequest completedBy(VaultRequest outer) {
        if (address.isPresent() && !address.map(VaultAddress::normal).equals(outer.address.map(VaultAddress::normal))) {
            return this;
        }
        boolean sameMethod = auth.isEmpty() || authMethod().equals(outer.authMethod());
        boolean sameLogin = sameMethod
                && (authMount.isEmpty() || bare(authMount.get()).equals(outer.mount()))
                && (namespace.isEmpty()
                        || namespace.map(VaultRequest::bare).equals(outer.namespace.map(VaultRequest::bare)));
        return new VaultRequest(
                outer.address,
                Given.first(namespace, outer.namespace),
                Given.first(auth, outer.auth),
                sameMethod ? Given.first(authMount, outer.authMount) : authMount,
                sameLogin ? Given.first(role, outer.role) : role,
                Given.first(path, outer.path),
                Given.first(kvVersion, outer.kvVersion),
                Given.first(secretVersion, outer.secretVersion),
                sameLogin ? Given.first(credentialsId, outer.credentialsId) : credentialsId);
    }

    private String mount() {
        return bare(authMount.orElseGet(this::authMethod));
    }

    private static String bare(String path) {
        return path.replaceAll("^/+|/+$", "");
    }

    /** Takes what a form holds: blank is absent. */
    public static final class Builder {

        private Optional<String> address = Optional.empty();
        private Optional<String> namespace = Optional.empty();
        private Optional<String> auth = Optional.empty();
        private Optional<String> authMount = Optional.empty();
        private Optional<String> role = Optional.empty();
        private Optional<String> path = Optional.empty();
        private Optional<String> kvVersion = Optional.empty();
        private Optional<String> secretVersion = Optional.empty();
        private Optional<String> credentialsId = Optional.empty();

        private Builder() {}

        public Builder address(@Nullable String text) {
            address = Given.text(text);
            return this;
        }

        public Builder namespace(@Nullable String text) {
            namespace = Given.text(text);
            return this;
        }

        public Builder auth(@Nullable String text) {
            auth = Given.text(text);
            return this;
        }

        public Builder authMount(@Nullable String text) {
            authMount = Given.text(text);
            return this;
        }

        public Builder role(@Nullable String text) {
            role = Given.text(text);
            return this;
        }

        public Builder path(@Nullable String text) {
            path = Given.text(text);
            return this;
        }

        public Builder kvVersion(@Nullable String text) {
            kvVersion = Given.text(text);
            return this;
        }

        public Builder secretVersion(@Nullable String text) {
            secretVersion = Given.text(text);
            return this;
        }

        public Builder credentialsId(@Nullable String text) {
            credentialsId = Given.text(text);
            return this;
        }

        public VaultRequest build() {
            return new VaultRequest(
                    address, namespace, auth, authMount, role, path, kvVersion, secretVersion, credentialsId);
        }
    }
}
