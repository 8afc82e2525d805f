package dev.codexrunner.run;

import dev.codexrunner.config.LoginMode;
import dev.codexrunner.config.RunnerConfig;
import dev.codexrunner.config.TokenKind;
import dev.codexrunner.events.TokenUsage;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.journal.RunEnd;
import dev.codexrunner.launch.BoundedCommand;
import dev.codexrunner.launch.ChildEnvironment;
import dev.codexrunner.launch.CodexArguments;
import dev.codexrunner.launch.CodexHome;
import dev.codexrunner.launch.Ending;
import dev.codexrunner.launch.LaunchPlan;
import dev.codexrunner.launch.ProcessExit;
import dev.codexrunner.launch.StoredLogin;
import dev.codexrunner.launch.Supervisor;
import dev.codexrunner.outcome.CodexExit;
import dev.codexrunner.outcome.Requirements;
import dev.codexrunner.outcome.StderrSummary;
import dev.codexrunner.outcome.Transcript;
import dev.codexrunner.outcome.Verdict;
import dev.codexrunner.outcome.VerdictJudge;
import dev.codexrunner.secret.Redactor;
import dev.codexrunner.transport.Pause;
import dev.codexrunner.transport.RetrySchedule;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Starts codex, again where a failure that passes struck before anything was done, and gives the last verdict. */
final class Attempts {

    /** codex's own bound on the calls that verify a token is about as long. */
    private static final Duration LOGIN_BOUND = Duration.ofSeconds(20);

    /** How long a failed run waits for the login status to name its cause. */
    private static final Duration REFUSAL_PATIENCE = Duration.ofSeconds(3);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final ExecJob.Job job;
    private final Prepared prepared;
    private final TokenFetch token;
    private final CodexHome home;
    private final Supervisor supervisor;
    private final RunSurroundings surroundings;
    private final Cancellation cancellation;

    Attempts(
            ExecJob.Job job,
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
        RunnerConfig config = job.config();
        ChildEnvironment environment = login(redactor);
        RetrySchedule schedule = new RetrySchedule(
                config.limits().retries() + 1,
                FIRST_WAIT,
                LONGEST_WAIT,
                config.limits().timeout());
        long begin = surroundings.nanoTime().getAsLong();
        for (int number = 1; ; number++) {
            AttemptResult result = attempt(streams, redactor, environment, left(begin));
            Duration wait = schedule.delayAfter(number, surroundings.random());
            boolean again = cancellation.signal().isEmpty()
                    && RetryDecision.again(
                            result.verdict(),
                            result.transcript(),
                            number,
                            config.limits().retries(),
                            left(begin),
                            wait);
            if (!again) {
                return result;
            }
            streams.progress()
                    .note("retry in " + wait.toSeconds() + " s: "
                            + result.verdict().reason());
            if (!paused(wait)) {
                return cancellation
                        .failure()
                        .map(Verdict::of)
                        .map(result::withVerdict)
                        .orElse(result);
            }
        }
    }

    private Duration left(long begin) {
        Duration used = Duration.ofNanos(surroundings.nanoTime().getAsLong() - begin);
        Duration left = job.config().limits().timeout().minus(used);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Waits, unless a signal comes; says whether the run may go on. */
    private boolean paused(Duration wait) {
        Thread waiting = Thread.currentThread();
        try (Cancellation.Registration interrupting = cancellation.onCancel(signal -> waiting.interrupt())) {
            Pause.sleeping().pause(wait);
            return cancellation.signal().isEmpty();
        } catch (InterruptedException e) {
            return false;
        }
    }

    private ChildEnvironment login(Redactor redactor) {
        if (job.config().codex().loginMode() == LoginMode.ENV) {
            return prepared.environment()
                    .withToken(token.token().value(), job.config().token().tokenKind());
        }
        try {
            new StoredLogin(new BoundedCommand(supervisor, LOGIN_BOUND))
                    .store(
                            prepared.codex().path(),
                            prepared.environment(),
                            home.path(),
                            job.runId().aside(),
                            token.token().value());
        } catch (FailureException refused) {
            LoginLog.keep(home.path(), job.folder(), redactor);
            throw refused;
        }
        return prepared.environment();
    }

    private AttemptResult attempt(RunStreams streams, Redactor redactor, ChildEnvironment environment, Duration left) {
        RunnerConfig config = job.config();
        Instant startedAt = surroundings.clock().instant();
        LaunchPlan plan = new LaunchPlan(
                prepared.codex().path(),
                CodexArguments.of(
                        config.task(),
                        config.codex(),
                        config.policy(),
                        prepared.settings(),
                        prepared.exposure().hidden(),
                        job.runId()),
                environment,
                config.task().cd(),
                job.runId(),
                prepared.prompt(),
                left,
                config.limits().idleTimeout());
        TokenBudget budget =
                new TokenBudget(config.limits().maxTokens(), job.record().usageBaseline());
        CodexAttempt attempt = new CodexAttempt(streams, budget, home.path(), redactor, surroundings.clock());
        try (LoginWatch watch = watchLogin(environment, attempt)) {
            CodexAttempt.Ended ended = attempt.run(supervisor, plan, cancellation);
            Transcript transcript = streams.transcript().transcript();
            StderrSummary stderr = ended.stderr().summary();
            CodexExit exit = CodexExit.of(ended.exit());
            Requirements requirements = new RunChecks(config, prepared.schema()).requirements();
            Verdict judged = VerdictJudge.judge(transcript, exit, stderr, requirements);
            Optional<Failure> refusal = refusal(transcript, ended.exit(), judged, watch);
            AttemptResult result = new AttemptResult(
                    startedAt,
                    ended.exit(),
                    transcript,
                    requirements,
                    refusal.map(Verdict::of).orElse(judged),
                    RunEnd.of(surroundings.clock().instant(), exit, stderr, requirements.missingOutputs(), refusal));
            job.record().attempted(result, ended.rollout());
            return result;
        }
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
