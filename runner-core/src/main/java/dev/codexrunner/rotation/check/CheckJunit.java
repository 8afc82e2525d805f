package dev.codexrunner.rotation.check;

import dev.codexrunner.config.RotationCheckConfig;
import dev.codexrunner.report.XmlText;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The check as Jenkins and GitLab read it: a suite for each path, a test case for each finding. */
final class CheckJunit implements CheckFormat {

    @Override
    public String name() {
        return "junit";
    }

    @Override
    public Optional<Path> file(RotationCheckConfig config) {
        return config.junitFile();
    }

    @Override
    public String render(CheckDocument document, Optional<String> before) {
        return of(document);
    }

    static String of(CheckDocument document) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            for (CheckDocument.PathSection path : document.paths()) {
                suite(path, document, xml);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Memory can be written.", e);
        }
        return text + "\n";
    }

    private static void suite(CheckDocument.PathSection path, CheckDocument document, XMLStreamWriter xml)
            throws XMLStreamException {
        xml.writeStartElement("testsuite");
        attribute(xml, "name", "rotation check " + path.path());
        attribute(xml, "tests", String.valueOf(path.findings().size()));
        attribute(xml, "failures", count(path, Grade.DUE));
        attribute(xml, "errors", count(path, Grade.FAILED));
        attribute(xml, "skipped", "0");
        attribute(xml, "time", "0");
        attribute(xml, "timestamp", document.checkedAt().toString().replace("Z", ""));
        attribute(xml, "hostname", document.host());
        xml.writeStartElement("properties");
        xml.writeEmptyElement("property");
        attribute(xml, "name", "exitCode");
        attribute(xml, "value", String.valueOf(path.exitCode()));
        xml.writeEndElement();
        for (CheckDocument.FindingLine finding : path.findings()) {
            testCase(path, finding, xml);
        }
        xml.writeEndElement();
    }

    /** What is due fails; what could not be looked at, or does not work, is an error; a warning passes and is told. */
    private static void testCase(CheckDocument.PathSection path, CheckDocument.FindingLine finding, XMLStreamWriter xml)
            throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute(xml, "name", finding.aspect().wireName() + ": " + finding.detail());
        attribute(xml, "classname", path.path());
        attribute(xml, "time", "0");
        switch (finding.grade()) {
            case OK -> {}
            case WARN -> {
                xml.writeStartElement("system-out");
                xml.writeCharacters(XmlText.legal("warning: " + words(finding)));
                xml.writeEndElement();
            }
            case DUE -> problem("failure", finding, xml);
            case FAILED -> problem("error", finding, xml);
        }
        xml.writeEndElement();
    }

    private static void problem(String element, CheckDocument.FindingLine finding, XMLStreamWriter xml)
            throws XMLStreamException {
        xml.writeStartElement(element);
        attribute(xml, "message", finding.reason().orElse(finding.detail()));
        attribute(xml, "type", finding.code().orElse(""));
        xml.writeCharacters(XmlText.legal(words(finding)));
        xml.writeEndElement();
    }

    private static String words(CheckDocument.FindingLine finding) {
        return finding.reason().orElse(finding.detail())
                + finding.fix().map(fix -> "\nfix: " + fix).orElse("")
                + finding.next()
                        .map(step -> "\nnext: " + step.text()
                                + step.link().map(link -> " " + link).orElse(""))
                        .orElse("");
    }

    private static String count(CheckDocument.PathSection path, Grade grade) {
        return String.valueOf(path.findings().stream()
                .filter(finding -> finding.grade() == grade)
                .count());
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, XmlText.legal(value));
    }
}
