package dev.codexrunner.doctor;

import dev.codexrunner.config.TokenKind;
import dev.codexrunner.credential.AccessToken;
import dev.codexrunner.launch.ChildEnvironment;
import dev.codexrunner.launch.CodexArguments;
import dev.codexrunner.launch.CodexBinary;
import dev.codexrunner.preflight.LoginQuestion;
import dev.codexrunner.preflight.LoginStatus;
import java.util.List;
import java.util.Set;

/** Whether codex, and behind it the service, accepts the token. */
record LoginCheck(Subject subject) implements Check {

    @Override
    public Link link() {
        return Link.LOGIN;
    }

    @Override
    public Set<Link> needs() {
        // Where a setting was refused, codex must not get the token: the setting may send it elsewhere.
        return Set.of(Link.CONFIGURATION, Link.CA_BUNDLE, Link.PROXY, Link.TOKEN, Link.CODEX);
    }

    @Override
    public CheckResult run(Findings found) {
        TokenKind kind = subject.config().token().tokenKind();
        if (kind == TokenKind.API_KEY) {
            return new CheckResult.Skipped("an API key is confirmed by nothing but its use");
        }
        ChildEnvironment environment = subject.environment(found)
                .withToken(found.get(AccessToken.class).value(), kind);
        LoginStatus status = new LoginQuestion(
                        subject.command(),
                        found.get(CodexBinary.class).path(),
                        CodexArguments.loginStatus(subject.config().codex()),
                        environment,
                        Subject.folder(found),
                        subject.runId().aside())
                .ask();
        if (status instanceof LoginStatus.Refused refused) {
            return new CheckResult.Failed(refused.failure());
        }
        return status instanceof LoginStatus.Unclear unclear
                ? new CheckResult.Warning(
                        "unclear", List.of("codex login status said something unknown: " + unclear.output()))
                : new CheckResult.Passed("codex login status: the service accepts the token");
    }
}
