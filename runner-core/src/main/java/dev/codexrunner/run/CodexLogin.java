package dev.codexrunner.run;

import dev.codexrunner.config.LoginMode;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.launch.BoundedCommand;
import dev.codexrunner.launch.ChildEnvironment;
import dev.codexrunner.launch.CodexHome;
import dev.codexrunner.launch.StoredLogin;
import dev.codexrunner.secret.Redactor;

/**
 * Hands the token to codex: in its environment, or stored in its home where that was asked for.
 *
 * @param command starts {@code codex login}, within its bound
 */
record CodexLogin(RunJob job, Prepared prepared, TokenFetch token, CodexHome home, BoundedCommand command) {

    /**
     * The environment of every attempt.
     *
     * @param redactor for what a login that failed left to read
     * @throws FailureException when codex does not take the token in
     */
    ChildEnvironment environment(Redactor redactor) {
        if (job.config().codex().loginMode() == LoginMode.ENV) {
            return prepared.environment()
                    .withToken(token.token().value(), job.config().token().tokenKind());
        }
        try {
            new StoredLogin(command)
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

    /** Names nothing: it holds a token. */
    @Override
    public String toString() {
        return "CodexLogin[" + job.runId().value() + "]";
    }
}
