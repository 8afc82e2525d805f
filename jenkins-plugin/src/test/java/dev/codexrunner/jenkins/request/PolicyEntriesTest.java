package dev.codexrunner.jenkins.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyEntriesTest {

    @Test
    void what_can_be_meant_is_right() {
        assertThat(PolicyEntries.sandboxes(List.of("default", "read-only", "*", "workspace-*")))
                .isEmpty();
        assertThat(PolicyEntries.acceptedRisks(List.of("fork", "**"))).isEmpty();
        assertThat(PolicyEntries.settings(List.of("default", "pass-env", "otel-*", "ca-bundle", "**")))
                .isEmpty();
        assertThat(PolicyEntries.efforts(List.of("low", "x*"))).isEmpty();
        assertThat(PolicyEntries.vaultAddresses(
                        List.of("https://v.example.com:8200", "https://*.example.com/", "http://127.0.0.1:1", "**")))
                .isEmpty();
        assertThat(PolicyEntries.vaultPaths(List.of("secret/ci/**", "/secret/a#access_token", "**")))
                .isEmpty();
        assertThat(PolicyEntries.codexPaths(List.of("default", "PATH", "/opt/codex/**", "**")))
                .isEmpty();
        assertThat(PolicyEntries.outsidePaths(List.of("/srv/**"))).isEmpty();
    }

    @Test
    void a_slip_is_told_with_the_word_that_was_meant() {
        assertThat(PolicyEntries.sandboxes(List.of("readonly")))
                .singleElement()
                .asString()
                .contains("\"readonly\"", "Did you mean read-only?");
        assertThat(PolicyEntries.acceptedRisks(List.of("forks", "default"))).hasSize(2);
        assertThat(PolicyEntries.settings(List.of("max-comands", "report-dir", "timeout")))
                .hasSize(3)
                .anyMatch(problem -> problem.contains("Did you mean max-commands?"));
        assertThat(PolicyEntries.efforts(List.of("very high"))).hasSize(1);
        assertThat(PolicyEntries.vaultAddresses(
                        List.of("vault.example.com", "https://v/path", "https://u@v", "ftp://v")))
                .hasSize(4);
        assertThat(PolicyEntries.vaultPaths(List.of("secret/../x", "secret//x", "secret/x#")))
                .hasSize(3);
        assertThat(PolicyEntries.codexPaths(List.of("codex", "/opt/../x"))).hasSize(2);
        assertThat(PolicyEntries.outsidePaths(List.of("shared", "/srv/../x"))).hasSize(2);
        assertThat(PolicyEntries.plain(List.of("a\u0000"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bad line",
                "max-comands: 3",
                "max-commands: many",
                "max-commands:\n  - 1\n  - 2",
                "report-dir: /tmp",
                "token-source: file",
                "vault-auth: token",
                "codex-path: /tmp/codex",
                "sandbox: danger-full-access",
                "timeout: soon",
                "json: perhaps"
            })
    void what_is_fixed_has_to_be_a_setting_that_the_plugin_does_not_choose(String text) {
        assertThat(FixedSettings.problems(text)).as(text).hasSize(1);
    }

    @Test
    void what_may_be_fixed() {
        assertThat(FixedSettings.problems("""
                timeout: 5m
                max-commands: 200
                deny-changes:
                  - deploy/**
                  - ci/**
                fail-on: patch-failed,declined
                otel-endpoint: https://otel.example.com
                retry-wait: 0s
                """)).isEmpty();
    }
}
