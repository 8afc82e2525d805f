package dev.codexrunner.run;

import dev.codexrunner.config.LimitConfig;
import dev.codexrunner.config.LoginMode;
import dev.codexrunner.config.RunnerConfig;
import dev.codexrunner.config.TokenKind;
import dev.codexrunner.events.TokenUsage;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.journal.RecordedAttempt;
import dev.codexrunner.journal.RunEnd;
import dev.codexrunner.journal.RunManifestFile;
import dev.codexrunner.launch.BoundedCommand;
import dev.codexrunner.launch.ChildEnvironment;
import dev.codexrunner.launch.CodexArguments;
import dev.codexrunner.launch.CodexHome;
import dev.codexrunner.launch.Ending;
import dev.codexrunner.launch.LaunchPlan;
import dev.codexrunner.launch.ProcessExit;
import dev.codexrunner.launch.Supervisor;
import dev.codexrunner.outcome.Budgets;
import dev.codexrunner.outcome.CodexExit;
import dev.codexrunner.outcome.Requirements;
import dev.codexrunner.outcome.StderrSummary;
import dev.codexrunner.outcome.Transcript;
import dev.codexrunner.outcome.Verdict;
import dev.codexrunner.outcome.VerdictJudge;
import dev.codexrunner.secret.Redactor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts codex, again where {@link RetryDecision} says so, and gives the last verdict. */
final class Attempts {

    /** codex's own bound on the calls that verify a token is about as long. */
    private static final Duration LOGIN_BOUND = Duration.ofSeconds(20);

    /** How long a failed run waits for the login status to name its cause. */
    private static final Duration REFUSAL_PATIENCE = Duration.ofSeconds(3);

    private final RunJob job;
    private final Prepared prepared;
    private final TokenFetch token;
    private final CodexHome home;
    private final Supervisor supervisor;
    private final RunSurroundings surroundings;
    private final Cancellation cancellation;
    private final BudgetWatch budget;

    /** How many things the model said or asked for so far. */
    private long answers;

    /** What standard error told so far. */
    private StderrSummary stderr = StderrSummary.EMPTY;

    Attempts(
            RunJob job,
            Prepared prepared,
            TokenFetch token,
            CodexHome home,
            Supervisor supervisor,
            RunSurroundings surroundings,
            Cancellation cancellation) {
        this.job = job;
        this.prepared = prepared;
        this.token = token;
        this.home = home;
        this.supervisor = supervisor;
        this.surroundings = surroundings;
        this.cancellation = cancellation;
        this.budget = new BudgetWatch(Budgets.of(job.config().limits()));
    }

    /** The thread's sum before this run; empty where it starts anew or the rollout file can't be read. */
    Optional<TokenUsage> usageBefore() {
        return job.config()
                .task()
                .resume()
                .flatMap(thread -> new Rollout(home.path(), thread).read().threadUsage());
    }

    /**
     * Runs until there is a verdict, and gives the last attempt with it.
     *
     * @throws dev.codexrunner.failure.FailureException when codex can't be started
     */
    AttemptResult run(RunStreams streams, Redactor redactor) {
        ChildEnvironment environment = new CodexLogin(
                        job, prepared, token, home, new BoundedCommand(supervisor, LOGIN_BOUND))
                .environment(redactor);
        List<String> reasons = new ArrayList<>();
        AttemptPlan plan =
                AttemptPlan.first(job.config().task().resume(), job.record().usageBaseline());
        while (true) {
            RecordedAttempt begun = plan.begun(surroundings.clock().instant());
            note(streams, begun);
            AttemptResult result = attempt(streams, redactor, environment, plan, job.left());
            answers += result.answers();
            RetryDecision decision = decide(result, reasons, job.left());
            RecordedAttempt.End end = result.recorded(decision);
            note(streams, begun.ended(end));
            if (!(decision instanceof RetryDecision.Again again)) {
                return result;
            }
            streams.progress().note(announced(again, result));
            if (!cancellation.passes(again.pause())) {
                note(streams, begun.ended(end.notRetriedSince("The run was cancelled in the wait before it.")));
                return cancelled(result);
            }
            reasons.add(result.verdict().code());
            plan = plan.next(again, result.usage().thread());
            streams.beginFurtherAttempt(plan.number());
        }
    }

    private void note(RunStreams streams, RecordedAttempt attempt) {
        job.record().noted(attempt);
        streams.attempts().append(attempt);
    }

    private RetryDecision decide(AttemptResult result, List<String> reasons, Duration left) {
        LimitConfig limits = job.config().limits();
        Optional<TokenUsage> used =
                job.record().used().flatMap(before -> result.usage().own().map(before::plus));
        return RetryDecision.of(
                new RetryDecision.Attempt(
                        result.verdict(),
                        result.transcript(),
                        answers > 0 || RetryDecision.tellsOfAnswers(result.transcript()),
                        // An attempt that never came to name its thread can still be gone on with.
                        ResumableThread.find(home.path(), result.transcript().threadId()),
                        reasons),
                new RetryDecision.Bounds(limits.retries(), limits.retryWait(), left, budget.forbidsAnother(used)),
                surroundings.random());
    }

