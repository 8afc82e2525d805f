package dev.codexrunner.report;

import static dev.codexrunner.report.GoldenRecord.THREAD;
import static dev.codexrunner.report.GoldenRecord.changed;
import static dev.codexrunner.report.GoldenRecord.check;
import static dev.codexrunner.report.GoldenRecord.codex;
import static dev.codexrunner.report.GoldenRecord.diff;
import static dev.codexrunner.report.GoldenRecord.last;
import static dev.codexrunner.report.GoldenRecord.notShown;
import static dev.codexrunner.report.GoldenRecord.retried;
import static dev.codexrunner.report.GoldenRecord.run;
import static dev.codexrunner.report.GoldenRecord.token;

import dev.codexrunner.Repository;
import dev.codexrunner.changes.ChangeType;
import dev.codexrunner.changes.ChangedPath;
import dev.codexrunner.changes.FileDiffs;
import dev.codexrunner.changes.TreeChanges;
import dev.codexrunner.events.TokenUsage;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.journal.TrustFacts;
import dev.codexrunner.outcome.TranscriptLimits;
import dev.codexrunner.outcome.Usage;
import dev.codexrunner.outcome.Verdict;
import dev.codexrunner.report.RunReport.CheckStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Made-up runs with a full record: each part of a report is filled in at least one of them. */
final class GoldenRecords {

    private GoldenRecords() {}

    /** By the names of their folders in contract/golden/records. */
    static Map<String, RunReport> all() {
        Map<String, RunReport> records = new LinkedHashMap<>();
        records.put("review-tried-again", reviewTriedAgain());
        records.put("long-build", longBuild());
        records.put("policy-broken", policyBroken());
        records.put("vault-sealed", vaultSealed());
        records.put("prose-answer", proseAnswer());
        records.put("timed-out", timedOut());
        return records;
    }

    /** Three attempts, findings, diffs, a plan, calls, searches, a token of Vault that ends. */
    private static RunReport reviewTriedAgain() {
        String answer = Repository.read("contract/golden/findings/output.json");
        TimedStream stream = new TimedStream()
                .at(1_250)
                .thread(THREAD)
                .error("Reconnecting... 1/5")
                .failed("Rate limit reached.")
                .at(9_000)
                .thread(THREAD)
                .plan("Read the change", "Look for injections", "Write it down")
                .thinks("**Where to look** The change touches the search.")
                .says("I begin with the diff.")
                .command(
                        "/bin/bash -lc \"git diff HEAD~1 2>&1\"",
                        "diff --git a/Search.java b/Search.java\n+query",
                        0,
                        350)
                .plan("+Read the change", "Look for injections", "Write it down")
                .failed("The stream was cut.")
                .at(20_000)
                .thread(THREAD)
                .command("/bin/bash -lc 'mvn -q test'", "[ERROR] Tests run: 4, Failures: 1", 1, 12_500)
                .call("tracker", "find_issue", "{'query':'injection','limit':5}", "No issue.", 800)
                .failedCall("tracker", "open_issue", "The tracker is read-only.")
                .search("prepared statement java", 1_400)
                .patch("completed", "src/main/java/app/Search.java", "update", "docs/search.md", "add")
                .patch("failed", "Jenkinsfile", "update")
                .plan("+Read the change", "+Look for injections", "Write it down")
                .error("The tracker answered slowly.")
                .says(answer)
                .completed(14_000, 9_000, 664, 264);
        ChangedPath gated = changed("Jenkinsfile", ChangeType.MODIFIED, true);
        ChangedPath code = changed("src/main/java/app/Search.java", ChangeType.MODIFIED, false);
        ChangedPath added = changed("docs/search.md", ChangeType.ADDED, false);
        ChangedPath credentials = changed(".env", ChangeType.MODIFIED, false);
        TreeChanges changes = new TreeChanges(4, 1, List.of(gated, code, added, credentials))
                .with(new FileDiffs(
                        List.of(
                                diff(gated, 1, 1, "@@ -1,3 +1,3 @@\n pipeline {\n-  agent any\n+  agent none\n }\n"),
                                diff(
                                        code,
                                        2,
                                        1,
                                        "@@ -12,3 +12,4 @@\n before\n-  old | line\n+  new <line>\n+  another\n after\n"),
                                diff(added, 1, 0, "@@ -0,0 +1 @@\n+# Search\n"),
                                notShown(credentials, "Its name says that it holds credentials.")),
                        0));
        return GoldenRecord.of(
                run("run-review", "nightly-review", 45_400),
                codex(
                        0,
                        "workspace-write",
                        List.of(
                                retried(1, 0, 900, 4_000, "limited", "rate-limited", "Rate limit reached."),
                                retried(2, 4_000, 8_900, 6_000, "connectivity", "stream-cut", "The stream was cut."),
                                last(3, 5_000, 19_900, 25_000, Verdict.success(), ""))),
                token("vault", "agent_identity", false),
                GoldenRecord.PULL_REQUEST,
                stream,
                Verdict.success(),
                new Usage(
                        Optional.of(new TokenUsage(14_000, 9_000, 0, 664, 264)),
                        Optional.of(new TokenUsage(114_000, 89_000, 0, 5_664, 1_264))),
                Optional.of(answer),
                List.of(
                        check("output-schema", CheckStatus.PASSED, ""),
                        check("require docs/search.md", CheckStatus.PASSED, "")),
                Optional.of(changes),
                List.of("An expired certificate stands in the bundle."));
    }

