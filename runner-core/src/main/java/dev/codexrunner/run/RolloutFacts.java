package dev.codexrunner.run;

import dev.codexrunner.events.TokenUsage;
import dev.codexrunner.launch.HiddenFiles;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What codex's rollout file tells that its event stream doesn't: the token count while a turn is still running, the
 * model, and the sandbox that was really in force.
 *
 * @param threadUsage the thread's sum so far
 * @param model of the latest turn
 * @param sandbox of the latest turn, in codex's words
 * @param answers how many things the model said or asked for. The stream may know of fewer: codex 0.169.0 now and then
 *     drops both events of a command that ends within milliseconds
 */
public record RolloutFacts(
        Optional<TokenUsage> threadUsage, Optional<String> model, Optional<String> sandbox, long answers) {

    public static final RolloutFacts NONE = new RolloutFacts(Optional.empty(), Optional.empty(), Optional.empty(), 0);

    /** One for each answer of the model, written as soon as it is there. */
    private static final String USAGE_RECORD = "token_usage_record";

    private static final Set<String> ANSWERS = Set.of(
            "\"assistant\"",
            "\"function_call\"",
            "\"custom_tool_call\"",
            "\"local_shell_call\"",
            "\"web_search_call\"");

    private static final JsonMapper JSON = new JsonMapper();

    /** These facts and those of one more line; a line that says nothing, or can't be read, changes nothing. */
    RolloutFacts and(String line) {
        // Most lines hold whole prompts and outputs: only the two kinds that we read are worth parsing.
        if (!line.contains("\"token_count\"")
                && !line.contains("\"" + USAGE_RECORD + "\"")
                && !line.contains("\"turn_context\"")
                && ANSWERS.stream().noneMatch(line::contains)) {
            return this;
        }
        try {
            JsonNode root = JSON.readTree(line);
            JsonNode payload = root.path("payload");
            if ("turn_context".equals(root.path("type").asString(""))) {
                return new RolloutFacts(
                        threadUsage,
                        text(payload.path("model")).or(() -> model),
                        text(payload.path("sandbox_policy").path("type"))
                                .or(() -> sandboxOf(payload.path("active_permission_profile")))
                                .or(() -> sandbox),
                        answers);
            }
            if ("response_item".equals(root.path("type").asString(""))) {
                return isAnswer(payload) ? new RolloutFacts(threadUsage, model, sandbox, answers + 1) : this;
            }
            JsonNode recorded = payload.path("thread_token_usage");
            if (USAGE_RECORD.equals(root.path("type").asString("")) && recorded.isObject()) {
                return new RolloutFacts(larger(usage(recorded)), model, sandbox, answers);
            }
            JsonNode total = payload.path("info").path("total_token_usage");
            return "token_count".equals(payload.path("type").asString("")) && total.isObject()
                    ? new RolloutFacts(larger(usage(total)), model, sandbox, answers)
                    : this;
        } catch (JacksonException unreadable) {
            return this;
        }
    }

    /** With hidden files there is a permission profile in place of a sandbox; ours is a sandbox but for those files. */
    private static Optional<String> sandboxOf(JsonNode profile) {
        Optional<String> id = text(profile.path("id"));
        boolean ours = id.filter(HiddenFiles.PROFILE::equals).isPresent();
        return (ours ? text(profile.path("extends")) : id).map(name -> switch (name) {
            case ":read-only" -> "read-only";
            case ":workspace" -> "workspace-write";
            case ":danger-full-access" -> "danger-full-access";
            default -> name;
        });
    }

    private static boolean isAnswer(JsonNode payload) {
        return ANSWERS.contains(payload.path("type").toString())
                || ANSWERS.contains(payload.path("role").toString());
    }

    /**
     * Two counts of the same thread. A codex that was killed while a command ran has written the record of the call but
     * not yet its {@code token_count}, and the thread, resumed, never counts that call there nor in its stream.
     */
    private Optional<TokenUsage> larger(TokenUsage other) {
        return threadUsage.filter(known -> known.total() >= other.total()).or(() -> Optional.of(other));
    }

    private static TokenUsage usage(JsonNode total) {
        return new TokenUsage(
                total.path("input_tokens").asLong(0),
                total.path("cached_input_tokens").asLong(0),
                total.path("cache_write_input_tokens").asLong(0),
                total.path("output_tokens").asLong(0),
                total.path("reasoning_output_tokens").asLong(0));
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString() && !node.asString("").isBlank() ? Optional.of(node.asString("")) : Optional.empty();
    }
}
