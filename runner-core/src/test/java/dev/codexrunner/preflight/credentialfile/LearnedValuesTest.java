package dev.codexrunner.preflight.credentialfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.secret.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LearnedValuesTest {

    @Test
    void of_a_file_with_many_values_a_hundred_are_known_and_the_rest_is_counted() {
        CredentialFile bounded =
                bounded(IntStream.range(0, 103).mapToObj(i -> "secret-" + i).toList());
        assertThat(bounded.credentials()).hasSize(100);
        assertThat(bounded.warning())
                .hasValueSatisfying(warning -> assertThat(warning)
                        .contains("3 values of /kube/config are not known to the redactor")
                        .doesNotContain("secret-"));
    }

    @Test
    void of_a_long_value_both_ends_are_known() {
        String value = "a".repeat(2_048) + "b".repeat(50_000) + "c".repeat(2_048);
        assertThat(bounded(List.of(value)).credentials())
                .extracting(Secret::reveal)
                .containsExactly("a".repeat(2_048), "c".repeat(2_048));
        assertThat(bounded(List.of("d".repeat(4_096))).credentials()).hasSize(1);
    }

    @Test
    void an_ordinary_kubeconfig_of_sixty_users_is_within_what_a_redactor_bears() {
        StringBuilder text = new StringBuilder("users:\n");
        for (int user = 0; user < 60; user++) {
            text.append("- name: u")
                    .append(user)
                    .append("\n  user:\n    client-key-data: ")
                    .append(Integer.toString(100_000 + user).repeat(380))
                    .append("\n");
        }
        NamedValues format = NamedValues.of("client-key-data");
        CredentialFile file = file(format.credentials(text.toString()));
        assertThat(file.credentials()).hasSize(60);
        List<CredentialFile> bounded = LearnedValues.bounded(List.of(file, file));
        assertThat(bounded.stream()
                        .flatMap(each -> each.credentials().stream())
                        .mapToInt(secret -> secret.reveal().length())
                        .sum())
                .isPositive()
                .isLessThanOrEqualTo(LearnedValues.MOST_CHARACTERS);
        assertThat(bounded.get(0).warning()).isPresent();
        assertThat(bounded.get(1).warning())
                .hasValueSatisfying(warning -> assertThat(warning).contains("60 values of"));
    }

    private static CredentialFile bounded(List<String> values) {
        return LearnedValues.bounded(List.of(file(values))).get(0);
    }

    private static CredentialFile file(List<String> values) {
        return new CredentialFile(
                "kubernetes-login",
                Path.of("/kube/config"),
                values.stream()
                        .map(value -> Secret.of("kubernetes-login", value))
                        .toList(),
                CredentialFile.Purpose.TOOL,
                Optional.empty());
    }
}