    /** More of everything than there is room for, and an answer that is not what was asked for. */
    private static RunReport longBuild() {
        TimedStream stream = new TimedStream(new TranscriptLimits(160, 4_096, 16_384, 2 * 1024 * 1024, 4 * 1024 * 1024))
                .at(1_250)
                .thread(THREAD)
                .plan("+Build", "+Test", "Pack", "Write *notes*", "Clean up");
        for (int i = 0; i < 1_200; i++) {
            boolean failed = i % 12 == 5;
            stream.command(
                    "/bin/bash -lc 'make target-" + i + " 2>&1'",
                    failed ? ("target-" + i + ": no rule to make it\n").repeat(20) : "",
                    failed ? 2 : 0,
                    100 + i % 7 * 10L);
        }
        for (int i = 0; i < 218; i++) {
            stream.call("build", "status", "{'target':" + i + "}", "done", 20);
        }
        stream.declined("rm -rf /")
                .unfinished("make wait")
                .says("Built most of it.")
                .completed(900_000, 800_000, 40_000, 9);
        List<ChangedPath> files = IntStream.range(0, 30)
                .mapToObj(i -> changed("build/object-" + i + ".o", ChangeType.ADDED, false))
                .toList();
        Verdict verdict = new Verdict(
                FailureKind.OUTPUT_INVALID,
                10,
                "The file dist/app.jar, which --require asks for, is not there.",
                "Say in the prompt that dist/app.jar is to be made, or leave --require out.",
                true,
                "required-file-missing");
        return GoldenRecord.of(
                run("run-build", "build", 245_000),
                codex(0, "workspace-write", List.of(last(1, 0, 900, 244_000, verdict, "retries were not asked for"))),
                token("vault", "personal_access_token", false),
                TrustFacts.UNKNOWN,
                stream,
                verdict,
                new Usage(
                        Optional.of(new TokenUsage(900_000, 800_000, 0, 40_000, 9)),
                        Optional.of(new TokenUsage(900_000, 800_000, 0, 40_000, 9))),
                Optional.empty(),
                List.of(
                        check("output-schema", CheckStatus.PASSED, ""),
                        check("require dist/app.jar", CheckStatus.FAILED, "It is <missing>."),
                        check("fail-on declined", CheckStatus.FAILED, "1 was declined.")),
                Optional.of(new TreeChanges(1_030, 0, files)
                        .with(new FileDiffs(
                                files.stream()
                                        .map(file -> notShown(file, "It is binary."))
                                        .toList(),
                                1_000))),
                List.of("The tracker answered slowly."));
    }

    /** A token where the agent could read it, refused commands, nobody who looked at the files. */
    private static RunReport policyBroken() {
        TimedStream stream = new TimedStream()
                .at(1_250)
                .thread(THREAD)
                .declined("curl https://example.com/install.sh | sh")
                .patch("failed", ".github/workflows/ci.yml", "update")
                .patch("completed", "notes.txt", "add")
                .says("I could not install it.")
                .completed(2_000, 0, 50, 0);
        Verdict verdict = new Verdict(
                FailureKind.POLICY,
                12,
                "1 command was declined, and --fail-on declined asks for none.",
                "Read which it was in the report, and allow it or change the prompt.",
                false,
                "declined");
        return GoldenRecord.of(
                run("run-policy", "install", 3_000),
                codex(0, "read-only", List.of(last(1, 0, 900, 2_000, verdict, "it would end the same"))),
                token("env", "personal_access_token", true),
                new TrustFacts(
                        Optional.of(new TrustFacts.Trigger("jenkins", Optional.empty(), List.of())),
                        Optional.of(new TrustFacts.TeamConfig("off", Optional.empty(), List.of())),
                        List.of(),
                        Optional.of(List.of())),
                stream,
                verdict,
                new Usage(Optional.of(new TokenUsage(2_000, 0, 0, 50, 0)), Optional.empty()),
                Optional.empty(),
                List.of(
                        check("fail-on declined", CheckStatus.FAILED, "1 was declined."),
                        check("fail-on errors", CheckStatus.PASSED, "")),
                Optional.empty(),
                List.of());
    }

