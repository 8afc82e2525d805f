package dev.codexrunner.report;

import dev.codexrunner.changes.ChangeType;
import dev.codexrunner.changes.ChangedPath;
import dev.codexrunner.changes.TreeChanges;
import dev.codexrunner.events.EventParser;
import dev.codexrunner.journal.TrustFacts;
import dev.codexrunner.outcome.CodexExit;
import dev.codexrunner.outcome.Requirements;
import dev.codexrunner.outcome.StderrSummary;
import dev.codexrunner.outcome.Transcript;
import dev.codexrunner.outcome.TranscriptBuilder;
import dev.codexrunner.outcome.Usage;
import dev.codexrunner.outcome.VerdictJudge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/** Reports of recorded and of made-up streams. */
public final class SampleReports {

    static final Path STREAMS = Path.of("src/test/resources/streams");
    static final Instant START = Instant.parse("2026-11-21T03:00:00Z");
    private static final long FIRST_EVENT_MS = 1_250;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A run whose final message is JSON that holds to its schema. */
    public static RunReport answering(String json) {
        Map<String, Object> tree = new LinkedHashMap<>(ReportJson.toTree(saying("x")));
        tree.put("structuredOutput", JSON.readValue(json, Object.class));
        return ReportJson.fromTree(tree);
    }

    /** A stream alone, replayed: nobody knows when it was, how often codex was started, and whose token it had. */
    public static RunReport withoutRecord() {
        Map<String, Object> tree = new LinkedHashMap<>(ReportJson.toTree(saying("x")));
        set(tree, "run", "durationMs", null);
        set(tree, "run", "startedAt", START.toString());
        set(tree, "run", "endedAt", START.toString());
        set(tree, "credential", "source", "unknown");
        set(tree, "credential", "kind", null);
        set(tree, "credential", "exposed", null);
        set(tree, "credential", "expiresAt", null);
        set(tree, "credential", "vault", null);
        set(tree, "codex", "attempts", List.of());
        set(tree, "trust", "trigger", null);
        set(tree, "trust", "teamConfig", null);
        return ReportJson.fromTree(tree);
    }

    /** Replayed after the runner was killed: there is a beginning and no end. */
    public static RunReport withoutEnd() {
        Map<String, Object> tree = new LinkedHashMap<>(ReportJson.toTree(saying("x")));
        set(tree, "run", "durationMs", null);
        return ReportJson.fromTree(tree);
    }

    public static RunReport withTokens(long input) {
        Map<String, Object> tree = new LinkedHashMap<>(ReportJson.toTree(saying("x")));
        tree.put(
                "usage",
                Map.of("inputTokens", input, "cachedInputTokens", 0, "outputTokens", 1, "reasoningOutputTokens", 0));
        return ReportJson.fromTree(tree);
    }

    /** A further run in a thread of which the runs before used 9,000 tokens. */
    public static RunReport resumed() {
        Map<String, Object> tree = new LinkedHashMap<>(ReportJson.toTree(saying("x")));
        tree.put(
                "threadUsage",
                Map.of("inputTokens", 9_200, "cachedInputTokens", 80, "outputTokens", 40, "reasoningOutputTokens", 10));
        return ReportJson.fromTree(tree);
    }

    /** The same where nobody knows what the thread had used before. */
    public static RunReport resumedWithoutBaseline() {
        RunReport known = resumed();
        return new RunReport(
                known.schemaVersion(),
                known.run(),
                known.verdict(),
                known.codex(),
                known.credential(),
                known.trust(),
                Optional.empty(),
                known.threadUsage(),
                known.finalMessage(),
                known.structuredOutput(),
                known.checks(),
                known.items(),
                known.changes(),
                known.counts(),
                known.warnings());
    }

    private static void set(Map<String, Object> tree, String section, String field, @Nullable Object value) {
        Map<Object, @Nullable Object> fields = new LinkedHashMap<>((Map<?, ?>) tree.get(section));
        fields.put(field, value);
        tree.put(section, fields);
    }

    private SampleReports() {}

