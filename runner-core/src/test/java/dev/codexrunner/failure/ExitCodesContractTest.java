package dev.codexrunner.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.FailureTexts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExitCodesContractTest {

    private static final Path CONTRACT = Path.of(System.getProperty("codexrunner.root"), "contract", "exit-codes.json");

    @Test
    void the_published_exit_codes_are_those_of_the_code() {
        JsonNode document = JsonMapper.shared().readTree(CONTRACT.toFile());
        List<String> published = new ArrayList<>();
        for (JsonNode entry : document.get("exitCodes")) {
            assertThat(entry.get("when").stringValue()).isNotBlank();
            published.add(
                    entry.get("exitCode").intValue() + " " + entry.get("kind").stringValue() + " "
                            + entry.get("retryable").stringValue());
        }
        assertThat(published)
                .containsExactlyElementsOf(Arrays.stream(FailureKind.values())
                        .map(kind -> kind.exitCode() + " " + kind.wireName() + " " + retryable(kind))
                        .toList());
    }

    @Test
    void the_contract_travels_inside_the_jar() {
        assertThat(FailureKind.class.getResource("/dev/codexrunner/contract/exit-codes.json"))
                .isNotNull();
    }

    /** A kind has its mostly; a single failure of it can know better. */
    private static String retryable(FailureKind kind) {
        boolean ever = kind.retryable()
                || FailureTexts.all().stream().anyMatch(text -> text.kind() == kind && text.retryable());
        return ever ? "sometimes" : "never";
    }
}
