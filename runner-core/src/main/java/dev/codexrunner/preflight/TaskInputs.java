package dev.codexrunner.preflight;

import dev.codexrunner.file.RegularFile;
import dev.codexrunner.journal.TrustFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where prompt file and output schema come from. With a base commit nobody writes the prompt of his own reviewer, nor the
 * form that its answer may take: what the repository has is the base commit's.
 */
public final class TaskInputs {

    private final CheckoutFiles checkout;
    private final Optional<BaseFiles> base;
    private final List<TrustFacts.TaskInput> facts = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private TaskInputs(CheckoutFiles checkout, Optional<BaseFiles> base) {
        this.checkout = checkout;
        this.base = base;
    }

    /**
     * Those of a run.
     *
     * @param teamConfig with the base commit, where there is one
     * @param git over the working folder
     */
    public static TaskInputs of(CheckoutFiles checkout, TeamConfig teamConfig, GitObjects git) {
        return new TaskInputs(
                checkout, teamConfig.facts().commit().map(commit -> new BaseFiles(git, commit, git.checkedOut())));
    }

    /**
     * What to read in place of a given path.
     *
     * @param file with links followed where it lies in the checkout
     * @param text of the base commit; then the file isn't looked at
     */
    public record Source(Path file, Optional<String> text, String origin) {}

    /**
     * Decides it for one option.
     *
     * @param option its name, for the failure
     * @throws dev.codexrunner.failure.FailureException {@link PolicyFailure#LEADS_OUT_OF_CHECKOUT} or
     *     {@link PolicyFailure#INPUT_NOT_IN_BASE}
     */
    public Source source(String option, Path given) {
        if (!checkout.names(given)) {
            return new Source(given, Optional.empty(), "elsewhere");
        }
        String name = checkout.nameOf(given);
        Optional<String> reviewed = base.flatMap(commit -> commit.text(name));
        if (reviewed.isPresent()) {
            if (!isInCheckout(given, reviewed.get())) {
                warnings.add(
                        name + " (--" + option + ") differs from the base commit's, which is the one that was used.");
            }
            return new Source(given, reviewed, "base");
        }
        Path followed = checkout.within(given);
        if (base.filter(commit -> commit.changeBrings(name) || commit.changeBrings(checkout.nameOf(followed)))
                .isPresent()) {
            throw PolicyFailure.INPUT_NOT_IN_BASE.with(name, option).asException();
        }
        return new Source(checkout.given(given), Optional.empty(), "checkout");
    }

    private boolean isInCheckout(Path given, String reviewed) {
        try {
            byte[] bytes = reviewed.getBytes(StandardCharsets.UTF_8);
            Optional<Path> file = checkout.follow(given);
            return file.isPresent()
                    && RegularFile.text(file.get(), bytes.length + 1).equals(reviewed);
        } catch (IOException another) {
            return false;
        }
    }

    /**
     * For the record, once it was read.
     *
     * @param text as it was read
     */
    public void read(String option, Path given, Source source, String text) {
        facts.add(new TrustFacts.TaskInput(
                option,
                source.origin(),
                checkout.names(given) && !source.origin().equals("built-in")
                        ? checkout.nameOf(given)
                        : given.toString(),
                Digests.sha256(text.getBytes(StandardCharsets.UTF_8))));
    }

    /** All that were read. */
    public List<TrustFacts.TaskInput> facts() {
        return List.copyOf(facts);
    }

    /** Sentences for the user. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** @param checkedOut the commit of the working tree, which may be the change's; empty before the first one */
    private record BaseFiles(GitObjects git, String commit, Optional<String> checkedOut) {

        Optional<String> text(String name) {
            return entry(commit, name)
                    .map(entry -> git.text(entry)
                            .orElseThrow(() -> TeamConfig.unusable(entry.path(), "it is no UTF-8 text")));
        }

        /**
         * Else an earlier step of the job has made it, which is the job's own affair. What is in a submodule is the change's,
         * as which of its commits is checked out is: the base commit has none of its files.
         */
        boolean changeBrings(String name) {
            return checkedOut
                    .filter(head -> entry(head, name).isPresent() || git.isInSubmodule(head, name))
                    .isPresent();
        }

        private Optional<GitObjects.Entry> entry(String of, String name) {
            return git.list(of, List.of(name)).stream()
                    .filter(entry -> entry.path().equals(name))
                    .findFirst();
        }
    }
}
