package dev.codexrunner.config;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import java.util.ArrayList;
import java.util.List;

/** Collects every problem, so that the user mends them in one go. Not thread-safe. */
public final class Problems {

    private final List<Failure> found = new ArrayList<>();

    /** Notes a problem; the first detail is the place. */
    public void add(ConfigFailure text, Object... details) {
        found.add(text.with(details));
    }

    public void add(Failure failure) {
        found.add(failure);
    }

    public List<Failure> found() {
        return List.copyOf(found);
    }

    /**
     * Fails once with everything that was noted.
     *
     * @throws FailureException if anything was; a single problem as itself, several as one numbered list
     */
    public void throwIfAny() {
        if (found.size() == 1) {
            throw found.get(0).asException();
        }
        if (!found.isEmpty()) {
            throw ConfigFailure.SEVERAL_PROBLEMS.with(found.size(), numbered()).asException();
        }
    }

    private String numbered() {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < found.size(); i++) {
            Failure problem = found.get(i);
            list.append("\n  %d. %s [%s]%n     %s".formatted(i + 1, problem.reason(), problem.code(), problem.fix()));
        }
        return list.substring(1);
    }
}