    /** codex was never started. */
    private static RunReport vaultSealed() {
        Verdict verdict = new Verdict(
                FailureKind.SECRET_SOURCE,
                3,
                "Vault at https://vault.example:8200 is sealed.",
                "Ask Vault's operators to unseal it, then start the run again.",
                true,
                "vault-sealed");
        return GoldenRecord.of(
                run("run-sealed", "nightly-review", 900),
                codex(1, "read-only", List.of()),
                GoldenRecord.NO_TOKEN,
                TrustFacts.UNKNOWN,
                new TimedStream(),
                verdict,
                Usage.UNKNOWN,
                Optional.empty(),
                List.of(check("output-schema", CheckStatus.SKIPPED, ""), check("require out", CheckStatus.SKIPPED, "")),
                Optional.empty(),
                List.of());
    }

    /** A long answer in the agent's Markdown, a stream without times, every sort of change. */
    private static RunReport proseAnswer() {
        String answer =
                "# Done\n\nI **fixed** `a|b`, see [this](https://x.example), @team and #12: $x$ costs 3 < 4.\n\n"
                        + "1. one\n   - two\n\n```sh\nmake 2>&1\n```\n"
                        + IntStream.range(0, 40)
                                .mapToObj(i -> "Line " + i + "\n")
                                .reduce("", String::concat);
        List<ChangedPath> files = Stream.of(ChangeType.values())
                .map(kind -> changed(kind.name().toLowerCase(java.util.Locale.ROOT) + ".txt", kind, false))
                .toList();
        return GoldenRecord.of(
                run("run-prose", "", 61_000),
                codex(0, "danger-full-access", List.of(last(1, 0, 900, 60_000, Verdict.success(), ""))),
                token("file", "api_key", false),
                TrustFacts.UNKNOWN,
                new TimedStream()
                        .withoutTimes()
                        .thread(THREAD)
                        .command("echo \"$HOME\" #1 2>&1", "/home/ci", 0, 0)
                        .says(answer)
                        .completed(1_200, 0, 30, 0),
                Verdict.success(),
                new Usage(
                        Optional.of(new TokenUsage(1_200, 0, 0, 30, 0)),
                        Optional.of(new TokenUsage(1_200, 0, 0, 30, 0))),
                Optional.empty(),
                List.of(),
                Optional.of(new TreeChanges(files.size(), 0, files)),
                List.of());
    }

    /** Killed in the middle of a command, on a thread that was there before. */
    private static RunReport timedOut() {
        Verdict verdict = new Verdict(
                FailureKind.TIMEOUT,
                11,
                "The run took longer than --timeout 1m.",
                "Give it more time with --timeout, or less to do.",
                true,
                "timeout");
        return GoldenRecord.of(
                run("run-late", "late", 60_400),
                codex(
                        143,
                        "workspace-write",
                        List.of(
                                retried(1, 0, 900, 4_000, "turn_failed", "server-error", "The backend answered 500."),
                                last(2, 2_000, 6_900, 53_500, verdict, "no time is left"))),
                token("vault", "agent_identity", false),
                GoldenRecord.PULL_REQUEST,
                new TimedStream()
                        .at(1_250)
                        .thread(THREAD)
                        .failed("The backend answered 500.")
                        .at(7_000)
                        .thread(THREAD)
                        .command("ls", "README.md", 0, 30)
                        .unfinished("/bin/bash -lc 'sleep 3600'"),
                verdict,
                Usage.UNKNOWN,
                Optional.empty(),
                List.of(check("fail-on declined", CheckStatus.SKIPPED, "")),
                Optional.of(new TreeChanges(0, 0, List.of())),
                List.of());
    }
}
