package dev.codexrunner.doctor;

import dev.codexrunner.failure.FailureException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Runs checks in their order; one that depends on a broken link is skipped, all others still run. */
final class Examination {

    private static final CheckResult CANCELLED = new CheckResult.Skipped("cancelled");

    private final List<Check> checks;
    private final BooleanSupplier cancelled;

    /**
     * @param checks each after those that it needs
     * @param cancelled asked before each check
     */
    Examination(List<Check> checks, BooleanSupplier cancelled) {
        this.checks = checks;
        this.cancelled = cancelled;
    }

    /** A link and what was found. */
    record Examined(Link link, CheckResult result) {}

    List<Examined> run(Findings found) {
        List<Examined> examined = new ArrayList<>();
        Set<Link> broken = EnumSet.noneOf(Link.class);
        for (Check check : checks) {
            Optional<Link> missing =
                    check.needs().stream().filter(broken::contains).sorted().findFirst();
            CheckResult result = missing.isPresent() && !cancelled.getAsBoolean()
                    ? new CheckResult.Skipped(
                            "needs the link \"" + missing.get().label() + "\", which is broken")
                    : run(check, found);
            // What was skipped for a broken link is as good as broken; what merely doesn't apply is not.
            if (missing.isPresent() || result instanceof CheckResult.Failed || cancelled.getAsBoolean()) {
                broken.add(check.link());
            }
            examined.add(new Examined(check.link(), result));
        }
        return List.copyOf(examined);
    }

    private CheckResult run(Check check, Findings found) {
        if (cancelled.getAsBoolean()) {
            return CANCELLED;
        }
        try {
            return check.run(found);
        } catch (FailureException failed) {
            // What a signal breaks off tells nothing about the link.
            return cancelled.getAsBoolean() ? CANCELLED : new CheckResult.Failed(failed.failure());
        }
    }
}
