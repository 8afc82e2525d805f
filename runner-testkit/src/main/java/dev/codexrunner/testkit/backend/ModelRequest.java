package dev.codexrunner.testkit.backend;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What matters of a request to the model.
 *
 * @param userTurn identifies the thread and the prompt within it
 * @param prompt text of the latest user message that names a scenario, else of the latest: who is told to go on goes on
 *     with what was begun
 * @param body all of it, the thread's history included
 */
record ModelRequest(String userTurn, String prompt, String body) {

    static ModelRequest parse(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        JsonNode request;
        try {
            request = JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            return new ModelRequest("unreadable", "", text);
        }
        String prompt = "";
        int userMessages = 0;
        int chosen = 0;
        for (JsonNode item : request.path("input")) {
            if (item.path("role").asString("").equals("user")) {
                userMessages++;
                String message = text(item);
                if (!ScriptedModel.namesScenario(prompt) || ScriptedModel.namesScenario(message)) {
                    prompt = message;
                    chosen = userMessages;
                }
            }
        }
        return new ModelRequest(request.path("prompt_cache_key").asString("none") + "#" + chosen, prompt, text);
    }

    private static String text(JsonNode message) {
        StringBuilder text = new StringBuilder();
        for (JsonNode part : message.path("content")) {
            text.append(part.path("text").asString(""));
        }
        return text.toString();
    }
}
