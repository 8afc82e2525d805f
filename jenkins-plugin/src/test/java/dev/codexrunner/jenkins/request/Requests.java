package dev.codexrunner.jenkins.request;

import java.util.List;
import java.util.Map;

/** Requests that the tests begin with. */
final class Requests {

    static final Prompt PROMPT = new Prompt.Text("Review the change.");

    /** Of a team that may have its own tokens only. */
    static final Policy TEAM_A = Policy.forController()
            .vaultAddresses(List.of("https://vault.example.com"))
            .vaultRoles(List.of("team-a-*"))
            .vaultPaths(List.of("secret/team-a/**"))
            .build();

    private Requests() {}

    static VaultRequest.Builder vault() {
        return VaultRequest.builder()
                .address("https://vault.example.com")
                .auth("jwt")
                .role("team-a-ci")
                .path("secret/team-a/codex#access_token")
                .credentialsId("jenkins-jwt");
    }

    static CodexRequestBuilder fromVault() {
        return fromVault(vault().build());
    }

    static CodexRequestBuilder fromVault(VaultRequest vault) {
        return CodexRequest.builder(PROMPT, new TokenRequest.FromVault(vault));
    }

    static CodexRequestBuilder fromCredential() {
        return CodexRequest.builder(PROMPT, new TokenRequest.FromCredential("codex-token"));
    }

    /** A job's request with its config text, as far as the policy lets it in. */
    static Admission<CodexRequest> admit(CodexRequestBuilder asked, Policy policy) {
        return PolicyCheck.admit(asked.build(), Defaults.NONE, policy);
    }

    static CodexRequestBuilder withSetting(String key, String... values) {
        return fromVault().settings(Map.of(key, List.of(values)));
    }
}
