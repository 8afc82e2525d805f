package dev.codexrunner.jenkins.configuration;

import com.cloudbees.hudson.plugins.folder.AbstractFolder;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Configurations as tests want them. */
final class Configured {

    private Configured() {}

    /** Every field of the defaults has a value of its own. */
    static CodexDefaults allDefaults(CaBundleOptions caBundle) {
        VaultOptions vault = new VaultOptions();
        vault.setAddress("https://vault.example.com:8200");
        vault.setNamespace("ci");
        vault.setAuth("approle");
        vault.setAuthMount("approle-ci");
        vault.setRole("builder");
        vault.setPath("secret/ci/codex#access_token");
        vault.setKvVersion("2");
        vault.setSecretVersion("7");
        vault.setCredentialsId("vault-ci");
        CodexDefaults defaults = new CodexDefaults();
        defaults.setVault(vault);
        defaults.setCaBundle(caBundle);
        defaults.setCodex("codex");
        defaults.setModel("gpt-5");
        defaults.setEffort("high");
        defaults.setSandbox("workspace-write");
        defaults.setTimeout("45m");
        defaults.setIdleTimeout("5m");
        return defaults;
    }

    /** Every field of the policy has a value of its own. */
    static CodexPolicy allPolicy() {
        CodexPolicy policy = new CodexPolicy();
        policy.setSandboxes(List.of("read-only", "workspace-write"));
        policy.setModels(List.of("gpt-*"));
        policy.setAcceptedRisks(List.of("comment"));
        policy.setVaultAddresses(List.of("https://vault.example.com:8200"));
        policy.setVaultNamespaces(List.of("ci"));
        policy.setVaultRoles(List.of("builder"));
        policy.setVaultPaths(List.of("secret/ci/**", "secret/shared/codex#access_token"));
        policy.setCodexPaths(List.of("PATH", "/opt/codex/**"));
        policy.setConfigKeys(List.of("ca-bundle", "require"));
        policy.setLabel("codex && linux");
        policy.setEfforts(List.of("low", "high"));
        policy.setOutsidePaths(List.of("/srv/shared/**"));
        policy.setMostTokens(200_000L);
        policy.setLongestTimeout("2h");
        return policy;
    }

    static CodexDefaults defaults(Consumer<CodexDefaults> set) {
        CodexDefaults defaults = new CodexDefaults();
        set.accept(defaults);
        return defaults;
    }

    static CodexPolicy policy(Consumer<CodexPolicy> set) {
        CodexPolicy policy = new CodexPolicy();
        set.accept(policy);
        return policy;
    }

    static void folder(AbstractFolder<?> folder, CodexDefaults defaults, CodexPolicy policy) throws IOException {
        CodexFolderConfiguration configuration = new CodexFolderConfiguration();
        configuration.setDefaults(defaults);
        configuration.setPolicy(policy);
        folder.addProperty(configuration);
    }
}
