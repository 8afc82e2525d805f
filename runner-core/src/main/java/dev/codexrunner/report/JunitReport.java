package dev.codexrunner.report;

import dev.codexrunner.failure.FailureKind;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * junit.xml, as Jenkins and GitLab read it: one suite, the verdict and each check a test case. Jenkins groups by the class
 * name up to its last dot; GitLab shows a failure's text, not its message, and no output of a suite.
 */
final class JunitReport implements ReportFormat {

    private static final String TOOL = "codex-runner";

    /** GitLab links to, and a Jenkins plugin copies, whatever file stands behind this in a case's output. */
    private static final String ATTACHMENT = "[[ATTACHMENT|";

    private static final int LONGEST_OUTPUT = 100_000;
    private static final int LONGEST_ATTRIBUTE = 1_000;

    /** Here the agent's work fell short; in the other kinds it could not be done or judged. */
    private static final Set<String> SHORTCOMINGS = Set.of(
            FailureKind.TURN_FAILED.wireName(),
            FailureKind.OUTPUT_INVALID.wireName(),
            FailureKind.POLICY.wireName(),
            FailureKind.FINDINGS.wireName());

    @Override
    public String fileName() {
        return "junit.xml";
    }

    @Override
    public String render(RunReport report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            suite(report, xml);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Memory can be written.", e);
        }
        return text + "\n";
    }

    private static void suite(RunReport report, XMLStreamWriter xml) throws XMLStreamException {
        boolean success = report.verdict().succeeded();
        boolean failure = SHORTCOMINGS.contains(report.verdict().kind());
        xml.writeStartElement("testsuite");
        attribute(xml, "name", suiteName(report));
        attribute(xml, "tests", String.valueOf(1 + report.checks().size()));
        attribute(
                xml,
                "failures",
                String.valueOf((!success && failure ? 1 : 0) + count(report, RunReport.CheckStatus.FAILED)));
        attribute(xml, "errors", !success && !failure ? "1" : "0");
        attribute(xml, "skipped", String.valueOf(count(report, RunReport.CheckStatus.SKIPPED)));
        time(report, xml);
        if (report.run().startKnown()) {
            attribute(
                    xml,
                    "timestamp",
                    report.run()
                            .startedAt()
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString()
                            .replace("Z", ""));
        }
        attribute(xml, "hostname", report.run().host());
        properties(report, xml);
        verdict(report, success, failure, xml);
        for (RunReport.Check check : report.checks()) {
            check(report, check, xml);
        }
        xml.writeEndElement();
    }

    private static long count(RunReport report, RunReport.CheckStatus status) {
        return report.checks().stream()
                .filter(check -> check.status() == status)
                .count();
    }

    private static void properties(RunReport report, XMLStreamWriter xml) throws XMLStreamException {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("run.id", report.run().id());
        properties.put("verdict.kind", report.verdict().kind());
        properties.put("verdict.exitCode", String.valueOf(report.verdict().exitCode()));
        report.codex().threadId().ifPresent(value -> properties.put("codex.threadId", value));
        report.codex().version().ifPresent(value -> properties.put("codex.version", value));
        report.codex().model().ifPresent(value -> properties.put("codex.model", value));
        report.codex().sandbox().ifPresent(value -> properties.put("codex.sandbox", value));
        if (report.attemptsKnown()) {
            properties.put(
                    "codex.attempts", String.valueOf(report.codex().attempts().size()));
        }
        report.usage().ifPresent(usage -> {
            properties.put("usage.inputTokens", String.valueOf(usage.inputTokens()));
            properties.put("usage.outputTokens", String.valueOf(usage.outputTokens()));
        });
        xml.writeStartElement("properties");
        for (Map.Entry<String, String> property : properties.entrySet()) {
            xml.writeEmptyElement("property");
            attribute(xml, "name", property.getKey());
            attribute(xml, "value", property.getValue());
        }
        xml.writeEndElement();
    }

    private static void verdict(RunReport report, boolean success, boolean failure, XMLStreamWriter xml)
            throws XMLStreamException {
        RunReport.VerdictSection verdict = report.verdict();
        startCase(report, "verdict", xml);
        time(report, xml);
        if (!success) {
            String text = verdict.reason() + (verdict.fix().isBlank() ? "" : "\n\nWhat to do: " + verdict.fix());
            problem(failure ? "failure" : "error", verdict.code(), verdict.reason(), text, xml);
        }
        output("system-out", report.finalMessage().orElse(""), xml);
        output("system-err", String.join("\n", notes(report)), xml);
        xml.writeEndElement();
    }

    /** One name in all runs of a job: both keep a test's history by it. */
    private static String suiteName(RunReport report) {
        return report.run().name().map(name -> TOOL + " " + name).orElse(TOOL);
    }

    private static void check(RunReport report, RunReport.Check check, XMLStreamWriter xml) throws XMLStreamException {
        startCase(report, check.name(), xml);
        attribute(xml, "time", "0");
        switch (check.status()) {
            case FAILED -> problem("failure", "check-failed", check.detail(), check.detail(), xml);
            case SKIPPED -> {
                xml.writeEmptyElement("skipped");
                attribute(xml, "message", "The run ended before this was looked at.");
            }
            case PASSED -> {}
        }
        xml.writeEndElement();
    }

    private static void startCase(RunReport report, String name, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute(xml, "name", name);
        attribute(xml, "classname", TOOL + "." + report.run().name().orElse("run"));
    }

    private static void problem(String element, String type, String message, String text, XMLStreamWriter xml)
            throws XMLStreamException {
        xml.writeStartElement(element);
        attribute(xml, "message", message);
        attribute(xml, "type", type);
        xml.writeCharacters(shown(text));
        xml.writeEndElement();
    }

    private static List<String> notes(RunReport report) {
        return Stream.concat(
                        report.warnings().stream().map(warning -> "warning: " + warning),
                        report.items().errors().stream().map(error -> "error: " + error))
                .toList();
    }

    private static void output(String element, String text, XMLStreamWriter xml) throws XMLStreamException {
        if (!text.isBlank()) {
            xml.writeStartElement(element);
            xml.writeCharacters(shown(text));
            xml.writeEndElement();
        }
    }

    private static String shown(String text) {
        return XmlText.legal(ConsoleText.shortened(text, LONGEST_OUTPUT)).replace(ATTACHMENT, "[ [ATTACHMENT|");
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, XmlText.legal(ConsoleText.shortened(value, LONGEST_ATTRIBUTE)));
    }

    /** None where it isn't known: nought would be a claim. Jenkins and GitLab do without. */
    private static void time(RunReport report, XMLStreamWriter xml) throws XMLStreamException {
        if (report.run().durationMs().isPresent()) {
            attribute(
                    xml,
                    "time",
                    String.format(Locale.ROOT, "%.3f", report.run().durationMs().getAsLong() / 1000.0));
        }
    }
}
