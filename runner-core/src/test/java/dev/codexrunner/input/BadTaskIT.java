package dev.codexrunner.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Prompts, schemas, pictures and authorities that are broken. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BadTaskIT {

    private static final String ZERO = "/dev/zero";

    private final JarScene scene = JarScenes.create();

    BadTaskIT() throws IOException {}

    @Test
    void what_these_tests_break_works_when_it_is_whole() throws Exception {
        scene.write("prompt.md", "Do it.");
        scene.write("schema.json", "{}");

        JarRun run = scene.exec("--prompt-file", "prompt.md", "--output-schema", "schema.json");

        // The stand-in says hello, which is no JSON: the one thing that is wrong here.
        run.speaksForItself();
        assertThat(run.codexStarted()).isTrue();
        assertThat(run.exitCode()).as(run.stderr()).isEqualTo(10);
        assertThat(JarScenes.create().exec("Do it.").exitCode()).isZero();
    }

    static Stream<Arguments> prompts() {
        byte[] text = "Do it.".getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                arguments("empty", "prompt-empty", new byte[0]),
                arguments("white space only", "prompt-empty", " \n\t\r\n".getBytes(StandardCharsets.UTF_8)),
                arguments("17 MiB", "prompt-too-large", new byte[17 * 1024 * 1024]),
                arguments("a program", "prompt-not-text", new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0}),
                arguments(
                        "UTF-16 with a byte order mark", "prompt-not-text", "Do it.".getBytes(StandardCharsets.UTF_16)),
                arguments("Latin-1", "prompt-not-text", "\u00fcben".getBytes(StandardCharsets.ISO_8859_1)),
                arguments("half a character at its end", "prompt-not-text", new byte[] {'a', (byte) 0xe4, (byte) 0xb8}),
                arguments("a NUL in it", "prompt-not-text", new byte[] {text[0], 0, text[1]}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("prompts")
    @Fault(area = Area.INPUT, made = "a prompt file with that content", promised = "exit 2 before a token is used")
    void a_prompt_that_is_no_text(String what, String code, byte[] content, Seen seen) throws Exception {
        Path file = scene.write("prompt.md", content);

        scene.exec("--prompt-file", file.toString()).isRefused(2, code, seen);
    }

    @Test
    @Fault(area = Area.INPUT, made = "10 MB of text as the prompt", promised = "codex gets all of it")
    void a_prompt_of_ten_megabytes(Seen seen) throws Exception {
        Path file = scene.write("prompt.md", "0123456789".repeat(1_000_000));

        JarRun run = scene.exec("--prompt-file", file.toString());

        assertThat(run.exitCode()).as(run.stderr()).isZero();
        seen.exit(0).that("the whole prompt was read");
    }

    @Test
    @Fault(
            area = Area.INPUT,
            made = "--prompt-file names a pipe that nobody writes to, with --timeout 2s",
            promised = "exit 11 when the time is over")
    void a_prompt_that_never_comes(Seen seen) throws Exception {
        scene.exec(
                        "--timeout",
                        "2s",
                        "--idle-timeout",
                        "2s",
                        "--prompt-file",
                        scene.pipe("pipe").toString())
                .isRefused(11, "input-never-ended", seen);
    }

    static Stream<Arguments> places() {
        return Stream.of(
                arguments("--prompt-file", "missing", "prompt-unreadable", 2),
                arguments("--prompt-file", "a folder", "prompt-unreadable", 2),
                arguments("--prompt-file", ZERO, "prompt-too-large", 2),
                arguments("--output-schema", "missing", "schema-not-readable", 2),
                arguments("--output-schema", "a folder", "schema-not-readable", 2),
                arguments("--output-schema", "a pipe", "schema-not-readable", 2),
                arguments("--output-schema", ZERO, "schema-not-readable", 2),
                arguments("--image", "missing", "image-unreadable", 2),
                arguments("--image", "a folder", "image-unreadable", 2),
                arguments("--image", "a pipe", "image-unreadable", 2),
                arguments("--ca-bundle", "missing", "ca-file-missing", 5),
                arguments("--ca-bundle", "a folder", "ca-file-is-directory", 5),
                arguments("--ca-bundle", "a pipe", "ca-file-not-regular", 5),
                arguments("--config", "missing", "file-unreadable", 2),
                arguments("--config", "a folder", "file-unreadable", 2),
                arguments("--config", "a pipe", "file-unreadable", 2),
                arguments("--config", ZERO, "file-unreadable", 2),
                arguments("--cd", "missing", "working-folder-unusable", 2),
                arguments("--cd", ZERO, "working-folder-unusable", 2));
    }

    @ParameterizedTest(name = "{0} names {1}")
    @MethodSource("places")
    @Fault(
            area = Area.INPUT,
            made = "an option that names what is no readable file",
            promised = "its exit code, at once")
    void a_file_that_is_none(String option, String what, String code, int exitCode, Seen seen) throws Exception {
        String place = switch (what) {
            case "missing" -> "nowhere/x";
            case "a folder" -> scene.file("work").toString();
            case "a pipe" -> scene.pipe("pipe").toString();
            default -> what;
        };
        JarRun run = option.equals("--prompt-file") ? scene.exec(option, place) : scene.exec(option, place, "Do it.");
        run.isRefused(exitCode, code, seen);
    }

    static Stream<Arguments> schemas() {
        return Stream.of(
                arguments("no JSON", "schema-not-json", "type: object"),
                arguments("cut in half", "schema-not-json", "{\"type\":"),
                arguments("a key twice", "schema-not-json", "{\"type\":\"string\",\"type\":\"object\"}"),
                arguments("nested 100,000 deep", "schema-not-json", "[".repeat(100_000)),
                arguments("5 MiB", "schema-not-readable", "{\"title\":\"" + "x".repeat(5 * 1024 * 1024) + "\"}"),
                arguments("a list", "schema-invalid", "[]"),
                arguments("a type that is none", "schema-invalid", "{\"type\":\"strnig\"}"),
                arguments("a pattern that is none", "schema-invalid", "{\"pattern\":\"(\"}"),
                arguments("a pattern nested 20,000 deep", "schema-invalid", deepPattern()),
                arguments("a reference to nothing", "schema-invalid", "{\"$ref\":\"#/$defs/none\"}"),
                arguments("a reference to a local file", "schema-invalid", "{\"$ref\":\"file:///etc/passwd\"}"));
    }

    private static String deepPattern() {
        return "{\"pattern\":\"" + "(".repeat(20_000) + "a" + ")".repeat(20_000) + "\"}";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemas")
    @Fault(area = Area.INPUT, made = "--output-schema with that content", promised = "exit 2 before a token is used")
    void an_output_schema_that_can_t_be_used(String what, String code, String content, Seen seen) throws Exception {
        scene.exec("--output-schema", scene.write("schema.json", content).toString(), "Do it.")
                .isRefused(2, code, seen);
    }

    static Stream<String> remoteSchemas() {
        return Stream.of("$ref", "$schema");
    }

    @ParameterizedTest(name = "by {0}")
    @MethodSource("remoteSchemas")
    @Fault(
            area = Area.INPUT,
            made = "a schema that refers to a server of ours",
            promised = "exit 2, nothing is fetched")
    void an_output_schema_elsewhere(String keyword, Seen seen) throws Exception {
        try (Listener server = Listener.open()) {
            String schema = "{\"" + keyword + "\":\"http://127.0.0.1:" + server.port() + "/schema.json\"}";
            scene.exec("--output-schema", scene.write("schema.json", schema).toString(), "Do it.")
                    .isRefused(2, "schema-invalid", seen);
            assertThat(server.connections()).isZero();
        }
        seen.that("no connection to the server");
    }

    static Stream<Arguments> bundles() {
        return Stream.of(
                arguments("empty", "ca-file-empty", new byte[0]),
                arguments("white space", "ca-file-empty", "\n \n".getBytes(StandardCharsets.UTF_8)),
                arguments("garbage", "ca-file-not-pem", "not a certificate".getBytes(StandardCharsets.UTF_8)),
                arguments("17 MiB", "ca-file-too-large", new byte[17 * 1024 * 1024]),
                arguments(
                        "a block without an end",
                        "ca-file-broken-block",
                        "-----BEGIN CERTIFICATE-----\nAAAA\n".getBytes(StandardCharsets.UTF_8)),
                arguments(
                        "a block of other things",
                        "ca-file-no-certificate",
                        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
                                .getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bundles")
    @Fault(area = Area.INPUT, made = "--ca-bundle with that content", promised = "exit 5 before any connection")
    void a_ca_bundle_that_is_none(String what, String code, byte[] content, Seen seen) throws Exception {
        scene.exec("--ca-bundle", scene.write("ca.pem", content).toString(), "Do it.")
                .isRefused(5, code, seen);
    }

    @Test
    @Fault(area = Area.INPUT, made = "--report-dir names a file", promised = "exit 2")
    void a_report_folder_that_is_a_file(Seen seen) throws Exception {
        scene.exec("--report-dir", scene.write("file", "").toString(), "Do it.")
                .isRefused(2, "report-folder-unusable", seen);
    }

    @Test
    @Fault(area = Area.INPUT, made = "--report-dir in the agent's reach", promised = "exit 2")
    void a_report_folder_in_the_working_folder(Seen seen) throws Exception {
        scene.exec(
                        "--sandbox",
                        "workspace-write",
                        "--report-dir",
                        scene.file("work/report").toString(),
                        "Do it.")
                .isRefused(2, "report-folder-in-reach", seen);
    }

    @Test
    @Fault(area = Area.INPUT, made = "--report-dir is a link into the agent's reach", promised = "exit 2")
    void a_report_folder_that_leads_into_the_working_folder(Seen seen) throws Exception {
        Path link = Files.createSymbolicLink(scene.file("link"), scene.file("work"));
        scene.exec(
                        "--sandbox",
                        "workspace-write",
                        "--report-dir",
                        link.resolve("report").toString(),
                        "Do it.")
                .isRefused(2, "report-folder-in-reach", seen);
    }
}
