package dev.codexrunner.config;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects every problem, so that the user mends them in one go. Not thread-safe. */
public final class Problems {

    /** How a place in a file starts, see {@link Origin.FileKey#describe()}. */
    private static final Pattern PLACE_IN_FILE = Pattern.compile("^.+?:(\\d{1,9}):(\\d{1,9})(?: .*)?$", Pattern.DOTALL);

    private record Noted(Failure failure, int line, int column) {}

    private final List<Noted> noted = new ArrayList<>();

    /** Notes a problem; the first detail is the place. */
    public void add(ConfigFailure text, Object... details) {
        Matcher place = PLACE_IN_FILE.matcher(details.length == 0 ? "" : details[0].toString());
        boolean inFile = place.matches();
        noted.add(new Noted(
                text.with(details),
                inFile ? Integer.parseInt(place.group(1)) : 0,
                inFile ? Integer.parseInt(place.group(2)) : 0));
    }

    public void add(Failure failure) {
        noted.add(new Noted(failure, 0, 0));
    }

    /** In the order in which they were noted, but those of the file at the end, from its top to its bottom. */
    public List<Failure> found() {
        return noted.stream()
                .sorted(Comparator.comparingInt(Noted::line).thenComparingInt(Noted::column))
                .map(Noted::failure)
                .toList();
    }

    /** Everything that was noted as one failure: a single problem as itself, several as one numbered list. */
    public Optional<Failure> summary() {
        List<Failure> found = found();
        return switch (found.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(found.get(0));
            default -> Optional.of(ConfigFailure.SEVERAL_PROBLEMS.with(found.size(), numbered(found)));
        };
    }

    /**
     * Fails once with everything that was noted.
     *
     * @throws FailureException if anything was, see {@link #summary()}
     */
    public void throwIfAny() {
        summary().ifPresent(failure -> {
            throw failure.asException();
        });
    }

    private static String numbered(List<Failure> found) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < found.size(); i++) {
            Failure problem = found.get(i);
            list.append("\n  %d. %s [%s]\n     %s".formatted(i + 1, problem.reason(), problem.code(), problem.fix()));
        }
        return list.toString();
    }
}
