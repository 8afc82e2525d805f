package dev.codexrunner.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the templates show: texts that are ready but for their escaping. An empty list or text leaves its part out.
 *
 * @param outcome {@code success} or {@code failure}
 * @param job its name, where it has one
 * @param facts in a few words, at the top
 * @param recorded whether there is a stream that the report was made from
 */
record Page(
        String title,
        Optional<String> job,
        String outcome,
        Verdict verdict,
        List<Fact> facts,
        Optional<FindingSection> findings,
        Optional<Answer> answer,
        List<String> warnings,
        List<String> errors,
        List<Check> checks,
        Optional<Changes> changes,
        Optional<Timeline> timeline,
        Optional<Plan> plan,
        Optional<Steps> steps,
        List<Attempt> attempts,
        Optional<UsageChart> usage,
        List<Fact> credential,
        List<Fact> policy,
        List<Fact> environment,
        List<Fact> counts,
        boolean recorded,
        String footer) {

    /** Links to the parts that are there. */
    List<Link> contents() {
        List<Link> links = new ArrayList<>();
        link(links, findings.isPresent(), "findings", "Findings");
        link(links, answer.isPresent(), "answer", "Answer");
        link(links, hasNotes(), "notes", "Warnings and errors");
        link(links, hasChecks(), "checks", "Checks");
        link(links, changes.isPresent(), "changes", "Changed files");
        link(links, timeline.isPresent(), "timeline", "Timeline");
        link(links, plan.isPresent(), "plan", "Plan");
        link(links, steps.isPresent(), "steps", "Steps");
        link(links, hasAttempts(), "attempts", "Attempts");
        link(links, usage.isPresent(), "usage", "Tokens");
        link(links, true, "credential", "Credential");
        link(links, true, "policy", "Policy");
        link(links, true, "environment", "Environment");
        return links;
    }

    private static void link(List<Link> links, boolean there, String anchor, String text) {
        if (there) {
            links.add(new Link(anchor, text));
        }
    }

    boolean hasNotes() {
        return !warnings.isEmpty() || !errors.isEmpty();
    }

    boolean hasChecks() {
        return !checks.isEmpty();
    }

    boolean hasAttempts() {
        return !attempts.isEmpty();
    }

    boolean hasCounts() {
        return !counts.isEmpty();
    }

    /** @param code the failure's stable name */
    record Verdict(boolean success, String headline, String reason, String fix, boolean retryable, String code) {}

    /** @param value shown as code where {@code code} is set */
    record Fact(String name, String value, boolean code) {

        static Fact words(String name, String value) {
            return new Fact(name, value, false);
        }

        static Fact code(String name, String value) {
            return new Fact(name, value, true);
        }
    }

    /** Leads to a part of the page. */
    record Link(String anchor, String text) {}

    /**
     * A text of any length.
     *
     * @param note what was left out of it
     */
    record Text(String label, String text, Optional<String> note) {}

    /** What the agent said last: one of the two is empty. */
    record Answer(String prose, String json, Optional<String> note) {}

    record FindingSection(String title, String summary, Optional<String> note, List<FindingEntry> entries) {

        boolean hasEntries() {
            return !entries.isEmpty();
        }
    }

    /**
     * @param severity {@code error}, {@code warning} or {@code note}
     * @param place file and lines, in the agent's words; never a link
     */
    record FindingEntry(
            String severity,
            String title,
            String place,
            String rule,
            String confidence,
            String message,
            String suggestion) {}

    /** @param state {@code passed}, {@code failed} or {@code skipped} */
    record Check(String name, String state, String detail) {}

    /**
     * @param note how many there are, and what is not shown
     * @param more those that are folded away, and how many they are
     */
    record Changes(String note, List<Diff> files, Optional<MoreChanges> more) {

        static Changes of(String note, List<Diff> all, int shown) {
            if (all.size() <= shown) {
                return new Changes(note, all, Optional.empty());
            }
            List<Diff> rest = all.subList(shown, all.size());
            return new Changes(
                    note,
                    all.subList(0, shown),
                    Optional.of(new MoreChanges(Figures.number(rest.size()) + " more", rest)));
        }
    }

    record MoreChanges(String title, List<Diff> files) {}

    /**
     * @param gated whether later steps run it by its name
     * @param open whether it is unfolded at first
     */
    record Diff(
            String path,
            String kind,
            boolean gated,
            String added,
            String removed,
            boolean open,
            List<DiffLine> lines,
            Optional<String> note) {

        boolean hasLines() {
            return !lines.isEmpty();
        }
    }

    /** One of the three is set: a line that came, one that went, or one around them. */
    record DiffLine(
            String old,
            String fresh,
            Optional<String> added,
            Optional<String> removed,
            Optional<String> same,
            Optional<String> hunk) {}

    record Plan(String note, List<PlanStep> steps) {}

    record PlanStep(String text, boolean completed, String at) {}

    /** @param grouped whether there are several groups, so that each is folded */
    record Steps(boolean grouped, String note, List<Kind> kinds, List<Group> groups) {}

    /** A kind of steps to filter by. */
    record Kind(String id, String name, String count) {}

    record Group(String title, boolean open, List<Step> steps) {}

    /**
     * One thing that the agent said or did.
     *
     * @param kind the style's name for it
     * @param at how long after the run's beginning
     */
    record Step(
            String anchor,
            String kind,
            String kindName,
            boolean failed,
            String title,
            String state,
            String at,
            String took,
            List<Text> texts,
            List<Fact> facts) {

        boolean hasFacts() {
            return !facts.isEmpty();
        }

        /** Whether there is more than its title. */
        boolean folds() {
            return !texts.isEmpty() || !facts.isEmpty();
        }
    }

    record Attempt(
            String number,
            String started,
            String took,
            String how,
            String outcome,
            boolean failed,
            String reason,
            String next,
            String tokens) {}

    record UsageChart(String note, List<Slice> slices, List<Share> shares) {}

    record Slice(String x, String width, String kind) {}

    record Share(String kind, String name, String tokens, String percent) {}
}
