package dev.codexrunner.testkit.backend;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What matters of a request to the model.
 *
 * @param userTurn identifies the thread and the prompt within it
 * @param prompt text of the latest user message
 */
record ModelRequest(String userTurn, String prompt) {

    static ModelRequest parse(byte[] body) {
        JsonNode request;
        try {
            request = JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            return new ModelRequest("unreadable", "");
        }
        String prompt = "";
        int userMessages = 0;
        for (JsonNode item : request.path("input")) {
            if (item.path("role").asString("").equals("user")) {
                userMessages++;
                prompt = text(item);
            }
        }
        return new ModelRequest(request.path("prompt_cache_key").asString("none") + "#" + userMessages, prompt);
    }

    private static String text(JsonNode message) {
        StringBuilder text = new StringBuilder();
        for (JsonNode part : message.path("content")) {
            text.append(part.path("text").asString(""));
        }
        return text.toString();
    }
}