    private static String announced(RetryDecision.Again again, AttemptResult result) {
        String how = again.thread().isPresent() ? ", going on with the thread" : ", starting over";
        return "retry in " + RetryDecision.seconds(again.pause()) + how + ": "
                + result.verdict().reason();
    }

    /** A signal came while nothing ran: it is the run's end, and no word of codex is. */
    private AttemptResult cancelled(AttemptResult last) {
        Failure cause = cancellation.failure().orElseThrow();
        job.record().failed(cause);
        return last.withVerdict(Verdict.of(cause));
    }

    private AttemptResult attempt(
            RunStreams streams, Redactor redactor, ChildEnvironment environment, AttemptPlan plan, Duration left) {
        RunnerConfig config = job.config();
        LaunchPlan launch = new LaunchPlan(
                prepared.codex().path(),
                prepared.arguments(config, job.folder(), job.runId(), plan),
                environment,
                config.task().cd(),
                job.runId(),
                plan.prompt(prepared.prompt()),
                left,
                config.limits().idleTimeout());
        Instant begun = surroundings.clock().instant();
        budget.begin(job.record().used(), plan.threadBefore());
        Optional<Rollout> threadBefore = plan.thread().map(thread -> new Rollout(home.path(), thread));
        long answersBefore =
                threadBefore.map(Rollout::read).map(RolloutFacts::answers).orElse(0L);
        RolloutCommands commandsBefore = threadBefore.map(Rollout::commands).orElse(RolloutCommands.NONE);
        SettingsWatch settings = new SettingsWatch(config);
        CodexAttempt attempt = new CodexAttempt(
                streams, budget, home.path(), redactor, surroundings.clock(), settings, commandsBefore);
        try (LoginWatch watch = watchLogin(environment, attempt)) {
            CodexAttempt.Ended ended = attempt.run(supervisor, launch, cancellation);
            Transcript transcript = streams.transcript().transcript();
            stderr = stderr.followedBy(ended.stderr().summary());
            CodexExit exit = CodexExit.of(ended.exit());
            Requirements requirements = new RunChecks(config, prepared.schema()).requirements();
            Verdict judged = VerdictJudge.judge(transcript, exit, stderr, requirements);
            Optional<Failure> cause = tokenSeen(begun)
                    .or(settings::failure)
                    .filter(failure -> ended.exit().cancelSignal().isEmpty())
                    .or(() -> budget.exceeded(transcript, ended))
                    .or(() -> refusal(transcript, ended.exit(), judged, watch));
            AttemptResult result = new AttemptResult(
                    ended.exit(),
                    ended.threadId(),
                    transcript,
                    requirements,
                    cause.map(Verdict::of).orElse(judged),
                    Math.max(0, ended.rollout().answers() - answersBefore),
                    AttemptUsage.of(
                            plan.threadBefore(),
                            ended.rollout().threadUsage(),
                            transcript.threadUsage(),
                            ended.threadId().isEmpty() || ended.rolloutExists()),
                    RunEnd.of(surroundings.clock().instant(), exit, stderr, requirements.missingOutputs(), cause));
            job.record().attempted(result, ended.rollout());
            job.record().recovered(ended.recovered());
            return result;
        }
    }

    /** Where it is out of reach, codex's record is the proof. */
    private Optional<Failure> tokenSeen(Instant since) {
        if (job.record().tokenInReach()
                || !RecordedToken.isIn(home.path(), token.token().value(), since)) {
            return Optional.empty();
        }
        job.record().tokenSeen();
        RunManifestFile.write(job.folder(), job.record().manifest());
        return Optional.of(RunFailure.TOKEN_IN_RECORD.with());
    }

    /** A stored token was verified when it was stored, and an API key is verified by nothing but its use. */
    private LoginWatch watchLogin(ChildEnvironment environment, CodexAttempt attempt) {
        RunnerConfig config = job.config();
        boolean worthAsking =
                config.codex().loginMode() == LoginMode.ENV && config.token().tokenKind() == TokenKind.ACCESS_TOKEN;
        if (!worthAsking) {
            return LoginWatch.none();
        }
        return LoginWatch.start(
                new BoundedCommand(supervisor, LOGIN_BOUND),
                prepared.codex().path(),
                CodexArguments.loginStatus(config.codex()),
                environment,
                home.path(),
                job.runId().aside(),
                refusal -> endIfFinal(refusal, attempt));
    }

    /** A refused token stays refused; a network that failed beside the run may carry the run itself. */
    private static void endIfFinal(Failure refusal, CodexAttempt attempt) {
        if (refusal.kind() == FailureKind.CREDENTIAL) {
            attempt.end();
        }
    }

    /** A refused login explains what codex could only call 401, or what we ended because of it. */
    private static Optional<Failure> refusal(
            Transcript transcript, ProcessExit exit, Verdict judged, LoginWatch watch) {
        boolean ours = transcript.turn() == Transcript.TurnState.COMPLETED
                || exit.cancelSignal().isPresent()
                || exit.ending() == Ending.LIMIT;
        if (ours) {
            return Optional.empty();
        }
        boolean vague = judged.kind() == FailureKind.CREDENTIAL || judged.kind() == FailureKind.CONNECTIVITY;
        return watch.refusalWithin(vague ? REFUSAL_PATIENCE : Duration.ZERO)
                .filter(failure -> vague || failure.kind() == FailureKind.CREDENTIAL);
    }
}
