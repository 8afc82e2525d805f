package dev.codexrunner.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.Repository;
import org.junit.jupiter.api.Test;

class PolicyDocumentationTest {

    private static final String PAGE = "docs/policy.md";
    private static final String BEGIN = "<!-- gated:begin -->";
    private static final String END = "<!-- gated:end -->";

    @Test
    void the_page_shows_the_list_of_gated_paths() {
        String page = Repository.read(PAGE);
        assertThat(page).as("docs/policy.md has the markers").contains(BEGIN, END);
        String expected = page.substring(0, page.indexOf(BEGIN))
                + BEGIN
                + "\n\n"
                + table()
                + "\n"
                + page.substring(page.indexOf(END));
        Repository.updateIfAsked(PAGE, expected);
        assertThat(Repository.read(PAGE)).as(Repository.outOfDate(PAGE)).isEqualTo(expected);
    }

    private static String table() {
        StringBuilder table = new StringBuilder("| files | run or obeyed by |\n| --- | --- |\n");
        GatedPaths.all().forEach(path -> table.append("| `%s` | %s |\n".formatted(path.glob(), path.runBy())));
        return table.toString();
    }
}