    public static List<Path> recorded() {
        try (Stream<Path> files = Files.walk(STREAMS)) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RunReport of(Path recorded) {
        try {
            return of(Files.readString(recorded));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One command that prints {@code text}, and a message that says it. */
    public static RunReport saying(String text) {
        String quoted = JSON.writeValueAsString(text);
        String stream = """
                {'type':'thread.started','thread_id':'01a1fbc3-fcb4-7b22-a9c9-4502fc9ed01c'}
                {'type':'turn.started'}
                {'type':'item.completed','item':{'id':'item_0','type':'command_execution','command':#,\
                'aggregated_output':#,'exit_code':0,'status':'completed'}}
                {'type':'item.completed','item':{'id':'item_1','type':'file_change',\
                'changes':[{'path':#,'kind':'add'}],'status':'completed'}}
                {'type':'item.completed','item':{'id':'item_2','type':'error','message':#}}
                {'type':'item.completed','item':{'id':'item_3','type':'agent_message','text':#}}
                {'type':'turn.completed','usage':{'input_tokens':200,'cached_input_tokens':80,'output_tokens':40,\
                'reasoning_output_tokens':10}}
                """;
        return of(stream.replace('\'', '"').replace("#", quoted));
    }

    public static RunReport of(String stream) {
        TranscriptBuilder builder = new TranscriptBuilder();
        EventParser parser = new EventParser();
        stream.lines().map(parser::read).forEach(builder::accept);
        return with(builder.transcript());
    }

    /** With the times of its events: the first comes after 1.25 s, and each further one a second later. */
    static RunReport timed(String stream) {
        TranscriptBuilder builder = new TranscriptBuilder();
        EventParser parser = new EventParser();
        long millis = FIRST_EVENT_MS;
        for (String line : stream.lines().toList()) {
            builder.accept(parser.read(line), OptionalLong.of(millis));
            millis += 1_000;
        }
        return with(builder.transcript());
    }

    static RunReport with(Transcript transcript) {
        int exit = transcript.turn() == Transcript.TurnState.COMPLETED ? 0 : 1;
        return RunReportAssembler.assemble(new ReportInputs(
                new RunReport.Run(
                        "run-1",
                        Optional.of("nightly-review"),
                        START,
                        START.plusMillis(65_400),
                        OptionalLong.of(65_400),
                        OptionalLong.of(FIRST_EVENT_MS),
                        "0.1.0",
                        "agent-7"),
                new RunReport.Codex(
                        Optional.of("0.169.0"),
                        Optional.empty(),
                        OptionalInt.of(exit),
                        transcript.threadId(),
                        Optional.of("gpt-5"),
                        Optional.of("read-only"),
                        List.of(new RunReport.Attempt(
                                1,
                                0,
                                START,
                                Optional.of(START.plusSeconds(65)),
                                OptionalLong.of(65_000),
                                false,
                                transcript.threadId(),
                                OptionalInt.of(exit),
                                OptionalInt.empty(),
                                "success",
                                "success",
                                "",
                                false,
                                "",
                                Optional.of(new RunReport.Tokens(200, 80, 40, 10))))),
                new RunReport.Credential(
                        "vault",
                        Optional.of("agent_identity"),
                        Optional.empty(),
                        Optional.of(false),
                        Optional.of(START.plusSeconds(86_400)),
                        Optional.of(new RunReport.Vault("secret/ci/codex", OptionalInt.of(3), Optional.of(START)))),
                new TrustFacts(
                        Optional.of(new TrustFacts.Trigger(
                                "github-actions",
                                Optional.of("pull_request"),
                                List.of(new TrustFacts.Risk("fork", "the pull request comes from a/b", true)))),
                        Optional.of(new TrustFacts.TeamConfig(
                                "base",
                                Optional.of("0123456789abcdef0123456789abcdef01234567"),
                                List.of(new TrustFacts.HashedFile("AGENTS.md", "0".repeat(64))))),
                        List.of(),
                        Optional.of(
                                List.of(new TrustFacts.TaskInput("prompt-file", "base", "ask.md", "1".repeat(64))))),
                transcript,
                VerdictJudge.judge(transcript, CodexExit.exited(exit), StderrSummary.EMPTY, Requirements.NONE),
                new Usage(transcript.threadUsage(), transcript.threadUsage()),
                Optional.of("{\"answer\":[1,2.50,\"x\",null,true]}"),
                List.of(
                        new RunReport.Check("output-schema", RunReport.CheckStatus.PASSED, ""),
                        new RunReport.Check("require a|b", RunReport.CheckStatus.FAILED, "It is <missing>."),
                        new RunReport.Check("fail-on declined", RunReport.CheckStatus.SKIPPED, "")),
                Optional.of(changes(transcript)),
                List.of("An expired certificate stands in the bundle.")));
    }

    /** What codex told of, and a file of which it didn't. */
    private static TreeChanges changes(Transcript transcript) {
        List<ChangedPath> files = Stream.concat(
                        Stream.of(new ChangedPath("Jenkinsfile", ChangeType.MODIFIED, true)),
                        transcript.fileChanges().stream()
                                .map(file -> new ChangedPath(file.path(), ChangeType.ADDED, false)))
                .toList();
        return new TreeChanges(files.size(), 1, files);
    }
}
