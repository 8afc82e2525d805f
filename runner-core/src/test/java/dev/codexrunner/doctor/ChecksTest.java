package dev.codexrunner.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codexrunner.Repository;
import dev.codexrunner.launch.CodexBinary;
import dev.codexrunner.launch.CodexHome;
import dev.codexrunner.launch.CodexHomeSettings;
import dev.codexrunner.preflight.TrustedAuthorities;
import dev.codexrunner.secret.Secret;
import dev.codexrunner.testkit.pki.PrivateCa;
import dev.codexrunner.testkit.vault.VaultStandIn;
import dev.codexrunner.transport.ProxySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Single checks against stand-ins; the whole of them against the real programs is DoctorIT's. */
class ChecksTest {

    private final Findings found = new Findings();
    private Path folder = Path.of("");
    private Map<String, String> environment = Map.of();

    @BeforeEach
    void make_folders() throws IOException {
        folder = Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "checks");
        environment =
                Map.of("HOME", Files.createDirectories(folder.resolve("home")).toString(), "PATH", "/usr/bin:/bin");
        Files.createDirectories(folder.resolve("work"));
    }

    @AfterEach
    void close() throws IOException {
        found.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Subject subject(String... flags) {
        List<String> all = new ArrayList<>(List.of(flags));
        all.addAll(List.of("cd", folder.resolve("work").toString()));
        return Subjects.of(all, environment);
    }

    /** A codex that passes every check but for its answer to one command. */
    private Subject withCodex(String script, String... flags) throws IOException {
        Path codex = Files.writeString(
                folder.resolve("codex"),
                "#!/bin/sh\n[ \"$1\" = --version ] && { echo codex-cli 0.169.0; exit 0; }\n" + script + "\n");
        Files.setPosixFilePermissions(codex, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> all = new ArrayList<>(List.of(flags));
        all.addAll(List.of("codex-path", codex.toString()));
        Subject subject = subject(all.toArray(String[]::new));
        found.put(CodexHomeSettings.class, CodexHomeSettings.none());
        assertThat(new FoldersCheck(subject).run(found)).isInstanceOf(CheckResult.Passed.class);
        assertThat(new CodexCheck(subject).run(found)).isInstanceOf(CheckResult.Passed.class);
        return subject;
    }

    private static String codeOf(CheckResult result) {
        return result instanceof CheckResult.Failed failed ? failed.failure().code() : result.toString();
    }

    @Test
    void folders_are_opened_as_in_a_run_and_gone_afterwards() throws IOException {
        new FoldersCheck(subject()).run(found);
        Path home = found.get(CodexHome.class).path();
        assertThat(home).isDirectory();

        found.close();

        assertThat(home).doesNotExist();
        assertThat(folder.resolve("home/.local/state/codex-runner/runs")).doesNotExist();
    }

    @Test
    void a_report_folder_in_the_agents_reach_is_refused() {
        Subject subject = subject("report-dir", folder.resolve("work/report").toString());

        assertThatThrownBy(() -> new FoldersCheck(subject).run(found)).hasMessageContaining("report-folder-in-reach");
    }

    @Test
    void a_sandbox_that_lets_a_command_write_is_worse_than_none() throws IOException {
        // It runs what it is given, as a sandbox that isn't one.
        Subject subject = withCodex("while [ \"$1\" != -- ]; do shift; done; shift; exec \"$@\"");

        assertThat(codeOf(new SandboxCheck(subject).run(found))).isEqualTo("sandbox-not-enforced");
        assertThat(found.get(CodexHome.class).path()).isEmptyDirectory();
    }

    @Test
    void a_sandbox_that_can_not_start_quotes_codex() throws IOException {
        Subject subject = withCodex("echo 'bwrap: no permission' >&2; exit 1");

        assertThat(new SandboxCheck(subject).run(found)).isInstanceOfSatisfying(CheckResult.Failed.class, failed -> {
            assertThat(failed.failure().code()).isEqualTo("sandbox-not-started");
            assertThat(failed.failure().reason()).contains("bwrap: no permission");
        });
    }

    @Test
    void arguments_count_as_accepted_only_where_codex_got_past_them() throws IOException {
        Subject accepting = withCodex("echo 'Error: no rollout found for thread id x' >&2; exit 1");
        assertThat(new ArgumentsCheck(accepting).run(found)).isInstanceOf(CheckResult.Passed.class);

        Subject silent = withCodex("exit 0");
        assertThat(codeOf(new ArgumentsCheck(silent).run(found))).isEqualTo("codex-arguments-refused");

        Subject managed = withCodex("echo 'Error: danger is not in the allowed set [ReadOnly]' >&2; exit 1");
        assertThat(codeOf(new ArgumentsCheck(managed).run(found))).isEqualTo("managed-policy");
    }

    @Test
    void an_untested_version_is_a_warning() throws IOException {
        Path codex = Files.writeString(folder.resolve("codex"), "#!/bin/sh\necho codex-cli 9.9.9\n");
        Files.setPosixFilePermissions(codex, PosixFilePermissions.fromString("rwxr-xr-x"));
        Subject subject = subject("codex-path", codex.toString());
        new FoldersCheck(subject).run(found);

        assertThat(new CodexCheck(subject).run(found)).isInstanceOfSatisfying(CheckResult.Warning.class, warning -> {
            assertThat(warning.detail()).startsWith("9.9.9 at ");
            assertThat(warning.warnings()).first().asString().contains("0.169.0");
        });
        assertThat(found.get(CodexBinary.class).version()).isEqualTo("9.9.9");
    }

    @Test
    void the_tested_versions_are_those_of_the_readme() {
        assertThat(TestedVersions.CODEX)
                .allSatisfy(version -> assertThat(Repository.read("README.md")).contains("| codex | " + version));
    }

    @Test
    void the_ca_file_for_codex_lies_in_the_private_home_and_goes_with_it() throws IOException {
        Path bundle = PrivateCa.create().writeBundle(folder.resolve("ca.pem"));
        Subject subject = subject("ca-bundle", bundle.toString());
        new FoldersCheck(subject).run(found);

        assertThat(new CaBundleCheck(subject).run(found))
                .isInstanceOfSatisfying(
                        CheckResult.Passed.class,
                        passed -> assertThat(passed.detail())
                                .startsWith("--ca-bundle: 1 certificate, the first to expire on ")
                                .contains("CN=Example Corp Root CA"));
        assertThat(found.get(Subject.CaFile.class).path())
                .exists()
                .startsWith(found.get(CodexHome.class).path());
    }

    @Test
    void a_proxy_is_named_for_each_target_and_its_password_learned() {
        environment = Map.of("HTTPS_PROXY", "http://u:hidden-word@proxy:3128", "NO_PROXY", "auth.openai.com");

        List<Secret> learned = new ArrayList<>();
        Subject given = subject();
        Subject learning =
                new Subject(given.resolved(), given.surroundings(), given.runId(), given.supervisor(), learned::add);

        assertThat(new ProxyCheck(learning).run(found))
                .isEqualTo(new CheckResult.Passed("chatgpt.com by proxy:3128, auth.openai.com direct"));
        assertThat(learned).extracting(Secret::name).containsExactly("proxy-authorization");
    }

    @Test
    void vault_is_told_apart_by_its_health() {
        PrivateCa ca = PrivateCa.create();
        try (VaultStandIn vault = VaultStandIn.start(ca)) {
            Path bundle = ca.writeBundle(folder.resolve("ca.pem"));
            Subject subject = subject(
                    "vault-addr",
                    vault.address().toString(),
                    "vault-auth",
                    "userpass",
                    "vault-username",
                    "ci",
                    "vault-password-file",
                    bundle.toString(),
                    "vault-path",
                    "secret/ci#token",
                    "vault-ca",
                    bundle.toString());
            new CaBundleCheck(subject).run(found);
            found.put(ProxySettings.class, ProxySettings.none());

            vault.seal();
            assertThat(codeOf(new VaultCheck(subject).run(found))).isEqualTo("vault-sealed");

            vault.unseal();
            assertThat(new VaultCheck(subject).run(found)).isInstanceOf(CheckResult.Passed.class);
            assertThat(vault.calls())
                    .allSatisfy(call -> assertThat(call.token()).isEmpty());
            assertThat(found.get(TrustedAuthorities.class).vault()).isPresent();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void a_repository_may_begin_above_the_working_folder() throws IOException {
        Subject subject = subject();
        Files.createDirectories(folder.resolve(".git"));
        Files.writeString(folder.resolve(".git/HEAD"), "ref: refs/heads/main\n");

        assertThat(new RepositoryCheck(subject).run(found)).isEqualTo(new CheckResult.Passed(folder.toString()));
    }

    @Test
    void an_empty_folder_named_git_is_no_repository() throws IOException {
        Subject subject = subject();
        Files.createDirectories(folder.resolve(".git"));

        assertThat(new RepositoryCheck(subject).run(found)).isNotEqualTo(new CheckResult.Passed(folder.toString()));
    }
}
