package dev.codexrunner.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.doctor.DoctorReport.Status;
import dev.codexrunner.launch.LaunchFailure;
import dev.codexrunner.secret.Redactor;
import dev.codexrunner.secret.Secret;
import dev.codexrunner.transport.TransportFailure;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ExaminationTest {

    private final Redactor redactor = new Redactor();

    private record Scripted(Link link, Set<Link> needs, Supplier<CheckResult> result) implements Check {
        @Override
        public CheckResult run(Findings found) {
            return result.get();
        }
    }

    private static Check check(Link link, Set<Link> needs, CheckResult result) {
        return new Scripted(link, needs, () -> result);
    }

    private static final CheckResult PASSED = new CheckResult.Passed("fine");
    private static final CheckResult FAILED = new CheckResult.Failed(LaunchFailure.CODEX_NOT_FOUND.with("/opt/codex"));

    private DoctorReport report(Check... checks) {
        return report(OptionalInt.empty(), checks);
    }

    private DoctorReport report(OptionalInt signal, Check... checks) {
        try (Findings found = new Findings()) {
            return DoctorReport.of(new Examination(List.of(checks), signal::isPresent).run(found), signal, redactor);
        }
    }

    @Test
    void what_needs_a_broken_link_is_skipped_with_the_reason_and_all_else_still_runs() {
        DoctorReport report = report(
                check(Link.CODEX, Set.of(), FAILED),
                check(Link.ARGUMENTS, Set.of(Link.CODEX), PASSED),
                check(Link.LOGIN, Set.of(Link.ARGUMENTS), PASSED),
                check(Link.SERVICE, Set.of(), PASSED));

        assertThat(report.checks())
                .extracting(DoctorReport.Line::status)
                .containsExactly(Status.FAILED, Status.SKIPPED, Status.SKIPPED, Status.OK);
        assertThat(report.checks().get(1).detail()).isEqualTo("needs the link \"codex\", which is broken");
        assertThat(report.checks().get(2).detail()).isEqualTo("needs the link \"arguments\", which is broken");
        assertThat(report.exitCode()).isEqualTo(6);
    }

    @Test
    void a_link_that_does_not_apply_holds_up_nothing() {
        DoctorReport report = report(
                check(Link.VAULT, Set.of(), new CheckResult.Skipped("not used")),
                check(Link.SECRET, Set.of(Link.VAULT), PASSED));

        assertThat(report.checks()).extracting(DoctorReport.Line::status).containsExactly(Status.SKIPPED, Status.OK);
        assertThat(report.exitCode()).isZero();
    }

    @Test
    void a_thrown_failure_is_a_failed_check() {
        DoctorReport report = report(new Scripted(Link.VAULT, Set.of(), () -> {
            throw TransportFailure.CONNECTION_REFUSED.with("vault:8200").asException();
        }));

        assertThat(report.checks().get(0).code()).contains("connection-refused");
        assertThat(report.checks().get(0).kind()).contains("connectivity");
        assertThat(report.exitCode()).isEqualTo(5);
    }

    @Test
    void warnings_alone_end_with_0_and_are_told() {
        DoctorReport report = report(
                check(Link.TOKEN, Set.of(), new CheckResult.Warning("3 days", List.of("It ends soon.", "Do it."))));

        assertThat(report.checks().get(0).reason()).contains("It ends soon. Do it.");
        assertThat(report.exitCode()).isZero();
    }

    @Test
    void a_signal_ends_it_with_its_own_code_and_nothing_else_is_started() {
        DoctorReport report =
                report(OptionalInt.of(15), check(Link.CODEX, Set.of(), FAILED), check(Link.SERVICE, Set.of(), PASSED));

        assertThat(report.checks())
                .extracting(DoctorReport.Line::status)
                .containsExactly(Status.SKIPPED, Status.SKIPPED);
        assertThat(report.exitCode()).isEqualTo(143);
    }

    @Test
    void a_check_that_a_signal_breaks_off_has_found_nothing() {
        AtomicBoolean cancelled = new AtomicBoolean();
        Check brokenOff = new Scripted(Link.VAULT, Set.of(), () -> {
            cancelled.set(true);
            throw TransportFailure.INTERRUPTED.with("vault:8200").asException();
        });

        assertThat(new Examination(List.of(brokenOff, check(Link.SECRET, Set.of(Link.VAULT), PASSED)), cancelled::get)
                        .run(new Findings()))
                .extracting(Examination.Examined::result)
                .containsOnly(new CheckResult.Skipped("cancelled"));
    }

    @Test
    void nothing_that_is_told_holds_a_secret_or_speaks_to_the_ci() {
        String secret = "s3cret-value-0123456789";
        redactor.learn(Secret.of("token", secret));
        DoctorReport report = report(
                check(Link.SECRET, Set.of(), new CheckResult.Passed("::add-mask::x " + secret)),
                check(
                        Link.LOGIN,
                        Set.of(),
                        new CheckResult.Failed(DoctorFailure.CODEX_ARGUMENTS_REFUSED.with("\u001b[31m" + secret))));

        for (String output : List.of(DoctorOutput.text(report), DoctorOutput.json(report))) {
            assertThat(output).doesNotContain(secret, "::add-mask", "\u001b").contains("[redacted:token]");
        }
    }

    @Test
    void text_has_a_line_for_each_check_and_the_mend_below_a_failed_one() {
        assertThat(DoctorOutput.text(report(
                        check(Link.CA_BUNDLE, Set.of(), PASSED),
                        check(Link.CODEX, Set.of(), FAILED),
                        check(Link.LOGIN, Set.of(Link.CODEX), PASSED))))
                .isEqualTo("""
                        ok       ca bundle       fine
                        FAILED   codex
                                                 cause: codex was not found; looked at: /opt/codex. The runner starts the codex program that is installed on the machine; it brings none of its own.
                                                 fix: Install it (npm install -g @openai/codex@0.169.0 is what is tested) or name it with --codex-path. [codex-not-found]
                        skipped  login           needs the link "codex", which is broken
                        3 checks: 1 ok, 0 with a warning, 1 failed, 1 skipped (exit 6)
                        """);
    }

    @Test
    void every_link_has_a_check_and_each_check_comes_after_those_it_needs() {
        List<Check> checks = Checks.all(Subjects.of(List.of()));

        assertThat(checks).extracting(Check::link).containsExactly(Link.values());
        for (Check check : checks) {
            assertThat(check.needs()).allSatisfy(needed -> assertThat(needed).isLessThan(check.link()));
        }
    }

    @Test
    void what_checks_set_up_is_undone_latest_first() {
        StringBuilder order = new StringBuilder();
        try (Findings found = new Findings()) {
            found.undoAtEnd(() -> order.append("home"));
            found.undoAtEnd(() -> order.append("reaper "));
        }
        assertThat(order).hasToString("reaper home");
    }
}
