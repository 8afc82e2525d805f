package dev.codexrunner.jenkins.request;

import java.util.List;

/**
 * What a policy says to a request.
 *
 * @param request as it is to run: completed by the defaults and by the policy
 * @param refusals each tells what is refused, why, and what to do; empty where the request may run
 */
public record Admission<T>(T request, List<String> refusals) {

    public Admission {
        refusals = List.copyOf(refusals);
    }

    public boolean isGranted() {
        return refusals.isEmpty();
    }

    /** All refusals, for the log. */
    public String inWords() {
        return String.join("\n", refusals);
    }
}
