package dev.codexrunner.jenkins.request;

import static dev.codexrunner.jenkins.request.Requests.fromCredential;
import static dev.codexrunner.jenkins.request.Requests.fromVault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigInputTest {

    @Test
    void keys_values_and_lists_are_read() {
        ConfigText config = ConfigText.parse("""
                # for the nightly job
                max-commands: 40   # enough
                require:
                  - out/report.md
                  - 'it''s: here # too'
                  - "with \\"quotes\\""
                skip-git-repo-check: true
                deny-changes:
                - a/**
                """);
        assertThat(config.problems()).isEmpty();
        assertThat(config.settings())
                .isEqualTo(Map.of(
                        "max-commands", List.of("40"),
                        "require", List.of("out/report.md", "it's: here # too", "with \"quotes\""),
                        "skip-git-repo-check", List.of("true"),
                        "deny-changes", List.of("a/**")));
    }

    @Test
    void a_map_of_a_pipeline_reads_as_its_text() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("max-commands", 20);
        map.put("skip-git-repo-check", true);
        map.put("require", List.of("it's: here # too", "out/report.md"));
        ConfigText read = ConfigText.parse(ConfigText.of(map));
        assertThat(read.problems()).isEmpty();
        assertThat(read.settings())
                .isEqualTo(Map.of(
                        "max-commands", List.of("20"),
                        "skip-git-repo-check", List.of("true"),
                        "require", List.of("it's: here # too", "out/report.md")));
        assertThatThrownBy(() -> ConfigText.of(Map.of("require", Map.of("a", "b"))))
                .hasMessageContaining("require");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "require: [a, b]",
                "require: {a: b}",
                "require: |\n  text",
                "require: >\n  text",
                "require: &anchor x",
                "require: *anchor",
                "require: !!str x",
                "require: \"\\x41\"",
                "require: 'open",
                "require: a: b",
                "? require\n: x",
                "  require: x",
                "\trequire: x",
                "- x",
                "require: x\n- y",
                "require:x",
                "require: x\nrequire: y",
                "{vault-path: secret/b}",
                "%YAML 1.2",
                "require: x\n--- \nvault-path: y"
            })
    void what_yaml_could_read_in_another_way_is_a_problem_with_its_line(String text) {
        assertThat(ConfigText.parse(text).problems()).isNotEmpty().allMatch(problem -> problem.startsWith("Line "));
    }

    @Test
    void a_key_with_an_input_becomes_that_input_so_that_the_policy_sees_it() {
        ConfigInput<CodexRequest> input =
                ConfigInput.of(fromVault(VaultRequest.builder().build()).build(), """
                sandbox: danger-full-access
                vault-path: secret/b/c
                vault-addr: https://v
                codex-path: /tmp/codex
                allow-untrusted-trigger:
                - fork
                - comment
                max-commands: 3
                """);
        assertThat(input.problems()).isEmpty();
        CodexRequest request = input.request();
        assertThat(request.sandbox()).contains("danger-full-access");
        assertThat(request.vault().flatMap(VaultRequest::path)).contains("secret/b/c");
        assertThat(request.vault().flatMap(VaultRequest::address)).contains("https://v");
        assertThat(request.program()).isEqualTo(new CodexProgram.AtPath("/tmp/codex"));
        assertThat(request.acceptedRisks()).containsExactly("fork", "comment");
        assertThat(request.settings()).isEqualTo(Map.of("max-commands", List.of("3")));
    }

    @Test
    void a_setting_given_both_ways_is_a_problem() {
        ConfigInput<CodexRequest> input =
                ConfigInput.of(fromVault().sandbox("read-only").build(), "sandbox: workspace-write\nvault-role: other");
        assertThat(input.problems())
                .hasSize(2)
                .anyMatch(problem -> problem.contains("sandbox"))
                .anyMatch(problem -> problem.contains("vault.role"));
        assertThat(input.request().sandbox()).contains("read-only");
    }

    @Test
    void vault_is_not_slipped_under_a_token_of_jenkins() {
        assertThat(ConfigInput.of(fromCredential().build(), "vault-addr: https://v")
                        .problems())
                .singleElement()
                .asString()
                .contains("vault-addr");
    }

    @Test
    void a_rotation_check_takes_vaults_keys_as_its_own() {
        RotationCheckRequest asked =
                new RotationCheckRequest(VaultRequest.builder().build(), List.of(), Optional.empty(), Map.of());
        ConfigInput<RotationCheckRequest> input =
                ConfigInput.of(asked, "vault-path: secret/a/b\nrotation-warn: 30d\nsandbox: read-only");
        assertThat(input.request().vault().path()).contains("secret/a/b");
        assertThat(input.request().settings()).containsOnlyKeys("rotation-warn", "sandbox");
    }
}
