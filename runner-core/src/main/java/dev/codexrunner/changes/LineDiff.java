package dev.codexrunner.changes;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two texts line by line. The work is bounded: between a beginning and an end that are the same, texts of many lines are
 * told as all old lines and all new ones, which is true as well.
 *
 * @param hunks lines of a unified diff, without the two that name the file
 */
record LineDiff(List<String> hunks, long added, long removed) {

    private static final int CONTEXT = 3;
    private static final String NO_NEWLINE = "\n\\ No newline at end of file";
    private static final int HEADER_LINES = 2;

    /** @param mostCompared so many lines on either side are compared with one another at most */
    static LineDiff of(String before, String after, int mostCompared) {
        List<String> old = lines(before);
        List<String> fresh = lines(after);
        int shorter = Math.min(old.size(), fresh.size());
        int head = 0;
        while (head < shorter && old.get(head).equals(fresh.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && old.get(old.size() - 1 - tail).equals(fresh.get(fresh.size() - 1 - tail))) {
            tail++;
        }
        Patch<String> patch = patch(
                head, old.subList(head, old.size() - tail), fresh.subList(head, fresh.size() - tail), mostCompared);
        long removed = patch.getDeltas().stream()
                .mapToLong(delta -> delta.getSource().size())
                .sum();
        long added = patch.getDeltas().stream()
                .mapToLong(delta -> delta.getTarget().size())
                .sum();
        List<String> whole = UnifiedDiffUtils.generateUnifiedDiff("", "", old, patch, CONTEXT);
        return new LineDiff(whole.stream().skip(HEADER_LINES).toList(), added, removed);
    }

    private static Patch<String> patch(int from, List<String> old, List<String> fresh, int mostCompared) {
        Patch<String> patch = new Patch<>();
        if (Math.max(old.size(), fresh.size()) > mostCompared) {
            patch.addDelta(new ChangeDelta<>(chunk(from, old), chunk(from, fresh)));
            return patch;
        }
        // The common algorithm keeps its whole way in memory; this one walks it twice. It tells what was replaced as an
        // insertion beside a deletion: told as one, the old lines come first, as everybody reads them.
        Deque<AbstractDelta<String>> deltas = new ArrayDeque<>();
        DiffUtils.diff(old, fresh, new MyersDiffWithLinearSpace<String>()).getDeltas().stream()
                .sorted(Comparator.comparingInt(delta ->
                        delta.getSource().getPosition() + delta.getTarget().getPosition()))
                .forEach(delta -> {
                    boolean adjoins = !deltas.isEmpty() && adjoin(deltas.getLast(), delta);
                    deltas.add(adjoins ? joined(deltas.removeLast(), delta) : delta);
                });
        deltas.forEach(delta -> patch.addDelta(new ChangeDelta<>(
                chunk(delta.getSource().getPosition() + from, delta.getSource().getLines()),
                chunk(delta.getTarget().getPosition() + from, delta.getTarget().getLines()))));
        return patch;
    }

    private static boolean adjoin(AbstractDelta<String> one, AbstractDelta<String> next) {
        return next.getSource().getPosition()
                        == one.getSource().getPosition() + one.getSource().size()
                && next.getTarget().getPosition()
                        == one.getTarget().getPosition() + one.getTarget().size();
    }

    private static AbstractDelta<String> joined(AbstractDelta<String> one, AbstractDelta<String> next) {
        return new ChangeDelta<>(joined(one.getSource(), next.getSource()), joined(one.getTarget(), next.getTarget()));
    }

    private static Chunk<String> joined(Chunk<String> one, Chunk<String> next) {
        return chunk(
                one.getPosition(),
                Stream.concat(one.getLines().stream(), next.getLines().stream()).toList());
    }

    private static Chunk<String> chunk(int position, List<String> lines) {
        return new Chunk<>(position, new ArrayList<>(lines));
    }

    /** A last line without an end is another line than the same with one. */
    private static List<String> lines(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        int last = lines.size() - 1;
        if (lines.get(last).isEmpty()) {
            lines.remove(last);
        } else {
            lines.set(last, lines.get(last) + NO_NEWLINE);
        }
        return lines;
    }
}
