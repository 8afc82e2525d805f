package dev.codexrunner.jenkins.page;

import dev.codexrunner.jenkins.page.StepEntry.Block;
import dev.codexrunner.jenkins.result.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Steps of a report as entries of a timeline: bounded, those that failed before the others. */
final class StepEntries {

    static final int MOST = 300;

    private static final int LONGEST_TITLE = 240;

    /** In characters; the report itself has head and tail of more. */
    private static final int LONGEST_BLOCK = 12_000;

    private static final int MOST_FILES = 200;
    private static final int LONGEST_PATH = 4_096;

    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*\n]{1,1000})\\*\\*");

    private StepEntries() {}

    /** @param changed paths of changed files below the workspace */
    static List<StepEntry> of(List<Step> steps, List<String> changed) {
        Set<Integer> chosen = new TreeSet<>();
        IntStream.range(0, steps.size())
                .filter(i -> steps.get(i).failed())
                .limit(MOST / 2)
                .forEach(chosen::add);
        IntStream.range(0, steps.size()).takeWhile(i -> chosen.size() < MOST).forEach(chosen::add);
        Set<String> below = Set.copyOf(changed);
        return chosen.stream().map(i -> entry(steps.get(i), below)).toList();
    }

    private static StepEntry entry(Step step, Set<String> changed) {
        if (step instanceof Step.Command command) {
            return command(command);
        }
        if (step instanceof Step.Patch patch) {
            return patch(patch, changed);
        }
        if (step instanceof Step.ToolCall call) {
            return toolCall(call);
        }
        if (step instanceof Step.Search search) {
            return made(
                    "search",
                    Messages.StepEntries_search(),
                    search.query(),
                    "",
                    search,
                    search.action().isEmpty()
                            ? List.of()
                            : List.of(block(Messages.StepEntries_details(), search.action(), 0)));
        }
        if (step instanceof Step.Thought thought) {
            return said(
                    "thought", Messages.StepEntries_thought(), withoutMarks(thought.text()), thought.length(), thought);
        }
        Step.Message message = (Step.Message) step;
        return said("message", Messages.StepEntries_message(), message.text(), message.length(), message);
    }

    private static StepEntry command(Step.Command command) {
        String outcome = command.exitCode().isPresent() && command.exitCode().getAsInt() != 0
                ? Messages.StepEntries_exitCode(command.exitCode().getAsInt())
                : outcome(command);
        List<Block> blocks = new ArrayList<>();
        if (isLong(command.command())) {
            blocks.add(block(Messages.StepEntries_command(), command.command(), 0));
        }
        if (!command.output().isEmpty()) {
            blocks.add(block(Messages.StepEntries_output(), command.output(), command.outputLength()));
        }
        return made("command", Messages.StepEntries_command(), command.command(), outcome, command, blocks);
    }

    private static StepEntry patch(Step.Patch patch, Set<String> changed) {
        StringBuilder files = new StringBuilder();
        List<Step.PatchedFile> shown =
                patch.files().subList(0, Math.min(MOST_FILES, patch.files().size()));
        shown.forEach(file -> files.append(Labels.change(file.kind()))
                .append("  ")
                .append(ShownText.line(belowWorkspace(file.path(), changed), LONGEST_TITLE))
                .append('\n'));
        String title = patch.files().isEmpty()
                ? ""
                : belowWorkspace(patch.files().get(0).path(), changed)
                        + (patch.fileCount() > 1 ? " " + Messages.StepEntries_moreFiles(patch.fileCount() - 1) : "");
        long leftOut = patch.fileCount() - shown.size();
        Block block = block(Messages.StepEntries_files(), files.toString(), 0);
        return made(
                "patch",
                Messages.StepEntries_patch(),
                title,
                outcome(patch),
                patch,
                List.of(
                        leftOut > 0
                                ? new Block(block.label(), block.text(), Messages.StepEntries_leftOutFiles(leftOut))
                                : block));
    }

    /** Codex names files by their paths on the agent, which tell the reader nothing. */
    private static String belowWorkspace(String path, Set<String> changed) {
        if (path.length() > LONGEST_PATH) {
            return path;
        }
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            String below = path.substring(slash + 1);
            if (changed.contains(below)) {
                return below;
            }
        }
        return path;
    }

    /** Of Markdown: codex begins each thought with a bold title. */
    private static String withoutMarks(String thought) {
        return thought.length() > LONGEST_BLOCK
                ? thought
                : BOLD.matcher(thought).replaceAll("$1");
    }

    private static StepEntry toolCall(Step.ToolCall call) {
        List<Block> blocks = new ArrayList<>();
        call.error().ifPresent(error -> blocks.add(block(Messages.StepEntries_error(), error, 0)));
        if (!call.arguments().isEmpty()) {
            blocks.add(block(Messages.StepEntries_arguments(), call.arguments(), 0));
        }
        call.result().ifPresent(result -> blocks.add(block(Messages.StepEntries_result(), result, 0)));
        String title = call.server().isEmpty() ? call.tool() : call.server() + " \u00B7 " + call.tool();
        return made("tool", Messages.StepEntries_tool(), title, outcome(call), call, blocks);
    }

    private static StepEntry said(String sort, String label, String text, long length, Step step) {
        return made(sort, label, text, "", step, isLong(text) ? List.of(block(label, text, length)) : List.of());
    }

    private static StepEntry made(
            String sort, String label, String title, String outcome, Step step, List<Block> blocks) {
        return new StepEntry(
                sort,
                label,
                ShownText.line(title, LONGEST_TITLE),
                outcome,
                step.failed(),
                Labels.duration(step.when().startedMs()),
                Labels.duration(step.when().durationMs()),
                blocks);
    }

    private static String outcome(Step step) {
        return step.status().equals("completed") ? "" : Labels.state(step.status());
    }

    private static boolean isLong(String text) {
        return text.length() > LONGEST_TITLE || text.indexOf('\n') >= 0;
    }

    /** @param length of the whole, of which the report may have head and tail only */
    private static Block block(String label, String text, long length) {
        boolean cut = text.length() > LONGEST_BLOCK;
        String shown = ShownText.of(cut ? headAndTail(text) : text);
        Optional<String> note = cut || length > text.length()
                ? Optional.of(Messages.StepEntries_cut(Labels.number(Math.max(length, text.length()))))
                : Optional.empty();
        return new Block(label, shown, note.orElse(""));
    }

    private static String headAndTail(String text) {
        int head = ShownText.whole(text, LONGEST_BLOCK / 2);
        int tail = text.length() - LONGEST_BLOCK / 2;
        return text.substring(0, head) + "\n\u22EE\n" + text.substring(ShownText.whole(text, tail));
    }
}
