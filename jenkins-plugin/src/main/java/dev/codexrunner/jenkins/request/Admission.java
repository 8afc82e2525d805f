package dev.codexrunner.jenkins.request;

import java.util.List;

/**
 * What is said to a request before it runs.
 *
 * @param request as it is to run: completed by the defaults and by the policy
 * @param problems each tells what no policy would make right, and what to do; with any it must not run
 * @param refusals each tells what is refused, why, and what to do; the policy's
 * @param notes for the log: where the run is not quite as it was asked for
 */
public record Admission<T>(T request, List<String> problems, List<String> refusals, List<String> notes) {

    public Admission {
        problems = List.copyOf(problems);
        refusals = List.copyOf(refusals);
        notes = List.copyOf(notes);
    }
}
