package dev.codexrunner.jenkins.result;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a run's outcome does to its build. */
public enum BuildEffect {
    /** The step returns; the build goes on as it was. */
    CONTINUE,
    /** The step returns; the build is unstable from now on. */
    UNSTABLE,
    /** The step fails. */
    FAIL;

    /** They fail the build whatever is configured: nobody can tell what was done. */
    private static final Set<String> ALWAYS_FAIL = Set.of(RunKind.INTERNAL.wireName(), RunKind.CANCELLED.wireName());

    /**
     * @param kind of the run, as its report names it
     * @param failOn kinds that fail the build; null or empty for every kind but success that is not in {@code unstableOn}
     * @param unstableOn kinds that make it unstable; where a kind is in both, it fails
     */
    public static BuildEffect of(
            String kind, @Nullable Collection<String> failOn, @Nullable Collection<String> unstableOn) {
        if (kind.equals(RunKind.SUCCESS.wireName())) {
            return CONTINUE;
        }
        if (ALWAYS_FAIL.contains(kind)) {
            return FAIL;
        }
        Set<String> failing = names(failOn);
        boolean unstable = names(unstableOn).contains(kind);
        if (failing.contains(kind)
                || (failing.isEmpty() && !unstable)
                || RunKind.named(kind).isEmpty()) {
            return FAIL;
        }
        return unstable ? UNSTABLE : CONTINUE;
    }

    /** The same for a run that was not even started: no list lets the build go on by not naming its kind. */
    public static BuildEffect ofUnstarted(
            String kind, @Nullable Collection<String> failOn, @Nullable Collection<String> unstableOn) {
        boolean listsMean =
                problems("", failOn).isEmpty() && problems("", unstableOn).isEmpty();
        return listsMean && of(kind, failOn, unstableOn) == UNSTABLE ? UNSTABLE : FAIL;
    }

    /** What is wrong with a list of kinds, a sentence for each; empty where nothing is. */
    public static List<String> problems(String field, @Nullable Collection<String> kinds) {
        return names(kinds).stream()
                .filter(kind -> RunKind.named(kind).isEmpty() || kind.equals(RunKind.SUCCESS.wireName()))
                .map(kind -> Texts.of("BuildEffect.noKind", field, kind, String.join(", ", failureKinds())))
                .toList();
    }

    /** What {@code failOn} and {@code unstableOn} may name. */
    public static List<String> failureKinds() {
        return Arrays.stream(RunKind.values())
                .filter(kind -> kind != RunKind.SUCCESS)
                .map(RunKind::wireName)
                .toList();
    }

    private static Set<String> names(@Nullable Collection<String> kinds) {
        return kinds == null
                ? Set.of()
                : kinds.stream()
                        .map(String::strip)
                        .filter(kind -> !kind.isEmpty())
                        .collect(Collectors.toSet());
    }
}
