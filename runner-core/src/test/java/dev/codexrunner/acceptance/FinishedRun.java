package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.codexrunner.Repository;
import dev.codexrunner.failure.FailureKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run left.
 *
 * @param reportDir the report's folder; absent where the run was refused before it had one
 * @param home HOME of the runner
 */
record FinishedRun(int exitCode, String stdout, String stderr, Path reportDir, Path home) {

    /** report.json, which must hold to the published schema. */
    JsonNode report() {
        try {
            String text = Files.readString(reportDir.resolve("report.json"));
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(Repository.read("contract/report.schema.json"))
                            .validate(text, InputFormat.JSON))
                    .as("problems that the schema has with report.json")
                    .isEmpty();
            return JsonMapper.shared().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("no report; the runner had said: " + stderr, e);
        }
    }

    /** A text of the report, by its JSON pointer. */
    String text(String pointer) {
        return report().at(pointer).asString("");
    }

    FinishedRun succeeds() {
        assertThat(exitCode).as(stderr).isZero();
        assertThat(text("/verdict/status")).isEqualTo("success");
        return this;
    }

    /**
     * The run failed in this way: exit code, report and console agree, with a cause in one line and a fix, and nothing is
     * left of the private CODEX_HOME.
     *
     * @param code of the failure, as in docs/troubleshooting.md
     */
    FinishedRun failsAs(FailureKind kind, String code) {
        return failsAs(kind, code, kind.exitCode());
    }

    FinishedRun failsAs(FailureKind kind, String code, int exit) {
        JsonNode verdict = report().path("verdict");
        assertThat(verdict.path("kind").asString("") + " "
                        + verdict.path("code").asString(""))
                .as(stderr)
                .isEqualTo(kind.wireName() + " " + code);
        assertThat(exitCode).as(stderr).isEqualTo(exit);
        assertThat(verdict.path("exitCode").asInt()).isEqualTo(exit);
        assertThat(verdict.path("reason").asString("")).isNotBlank().doesNotContain("\n");
        assertThat(verdict.path("fix").asString("")).isNotBlank();
        assertThat(stderr.lines().filter(line -> line.startsWith("  why: "))).hasSize(1);
        assertThat(stderr.lines().filter(line -> line.startsWith("  fix: ") && line.contains("[" + code + ",")))
                .hasSize(1);
        assertThat(privateHomes()).isEmpty();
        return this;
    }

    /** The run was refused before there was a report: exit code and console agree. */
    FinishedRun isRefusedAs(FailureKind kind, String code) {
        assertThat(exitCode).as(stderr).isEqualTo(kind.exitCode());
        assertThat(stderr).startsWith("error: ").contains("  fix: ").contains("[" + code + ",");
        return this;
    }

    /** The private CODEX_HOMEs and temporary folders that are still there. */
    List<Path> privateHomes() {
        Path state = home.resolve(".local/state/codex-runner");
        return Stream.of(state.resolve("homes"), state.resolve("tmp"))
                .filter(Files::isDirectory)
                .flatMap(FinishedRun::entries)
                .toList();
    }

    private static Stream<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
