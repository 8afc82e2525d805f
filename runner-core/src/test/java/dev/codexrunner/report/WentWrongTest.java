package dev.codexrunner.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.report.html.HtmlReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What went wrong in one report went wrong in all of them. */
class WentWrongTest {

    private static final String STREAM = """
            {'type':'turn.started'}
            {'type':'item.completed','item':{'id':'1','type':'file_change','status':'%1$s','changes':[{'path':'a','kind':'add'}]}}
            {'type':'item.completed','item':{'id':'2','type':'mcp_tool_call','server':'s','tool':'t','status':'%1$s'}}
            {'type':'item.completed','item':{'id':'3','type':'command_execution','command':'c','aggregated_output':'','status':'%1$s'}}
            """;

    @ParameterizedTest
    @CsvSource({"completed, false", "in_progress, false", "failed, true", "declined, true"})
    void what_failed_or_was_refused_is_marked_on_the_page_and_in_markdown(String status, boolean wrong) {
        RunReport report = SampleReports.timed(STREAM.formatted(status).replace('\'', '"'));

        int steps = wrong ? 3 : 0;
        assertThat(new HtmlReport().render(report).split(" failed\" id=\"line-", -1))
                .hasSize(1 + steps);
        assertThat(new MarkdownReport().render(report).split("✗ ", -1)).hasSize(1 + steps);
    }
}
