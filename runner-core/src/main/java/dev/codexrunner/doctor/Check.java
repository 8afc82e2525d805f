package dev.codexrunner.doctor;

import java.util.Set;

/** Looks at one link. Registered in {@link Checks}. */
interface Check {

    Link link();

    /** The links without which this one can't be looked at. */
    Set<Link> needs();

    /**
     * Looks at it, for real and within a bound.
     *
     * @param found what the checks before this one left; takes what later ones need
     * @throws dev.codexrunner.failure.FailureException counts as {@link CheckResult.Failed}
     */
    CheckResult run(Findings found);
}
