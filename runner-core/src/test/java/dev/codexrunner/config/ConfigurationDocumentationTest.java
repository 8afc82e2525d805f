package dev.codexrunner.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.Repository;
import org.junit.jupiter.api.Test;

class ConfigurationDocumentationTest {

    private static final String PAGE = "docs/configuration.md";
    private static final String README = "README.md";

    @Test
    void docs_configuration_is_what_the_catalogue_says() {
        String page = SettingTables.page();
        Repository.updateIfAsked(PAGE, page);
        assertThat(Repository.read(PAGE)).as(Repository.outOfDate(PAGE)).isEqualTo(page);
    }

    @Test
    void the_readme_table_is_what_the_catalogue_says() {
        String readme = Repository.read(README);
        assertThat(readme).as("README.md has the markers").contains(SettingTables.BEGIN, SettingTables.END);
        String expected = SettingTables.between(readme, SettingTables.shortTable());
        Repository.updateIfAsked(README, expected);
        assertThat(Repository.read(README)).as(Repository.outOfDate(README)).isEqualTo(expected);
    }
}
