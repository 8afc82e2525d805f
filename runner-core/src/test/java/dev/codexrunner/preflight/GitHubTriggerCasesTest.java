package dev.codexrunner.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The GitHub Action judges triggers by itself, before it fetches anything; both are held to one table of cases. */
class GitHubTriggerCasesTest {

    @TempDir
    private Path folder;

    record Case(String name, Map<String, String> variables, Optional<String> event, List<String> risks) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        JsonNode table = JsonMapper.shared().readTree(Repository.read("contract/golden/triggers/github.json"));
        return table.valueStream().map(GitHubTriggerCasesTest::of);
    }

    private static Case of(JsonNode node) {
        Map<String, String> variables = new TreeMap<>();
        node.path("variables").properties().forEach(entry -> variables.put(entry.getKey(), text(entry.getValue())));
        List<String> risks = new ArrayList<>();
        node.path("risks").forEach(risk -> risks.add(text(risk)));
        Optional<String> event = node.has("event")
                ? Optional.of(node.path("event").toString())
                : node.path("eventText").stringValueOpt();
        return new Case(text(node.path("name")), variables, event, risks);
    }

    private static String text(JsonNode node) {
        return node.stringValueOpt().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_trigger_has_the_risks_that_the_table_says(Case trigger) throws IOException {
        Map<String, String> variables = new TreeMap<>(trigger.variables());
        variables.put("GITHUB_ACTIONS", "true");
        Path file = folder.resolve("event.json");
        if (trigger.event().isPresent()) {
            Files.writeString(file, trigger.event().get());
        }
        variables.put("GITHUB_EVENT_PATH", file.toString());

        assertThat(TriggerAssessment.of(variables).findings())
                .extracting(TriggerFinding::riskName)
                .containsExactlyElementsOf(trigger.risks());
    }
}
