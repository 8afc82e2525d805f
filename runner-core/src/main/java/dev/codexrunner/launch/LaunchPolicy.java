package dev.codexrunner.launch;

import dev.codexrunner.config.CodexConfig;
import dev.codexrunner.config.LoginMode;
import dev.codexrunner.config.PolicyConfig;
import dev.codexrunner.config.Sandbox;
import java.util.ArrayList;
import java.util.List;

/** Refuses what would widen a run beyond the defaults and was not allowed by name. Pure. */
public final class LaunchPolicy {

    private LaunchPolicy() {}

    /**
     * Every refused setting, one clause each, with the switch that would allow it; empty when nothing is refused.
     *
     * @param codex what is asked for
     * @param policy what is allowed
     * @param settings what a given CODEX_HOME's files set
     */
    public static List<String> problems(CodexConfig codex, PolicyConfig policy, CodexHomeSettings settings) {
        List<String> problems = new ArrayList<>();
        if (codex.sandbox() == Sandbox.DANGER_FULL_ACCESS && !policy.allowDangerFullAccess()) {
            problems.add("--sandbox danger-full-access (--allow-danger-full-access)");
        }
        if (codex.loginMode() == LoginMode.STORED && !policy.allowStoredLogin()) {
            problems.add("--login-mode stored (--allow-stored-login)");
        }
        problems.addAll(CodexOverrides.problems(codex.config(), policy.allowOverride(), policy.allowMcp()));
        problems.addAll(CodexOverrides.problems(settings, policy.allowOverride(), policy.allowMcp()));
        problems.addAll(PassedVariables.problems(codex.passEnv(), policy.allowOverride()));
        return problems;
    }

    /**
     * Every refused setting of the machine's own files, with the switch that would allow it.
     *
     * @param settings with the machine's files
     * @param policy what is allowed
     */
    public static List<String> machineProblems(CodexHomeSettings settings, PolicyConfig policy) {
        return CodexOverrides.machineProblems(settings, policy.allowOverride());
    }

    /**
     * The same, as an exception.
     *
     * @throws dev.codexrunner.failure.FailureException {@link LaunchFailure#SETTINGS_REFUSED}, with all problems at once
     */
    public static void require(CodexConfig codex, PolicyConfig policy, CodexHomeSettings settings) {
        List<String> problems = problems(codex, policy, settings);
        if (!problems.isEmpty()) {
            throw LaunchFailure.SETTINGS_REFUSED
                    .with(String.join("; ", problems))
                    .asException();
        }
    }
}
