package dev.codexrunner.rotation.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.codexrunner.Repository;
import dev.codexrunner.credential.vault.VaultFailure;
import dev.codexrunner.report.ConsoleText;
import dev.codexrunner.rotation.TokenExpiry;
import dev.codexrunner.secret.Redactor;
import dev.codexrunner.secret.Secret;
import java.io.StringReader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckFormatsTest {

    private static final String ODD_PATH = "secret/a\"b\\c|d<e>&::error::\u0007/x#access_token";
    private static final long NOW = Checks.NOW.getEpochSecond();

    @TempDir
    Path folder;

    @Test
    void text_shows_what_is_wrong_why_and_what_to_do() {
        assertThat(CheckText.of(document())).isEqualTo("""
                        secret/ci/codex#access_token
                          ok      secret    version 7, written 2026-11-16T03:00:00Z
                          DUE     expiry    expires in 24 hours (2026-11-22T03:00:00Z)
                                            why: The limit is 3 days before its end (--rotation-fail).
                                            fix: Begin a rotation now: docs/rotation.md. [rotation-token-expires-soon]
                                            next: Create a new access token in the workspace, then stage, verify and promote it (docs/rotation.md). https://chatgpt.com/admin/access-tokens
                        secret/a"b\\c|d<e>&::error::<U+0007>/x#access_token
                          FAILED  secret    Vault at https://vault.example.com is sealed.
                                            why: %s
                                            fix: %s [vault-sealed]
                        2 paths: 0 ok, 0 with a warning, 1 due, 1 failed (exit 3)
                        """.formatted(
                        sealed().failure().orElseThrow().why(),
                        sealed().failure().orElseThrow().fix()));
    }

    @Test
    void json_holds_to_its_schema() {
        String json = CheckJson.of(document());
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Repository.read("contract/rotation-check.schema.json"))
                        .validate(json, InputFormat.JSON))
                .isEmpty();
        JsonNode root = JsonMapper.shared().readTree(json);
        assertThat(root.path("exitCode").intValue()).isEqualTo(3);
        assertThat(root.at("/paths/0/expiresAt").stringValue()).isEqualTo("2026-11-22T03:00:00Z");
        assertThat(root.at("/paths/0/findings/1/next/link").stringValue())
                .isEqualTo("https://chatgpt.com/admin/access-tokens");
        assertThat(root.at("/paths/1/version").isNull()).isTrue();
    }

    @Test
    void the_schema_refuses_what_is_no_check() {
        String json = CheckJson.of(document()).replace("\"due\"", "\"dire\"");
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Repository.read("contract/rotation-check.schema.json"))
                        .validate(json, InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void junit_has_a_case_for_each_path_and_finding() throws Exception {
        String xml = CheckJunit.of(document());
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Path.of("src/test/resources/junit.xsd").toFile())
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
        assertThat(xml)
                .contains(
                        "tests=\"2\"", "failures=\"1\"", "errors=\"1\"", "rotation-token-expires-soon", "vault-sealed")
                .doesNotContain("\u0007");
    }

    @Test
    void markdown_names_the_next_step_and_cannot_be_broken_out_of() {
        String markdown = CheckMarkdown.of(document());
        assertThat(markdown)
                .startsWith("# Codex access tokens: 1 failed\n")
                .contains("**Next:** Create a new access token", "<https://chatgpt.com/admin/access-tokens>")
                .contains("`secret/a\"b\\c\\|d<e>");
    }

    @Test
    void markdown_keeps_what_is_wrong_and_what_to_do_apart() {
        Finding denied = Finding.warning(
                Aspect.OWNER,
                "may not be read",
                CheckFailure.ROTATION_CHECK_NOT_ALLOWED.with("secret/ci/codex#access_token", "permission denied", ""));
        String markdown = CheckMarkdown.of(documentOf(new PathReport(
                "secret/ci/codex#access_token", 7, Optional.empty(), Optional.empty(), List.of(denied))));
        assertThat(markdown).contains("permission denied\n  - fix: ").doesNotContain("denied Give");
    }

    /** scripts/lib/check-reports lints them as promtool does. */
    @Test
    void metrics_have_one_series_for_each_path_that_has_a_value() throws Exception {
        String metrics = CheckMetrics.of(document(), Optional.empty());
        Files.writeString(
                Files.createDirectories(Path.of("target/rotation-formats")).resolve("check.prom"), metrics);
        String odd = "{path=\"secret/a\\\"b\\\\c|d<e>&::error::<U+0007>/x#access_token\"}";
        assertThat(metrics.lines().filter(line -> !line.startsWith("#")))
                .containsExactly(
                        "codex_rotation_check_exit_code{path=\"secret/ci/codex#access_token\"} 13",
                        "codex_rotation_check_exit_code" + odd + " 3",
                        "codex_rotation_check_warnings{path=\"secret/ci/codex#access_token\"} 0",
                        "codex_rotation_check_warnings" + odd + " 0",
                        "codex_rotation_check_timestamp_seconds{path=\"secret/ci/codex#access_token\"} " + NOW,
                        "codex_rotation_check_timestamp_seconds" + odd + " " + NOW,
                        "codex_rotation_token_expiry_timestamp_seconds{path=\"secret/ci/codex#access_token\"} "
                                + (NOW + 86_400),
                        "codex_rotation_secret_version{path=\"secret/ci/codex#access_token\"} 7",
                        "codex_rotation_secret_version_age_seconds{path=\"secret/ci/codex#access_token\"} 432000");
    }

    @Test
    void the_last_success_survives_failed_checks() throws Exception {
        Path file = folder.resolve("codex.prom");
        ResultPlaces places = places(file, Optional.empty());
        assertThat(ResultFiles.write(well(), places)).isEmpty();
        for (int i = 0; i < 3; i++) {
            assertThat(ResultFiles.write(failing(), places)).isEmpty();
        }
        assertThat(Files.readString(file))
                .contains("codex_rotation_check_exit_code{path=\"" + escaped() + "\"} 3\n")
                .contains("codex_rotation_check_last_success_timestamp_seconds{path=\"" + escaped() + "\"} " + NOW
                        + "\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .as("node_exporter reads it as another user")
                .isEqualTo("rw-r--r--");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void a_result_that_cannot_be_written_is_15_and_the_others_are_written() throws Exception {
        Path junit = folder.resolve("junit.xml");
        assertThat(ResultFiles.write(well(), places(folder.resolve("no/such/folder.prom"), Optional.of(junit))))
                .singleElement()
                .satisfies(failure -> {
                    assertThat(failure.exitCode()).isEqualTo(15);
                    assertThat(failure.reason()).contains("folder.prom", "no such file or directory");
                });
        assertThat(junit).exists();
    }

    /** A file of another file system has no POSIX permissions, which the JDK answers with an exception of a bug's sort. */
    @Test
    void a_bug_in_one_result_is_told_and_the_others_are_written() throws Exception {
        Path junit = folder.resolve("junit.xml");
        try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("odd.zip"), Map.of("create", "true"))) {
            assertThat(ResultFiles.write(well(), places(zip.getPath("/codex.prom"), Optional.of(junit))))
                    .singleElement()
                    .satisfies(failure -> {
                        assertThat(failure.exitCode()).isEqualTo(15);
                        assertThat(failure.reason()).contains("codex.prom", "a bug, ");
                    });
        }
        assertThat(junit).exists();
    }

    @Test
    void a_label_of_any_length_in_the_old_metrics_costs_nothing() throws Exception {
        Path metrics = folder.resolve("codex.prom");
        Path junit = folder.resolve("junit.xml");
        Files.writeString(
                metrics,
                "codex_rotation_check_last_success_timestamp_seconds{path=\"" + "\\\\a".repeat(300_000) + "\"} 1\n");
        assertThat(ResultFiles.write(well(), places(metrics, Optional.of(junit))))
                .isEmpty();
        assertThat(junit).exists();
        assertThat(Files.readString(metrics)).contains(escaped());
    }

    @Test
    void paths_that_differ_in_unseen_characters_alone_have_series_of_their_own() {
        CheckDocument document = documentOf(named("a\u202Eb#t"), named("a\u202Db#t"), named("a#t"), named("a#t"));
        String metrics = CheckMetrics.of(document, Optional.empty());
        List<String> series = metrics.lines()
                .filter(line -> line.startsWith("codex_rotation_check_exit_code"))
                .toList();
        assertThat(series).hasSize(4).doesNotHaveDuplicates();
        assertThat(metrics).contains("a<U+202E>b#t", "a<U+202D>b#t", "a#t (2)");
    }

    @Test
    void a_last_success_in_the_future_is_not_taken_over() {
        String series = "codex_rotation_check_last_success_timestamp_seconds{path=\"" + escaped() + "\"} ";
        assertThat(CheckMetrics.of(failing(), Optional.of(series + (NOW - 60) + "\n")))
                .contains(series + (NOW - 60));
        assertThat(CheckMetrics.of(failing(), Optional.of(series + 4_102_444_800L + "\n")))
                .doesNotContain(series);
    }

    @Test
    void a_path_that_was_not_examined_was_not_looked_at_now() {
        String series = "codex_rotation_check_timestamp_seconds{path=\"secret/late#t\"} ";
        CheckDocument late = documentOf(new PathReport(
                "secret/late#t",
                0,
                Optional.empty(),
                Optional.empty(),
                List.of(Finding.failed(
                        Aspect.SECRET, CheckFailure.ROTATION_PATH_NOT_EXAMINED.with("secret/late#t", "1m")))));
        assertThat(CheckMetrics.of(late, Optional.empty())).doesNotContain(series);
        assertThat(CheckMetrics.of(late, Optional.of(series + (NOW - 60) + "\n")))
                .contains(series + (NOW - 60));
    }

    private static PathReport named(String path) {
        return new PathReport(path, 7, Optional.empty(), Optional.empty(), List.of());
    }

    /** For scripts/lib/check-examples, which reads them with parsers that others wrote. */
    @Test
    void samples_are_left_for_the_parsers_of_others() throws Exception {
        Path results = Files.createDirectories(Path.of("target/rotation-check"));
        Path metrics = results.resolve("codex_rotation.prom");
        ResultPlaces places = places(metrics, Optional.of(results.resolve("junit.xml")));
        Files.deleteIfExists(metrics);
        assertThat(ResultFiles.write(well(), places)).isEmpty();
        assertThat(ResultFiles.write(document(), places)).isEmpty();
        assertThat(Files.readString(metrics)).contains("last_success_timestamp_seconds{path=\"" + escaped());
    }

    @Test
    void a_secret_in_a_text_is_masked_in_every_format() {
        Redactor redactor = new Redactor();
        redactor.learn(Secret.of("access_token", Checks.TOKEN));
        PathReport leaky = new PathReport(
                "secret/ci/codex#access_token",
                7,
                Optional.empty(),
                Optional.empty(),
                List.of(Finding.failed(Aspect.SECRET, VaultFailure.VAULT_SEALED.with("https://" + Checks.TOKEN))));
        CheckDocument document = CheckDocument.of(
                new CheckReport(Checks.NOW, "ci-3", List.of(leaky), List.of("It is " + Checks.TOKEN)),
                new ConsoleText(redactor));
        assertThat(CheckText.of(document)
                        + CheckJson.of(document)
                        + CheckJunit.of(document)
                        + CheckMarkdown.of(document))
                .doesNotContain(Checks.TOKEN)
                .contains("redacted");
    }

    private static String escaped() {
        return "secret/a\\\"b\\\\c|d<e>&::error::<U+0007>/x#access_token";
    }

    private static CheckDocument document() {
        PathReport due = new PathReport(
                "secret/ci/codex#access_token",
                7,
                Optional.of(Checks.ago(Duration.ofDays(5))),
                Optional.of(TokenExpiry.at(Checks.NOW.plus(Duration.ofDays(1)))),
                List.of(
                        Finding.due(
                                Aspect.EXPIRY,
                                "expires in 24 hours (2026-11-22T03:00:00Z)",
                                CheckFailure.ROTATION_TOKEN_EXPIRES_SOON.with(
                                        "secret/ci/codex#access_token",
                                        "2026-11-22T03:00:00Z",
                                        "24 hours",
                                        "3 days",
                                        "--rotation-fail")),
                        Finding.ok(Aspect.SECRET, "version 7, written 2026-11-16T03:00:00Z")));
        return documentOf(due, failed());
    }

    private static CheckDocument failing() {
        return documentOf(failed());
    }

    private static CheckDocument well() {
        return documentOf(new PathReport(
                ODD_PATH, 7, Optional.empty(), Optional.empty(), List.of(Finding.ok(Aspect.SECRET, "version 7"))));
    }

    private static PathReport failed() {
        return new PathReport(ODD_PATH, 0, Optional.empty(), Optional.empty(), List.of(sealed()));
    }

    private static Finding sealed() {
        return Finding.failed(Aspect.SECRET, VaultFailure.VAULT_SEALED.with("https://vault.example.com"));
    }

    private static CheckDocument documentOf(PathReport... reports) {
        return CheckDocument.of(
                new CheckReport(Checks.NOW, "ci-3", List.of(reports), List.of()), new ConsoleText(new Redactor()));
    }

    private static ResultPlaces places(Path metrics, Optional<Path> junit) {
        return new ResultPlaces(Optional.of(metrics), junit, Optional.empty());
    }
}
