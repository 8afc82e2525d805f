package dev.codexrunner.jenkins.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which variables a runner gets, and whose. An empty value takes away what the agent's own process has. */
class RunnerVariablesTest {

    private static final Map<String, String> AGENT = Map.of(
            "PATH", "/usr/bin:/bin",
            "HOME", "/home/jenkins",
            "HTTPS_PROXY", "http://proxy.company:3128",
            "SSL_CERT_FILE", "/etc/company.pem",
            "VAULT_ADDR", "https://vault.company",
            "LD_PRELOAD", "/usr/lib/company.so");

    @Test
    void a_job_chooses_neither_settings_nor_programs_nor_authorities_nor_what_started_it() {
        Map<String, String> job = new HashMap<>(AGENT);
        Map<String, String> evil = Map.ofEntries(
                Map.entry("PATH", "/job/bin:/usr/bin"),
                Map.entry("HOME", "/job/home"),
                Map.entry("CODEX_RUNNER_SANDBOX", "danger-full-access"),
                Map.entry("CODEX_RUNNER_VAULT_ADDR", "https://evil"),
                Map.entry("CODEX_CA_CERTIFICATE", "/job/ca.pem"),
                Map.entry("BAO_ADDR", "https://evil"),
                Map.entry("HTTPS_PROXY", "http://evil:3128"),
                Map.entry("https_proxy", "http://evil:3128"),
                Map.entry("NO_PROXY", "*"),
                Map.entry("SSL_CERT_FILE", "/job/ca.pem"),
                Map.entry("JAVA_TOOL_OPTIONS", "-javaagent:/job/evil.jar"),
                Map.entry("BASH_ENV", "/job/evil.sh"),
                Map.entry("ENV", "/job/evil.sh"),
                Map.entry("SHELLOPTS", "xtrace"),
                Map.entry("BASH_FUNC_exec%%", "() { :; }"),
                Map.entry("LD_LIBRARY_PATH", "/job"),
                Map.entry("GIT_SSH_COMMAND", "/job/evil.sh"),
                Map.entry("GITHUB_ACTIONS", "true"),
                Map.entry("JENKINS_URL", "false"),
                Map.entry("CHANGE_FORK", ""),
                Map.entry("XDG_STATE_HOME", "/job"),
                Map.entry("LC_ALL", "../../job/locale"),
                Map.entry("PATH+X", "/job/bin"));
        job.putAll(evil);
        Map<String, String> build = Map.of(
                "CHANGE_FORK",
                "stranger",
                "JENKINS_URL",
                "https://jenkins/",
                "BUILD_TAG",
                "t",
                "GITHUB_ACTIONS",
                "true");

        Map<String, String> variables = RunnerVariables.of(AGENT, AGENT, build, job, List.of());

        assertThat(variables)
                .isEqualTo(Map.of(
                        "PATH", "/usr/bin:/bin",
                        "HOME", "/home/jenkins",
                        "HTTPS_PROXY", "http://proxy.company:3128",
                        "SSL_CERT_FILE", "/etc/company.pem",
                        "VAULT_ADDR", "",
                        "LD_PRELOAD", "",
                        "CHANGE_FORK", "stranger",
                        "JENKINS_URL", "https://jenkins/",
                        "BUILD_TAG", "t"));
    }

    @Test
    void the_administrator_sets_the_node_up_and_a_job_its_language() {
        Map<String, String> administered =
                Map.of("PATH", "/opt/maven/bin:/usr/bin:/bin", "HTTPS_PROXY", "http://node:3128");
        Map<String, String> job =
                Map.of("LC_ALL", "de_DE.UTF-8", "TZ", "Europe/Berlin", "JENKINS_NODE_COOKIE", "mark", "OWN", "x");

        assertThat(RunnerVariables.of(AGENT, administered, Map.of(), job, List.of()))
                .containsEntry("PATH", "/opt/maven/bin:/usr/bin:/bin")
                .containsEntry("HTTPS_PROXY", "http://node:3128")
                .containsEntry("LC_ALL", "de_DE.UTF-8")
                .containsEntry("TZ", "Europe/Berlin")
                .containsEntry("JENKINS_NODE_COOKIE", "mark")
                .containsEntry("HOME", "")
                .doesNotContainKey("OWN");
    }

    @Test
    void what_an_administrator_permits_is_passed_on_and_no_more() {
        Map<String, String> job = Map.of(
                "OWN", "x",
                "HTTPS_PROXY", "http://own:3128",
                "PATH", "/job/bin:/usr/bin:bin:.",
                "CODEX_CA_CERTIFICATE", "/job/ca.pem",
                "CODEX_RUNNER_JSON", "true",
                "ld_preload", "/job/evil.so",
                "SSL_CERT_FILE", "/job/ca.pem",
                "CODEX_OF_JOB", "one");
        List<String> names = RunnerVariables.passedOn(
                Map.of(
                        "pass-env",
                        List.of(
                                "OWN, HTTPS_PROXY",
                                "PATH",
                                "CODEX_CA_CERTIFICATE",
                                "CODEX_RUNNER_JSON",
                                "ld_preload",
                                "SSL_CERT_FILE",
                                "CODEX_OF_JOB",
                                "GONE")),
                Policy.forController().build());

        Map<String, String> variables = RunnerVariables.of(AGENT, AGENT, Map.of(), job, names);

        assertThat(variables)
                .containsEntry("OWN", "x")
                .containsEntry("CODEX_OF_JOB", "one")
                .containsEntry("HTTPS_PROXY", "http://own:3128")
                .containsEntry("PATH", "/usr/bin:/bin:/job/bin")
                .containsEntry("SSL_CERT_FILE", "/etc/company.pem")
                .doesNotContainKeys("CODEX_CA_CERTIFICATE", "CODEX_RUNNER_JSON", "ld_preload", "GONE");
    }

    @Test
    void a_name_that_jenkins_would_read_as_more_than_a_name_is_none() {
        Map<String, String> variables = RunnerVariables.of(
                AGENT, AGENT, Map.of(), Map.of("PATH+X", "/job/bin", "A B", "x"), List.of("PATH+X", "A B"));

        assertThat(variables).doesNotContainKeys("PATH+X", "A B");
    }

    @Test
    void what_an_administrator_has_fixed_is_passed_on_instead() {
        Policy fixed = Policy.forController()
                .fixedSettings(Map.of("pass-env", List.of("OF_ADMIN")))
                .build();
        assertThat(RunnerVariables.passedOn(Map.of("pass-env", List.of("OF_JOB")), fixed))
                .containsExactly("OF_ADMIN");
    }
}
