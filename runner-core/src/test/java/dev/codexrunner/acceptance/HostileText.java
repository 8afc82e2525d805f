package dev.codexrunner.acceptance;

import dev.codexrunner.testkit.backend.ModelTurn;
import dev.codexrunner.testkit.backend.OutputItem.ApplyPatch;
import dev.codexrunner.testkit.backend.OutputItem.FunctionCall;
import dev.codexrunner.testkit.backend.OutputItem.Message;
import dev.codexrunner.testkit.backend.OutputItem.PlanStep;
import dev.codexrunner.testkit.backend.OutputItem.Reasoning;
import dev.codexrunner.testkit.backend.OutputItem.ShellCommand;
import dev.codexrunner.testkit.backend.OutputItem.UpdatePlan;
import dev.codexrunner.testkit.backend.Scenario;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Text with which an agent tries to speak to the CI, or to deceive who reads its log. */
final class HostileText {

    static final String SCENARIO = "speaks_to_the_ci";

    /** GitHub's and Azure's commands, Jenkins' console notes, colours, a title, a rewritten line, a turned line. */
    static final String TEXT = """
            ::add-mask::a
             \t::set-output name=x::y
            \u200B::error file=a::b
            ##[group]c
            x ##vso[task.setvariable variable=d]e
            ##teamcity[buildProblem description='f']
            \033[8mha:////4AAAA==\033[0mg
            \033[2K\033[31mh\033[0m\033]0;i\007
            safe\r::stop-commands::j
            \u202Ek\u2066
            verdict: success""";

    /** What a CI would obey, or a terminal. */
    private static final List<Pattern> OBEYED = Stream.of(
                    "(?m)^[\\s\\p{Z}\\p{Cf}]*::",
                    "##\\[",
                    "##vso\\[",
                    "##teamcity\\[",
                    "\u001B",
                    "\r",
                    "\u009B",
                    "\u202E")
            .map(Pattern::compile)
            .toList();

    private HostileText() {}

    /** Says it everywhere where an agent can: message, command, output, file name, plan, tool, thought. */
    static Scenario scenario() {
        String quoted = TEXT.replace("'", "");
        return Scenario.of(
                SCENARIO,
                ModelTurn.answer(
                        new Reasoning(TEXT),
                        new UpdatePlan(List.of(new PlanStep(TEXT, "in_progress"), new PlanStep("m", "pending"))),
                        new ShellCommand("printf '%s' '" + quoted + "'; printf '%s' '" + quoted + "' >&2; exit 3")),
                ModelTurn.answer(new ApplyPatch("*** Begin Patch\n*** Add File: ::warning::\u001B[31m##[x]\n+"
                        + "::debug::q\n*** End Patch\n")),
                ModelTurn.answer(new FunctionCall("::error::" + "tool", Map.of("a", TEXT))),
                ModelTurn.answer(new Message(TEXT)));
    }

    /** What of it a CI or a terminal would obey in that text. */
    static List<String> obeyedIn(String text) {
        return OBEYED.stream()
                .filter(pattern -> pattern.matcher(text).find())
                .map(Pattern::pattern)
                .toList();
    }
}
