package dev.codexrunner.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.events.EventParser;
import dev.codexrunner.failure.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Remarks as codex 0.169.0 makes them. */
class PolicyFallbackTest {

    private static final String STREAM = """
            {"type":"thread.started","thread_id":"t"}
            {"type":"item.completed","item":{"id":"item_0","type":"error","message":"%s"}}
            {"type":"turn.started"}
            {"type":"item.completed","item":{"id":"item_1","type":"agent_message","text":"Done."}}
            {"type":"turn.completed","usage":{"input_tokens":1,"cached_input_tokens":0,"output_tokens":1,"reasoning_output_tokens":0}}
            """;

    private static Verdict verdict(String remark) {
        TranscriptBuilder builder = new TranscriptBuilder();
        EventParser parser = new EventParser();
        STREAM.formatted(remark).lines().map(parser::read).forEach(builder::accept);
        return VerdictJudge.judge(builder.transcript(), CodexExit.exited(0), StderrSummary.EMPTY, Requirements.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Configured value for `approval_policy` is disallowed by requirements; falling back to required value"
                        + " OnRequest. Details: invalid value for `approval_policy`: `Never` is not in the allowed set"
                        + " [OnRequest] (set by /etc/codex/requirements.toml)",
                "Configured value for `permission_profile` is disallowed by requirements; falling back to required value"
                        + " Managed { network: Restricted }. Details: (set by enterprise-managed requirements baseline (r1))"
            })
    void a_run_under_other_settings_is_no_success(String remark) {
        Verdict verdict = verdict(remark);

        assertThat(verdict.kind()).isEqualTo(FailureKind.POLICY);
        assertThat(verdict.code()).isEqualTo("policy-fallback");
        assertThat(verdict.reason()).contains("set by");
    }

    @Test
    void other_remarks_of_codex_decide_nothing() {
        assertThat(verdict("Model metadata for `x` not found. Defaulting to fallback metadata.")
                        .kind())
                .isEqualTo(FailureKind.SUCCESS);
    }
}
