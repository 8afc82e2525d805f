package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whose instructions reach the model, told by what the real codex sends to it. */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TeamConfigIT {

    private static final String SKILL = "---\nname: %s\ndescription: %s\n---\nbody\n";

    private final Scene scene;

    TeamConfigIT(Scene scene) {
        this.scene = scene;
    }

    private static String git(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(
                List.of("git", "-C", folder.toString(), "-c", "user.name=t", "-c", "user.email=t@example.invalid"));
        line.addAll(List.of(arguments));
        Process git = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(git.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(said).isZero();
        return said.strip();
    }

    private static void write(Path folder, String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    /** A repository whose base was reviewed, and whose checkout holds what a stranger's change brings. */
    private static String changed(Path repository, String baseConfig) throws Exception {
        write(repository, "AGENTS.md", "BASE-INSTRUCTIONS\n");
        write(repository, ".codex/config.toml", baseConfig);
        write(repository, ".codex/skills/reviewed/SKILL.md", SKILL.formatted("reviewed", "BASE-SKILL"));
        git(repository, "add", "-A");
        git(repository, "commit", "-qm", "base");
        String base = git(repository, "rev-parse", "HEAD");
        write(repository, "AGENTS.md", "CHANGED-INSTRUCTIONS\n");
        write(
                repository,
                ".codex/config.toml",
                "model = \"changed-model\"\n[mcp_servers.spy]\ncommand = \"/bin/true\"\n");
        write(repository, ".codex/skills/sneaked/SKILL.md", SKILL.formatted("sneaked", "CHANGED-SKILL"));
        write(repository, ".agents/skills/other/SKILL.md", SKILL.formatted("other", "OTHER-SKILL"));
        git(repository, "add", "-A");
        git(repository, "commit", "-qm", "change");
        return base;
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    /** What codex sent to the model in the run; each names the working folder. */
    private String toldTheModel(RunnerProcess runner) {
        List<String> told = scene.backend().latestModelRequests().stream()
                .filter(body -> body.contains(runner.workspace().toString()))
                .toList();
        assertThat(told).isNotEmpty();
        return String.join("\n", told);
    }

    @Fault(
            area = Area.POLICY,
            made = "a change brings its own .codex/ with an MCP server, a model and a skill",
            promised = "--team-config off leaves .codex/ aside; AGENTS.md is read, and recorded by its digest")
    @Test
    void a_change_that_brings_its_own_settings(Seen seen) throws Exception {
        RunnerProcess runner = scene.run();
        changed(runner.workspace(), "model = \"base-model\"\n");

        FinishedRun run = runner.finish().succeeds();

        assertThat(toldTheModel(runner))
                .contains("CHANGED-INSTRUCTIONS")
                .doesNotContain("CHANGED-SKILL", "changed-model", "BASE-");
        assertThat(run.text("/trust/teamConfig/mode")).isEqualTo("off");
        assertThat(run.text("/trust/teamConfig/files/0/path")).isEqualTo("AGENTS.md");
        assertThat(run.text("/trust/teamConfig/files/0/sha256")).isEqualTo(sha256("CHANGED-INSTRUCTIONS\n"));
        seen.exit(run.exitCode()).that("neither settings nor skill reached the model");
    }

    @Fault(
            area = Area.POLICY,
            made = "a change rewrites AGENTS.md and brings settings and skills",
            promised = "--team-config base: the model is told what the base commit says, and nothing of the change")
    @Test
    void a_change_that_rewrites_the_instructions(Seen seen) throws Exception {
        RunnerProcess runner = scene.run();
        String base = changed(runner.workspace(), "model = \"base-model\"\n");
        // Shows another content under the reviewed file's own hash to who doesn't switch it off.
        git(
                runner.workspace(),
                "replace",
                git(runner.workspace(), "rev-parse", base + ":AGENTS.md"),
                git(runner.workspace(), "rev-parse", "HEAD:AGENTS.md"));

        FinishedRun run = runner.with("--team-config", "base", "--team-config-base", base)
                // Harmless by itself, and yet it would let the checkout's instructions in again.
                .with("-c", "project_doc_max_bytes=32768")
                .finish()
                .succeeds();

        assertThat(toldTheModel(runner))
                .contains("BASE-INSTRUCTIONS", "BASE-SKILL", "base-model")
                .doesNotContain("CHANGED-INSTRUCTIONS", "CHANGED-SKILL", "OTHER-SKILL", "changed-model");
        assertThat(run.text("/trust/teamConfig/commit")).isEqualTo(base);
        assertThat(run.report()
                        .at("/trust/teamConfig/files")
                        .valueStream()
                        .map(file -> file.path("path").asString("") + " "
                                + file.path("sha256").asString("").length()))
                .containsExactlyInAnyOrder(
                        "AGENTS.md 64", ".codex/config.toml 64", ".codex/skills/reviewed/SKILL.md 64");
        seen.exit(run.exitCode()).that("only the base commit's instructions reached the model");
    }

    private static final String SCHEMA =
            "{\"type\":\"object\",\"description\":\"%s\",\"properties\":{\"answer\":{\"type\":\"string\"}},"
                    + "\"required\":[\"answer\"],\"additionalProperties\":false}";

    /** A repository whose base has a prompt and a schema, and whose checkout holds other ones. */
    private static String withInputs(Path repository) throws Exception {
        write(repository, "ask.md", "[scenario:hello] BASE-PROMPT");
        write(repository, "schema.json", SCHEMA.formatted("BASE-SCHEMA"));
        git(repository, "add", "-A");
        git(repository, "commit", "-qm", "base");
        String base = git(repository, "rev-parse", "HEAD");
        write(repository, "ask.md", "[scenario:hello] CHANGED-PROMPT");
        write(repository, "schema.json", SCHEMA.formatted("CHANGED-SCHEMA"));
        write(repository, "new.json", SCHEMA.formatted("NEW-SCHEMA"));
        git(repository, "add", "-A");
        git(repository, "commit", "-qm", "change");
        return base;
    }

    @Fault(
            area = Area.POLICY,
            made = "a change rewrites the prompt and the output schema of its own review",
            promised = "--team-config base takes both from the base commit, with a warning; the report names them")
    @Test
    void a_change_that_rewrites_what_it_is_asked(Seen seen) throws Exception {
        RunnerProcess runner = scene.run();
        String base = withInputs(runner.workspace());

        FinishedRun run = runner.promptArgument(java.util.Optional.empty())
                .with("--prompt-file", runner.workspace().resolve("ask.md").toString())
                .with(
                        "--output-schema",
                        runner.workspace().resolve("schema.json").toString())
                .with("--team-config", "base", "--team-config-base", base)
                .finish();

        assertThat(toldTheModel(runner))
                .contains("BASE-PROMPT", "BASE-SCHEMA")
                .doesNotContain("CHANGED-PROMPT", "CHANGED-SCHEMA");
        assertThat(run.text("/trust/inputs/0/option")).isEqualTo("output-schema");
        assertThat(run.text("/trust/inputs/0/origin")).isEqualTo("base");
        assertThat(run.text("/trust/inputs/0/sha256")).isEqualTo(sha256(SCHEMA.formatted("BASE-SCHEMA")));
        assertThat(run.text("/trust/inputs/1/sha256")).isEqualTo(sha256("[scenario:hello] BASE-PROMPT"));
        assertThat(run.report().path("warnings").toString())
                .contains("schema.json (--output-schema) differs", "ask.md (--prompt-file) differs");
        seen.exit(run.exitCode()).that("both are the base commit's, both differences are warned of");
    }

    @Fault(
            area = Area.POLICY,
            made = "a change brings the output schema of its own review",
            promised = "exit 12 with --team-config base, before the token is fetched")
    @Test
    void a_change_that_brings_its_schema(Seen seen) throws Exception {
        RunnerProcess runner = scene.run();
        String base = withInputs(runner.workspace());
        int before = scene.requestsSoFar();

        FinishedRun run = runner.with(
                        "--output-schema",
                        runner.workspace().resolve("new.json").toString())
                .with("--team-config", "base", "--team-config-base", base)
                .finish()
                .failsAs(FailureKind.POLICY, "input-not-in-base");

        assertThat(scene.requestsSoFar()).isEqualTo(before);
        assertThat(run.text("/verdict/fix")).contains("builtin:findings");
        seen.exit(run.exitCode()).that("no token fetched");
    }

    @Fault(
            area = Area.POLICY,
            made = "a change moves a submodule to a commit with a prompt of its own",
            promised = "exit 12 with --team-config base: nobody writes what his own review is asked")
    @Test
    void a_change_that_moves_a_submodule(Seen seen) throws Exception {
        RunnerProcess runner = scene.run();
        Path repository = runner.workspace();
        String base = withInputs(repository);
        Path submodule = Files.createDirectories(repository.resolve("ci"));
        Files.writeString(submodule.resolve("ask.md"), "[scenario:hello] MOVED");
        git(repository, "update-index", "--add", "--cacheinfo", "160000," + base + ",ci");
        git(repository, "commit", "-qm", "the submodule is another one");

        FinishedRun run = runner.promptArgument(java.util.Optional.empty())
                .with("--prompt-file", submodule.resolve("ask.md").toString())
                .with("--team-config", "base", "--team-config-base", base)
                .finish()
                .failsAs(FailureKind.POLICY, "input-not-in-base");

        seen.exit(run.exitCode()).that("refused before the model is asked");
    }

    @Fault(
            area = Area.POLICY,
            made = "the prompt file is named by a link to the checkout, whose change rewrites it",
            promised = "the base commit's prompt all the same")
    @Test
    void a_checkout_that_is_named_by_a_link(Seen seen) throws Exception {
        RunnerProcess runner = scene.run();
        String base = withInputs(runner.workspace());
        Path reached = Files.createSymbolicLink(runner.workspace().resolveSibling("reached"), runner.workspace());

        FinishedRun run = runner.promptArgument(java.util.Optional.empty())
                .with("--prompt-file", reached.resolve("ask.md").toString())
                .with("--team-config", "base", "--team-config-base", base)
                .finish();

        assertThat(toldTheModel(runner)).contains("BASE-PROMPT").doesNotContain("CHANGED-PROMPT");
        assertThat(run.text("/trust/inputs/0/origin")).isEqualTo("base");
        seen.exit(run.exitCode()).that("the base commit's prompt is asked");
    }

    @Test
    void a_schema_of_the_runners_own_needs_no_file() throws Exception {
        RunnerProcess runner = scene.run();

        FinishedRun run = runner.with("--output-schema", "builtin:findings").finish();

        assertThat(toldTheModel(runner)).contains("\"findings\"");
        assertThat(run.text("/trust/inputs/0/origin")).isEqualTo("built-in");
        assertThat(run.text("/trust/inputs/0/path")).isEqualTo("builtin:findings");
    }

    @Fault(
            area = Area.POLICY,
            made = "the base commit's .codex/config.toml sends the model's traffic elsewhere",
            promised = "exit 12, the key and its switch named")
    @Test
    void settings_of_the_base_that_widen_access(Seen seen) throws Exception {
        RunnerProcess runner = scene.run();
        String base = changed(runner.workspace(), "notify = [\"/bin/true\"]\n");

        FinishedRun run = runner.with("--team-config", "base", "--team-config-base", base)
                .finish()
                .failsAs(FailureKind.POLICY, "settings-refused");

        assertThat(run.text("/verdict/reason")).contains(".codex/config.toml of " + base, "--allow-override notify");
        seen.exit(run.exitCode()).that("the base commit's file named");
    }

    @Fault(
            area = Area.POLICY,
            made = "the base commit is not in the (shallow) checkout",
            promised = "exit 2 before the token is fetched, with the command that brings it")
    @Test
    void a_base_commit_that_is_not_there(Seen seen) throws Exception {
        RunnerProcess runner = scene.run();
        changed(runner.workspace(), "");
        int before = scene.requestsSoFar();

        FinishedRun run = runner.with("--team-config", "base", "--team-config-base", "1".repeat(40))
                .finish()
                .failsAs(FailureKind.CONFIG, "team-config-commit");

        assertThat(scene.requestsSoFar()).isEqualTo(before);
        assertThat(run.text("/verdict/fix")).contains("git fetch --depth 1 origin main:refs/remotes/origin/main");
        seen.exit(run.exitCode()).that("no token fetched");
    }

    @Fault(
            area = Area.POLICY,
            made = "AGENTS.md of the base commit is a symbolic link",
            promised = "exit 2: it is not followed into the checkout")
    @Test
    void instructions_that_are_a_link(Seen seen) throws Exception {
        RunnerProcess runner = scene.run();
        Files.createSymbolicLink(runner.workspace().resolve("AGENTS.md"), Path.of("elsewhere.md"));
        git(runner.workspace(), "add", "-A");
        git(runner.workspace(), "commit", "-qm", "link");

        FinishedRun run = runner.with(
                        "--team-config", "base", "--team-config-base", git(runner.workspace(), "rev-parse", "HEAD"))
                .finish()
                .failsAs(FailureKind.CONFIG, "team-config-unusable");

        assertThat(run.text("/verdict/reason")).contains("AGENTS.md", "symbolic link");
        seen.exit(run.exitCode()).that("refused");
    }
}
