package org.firebreak.cli.findings;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.firebreak.core.validation.Acceptance;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.RuleInfo;

/**
 * The findings as a JUnit report, which CI servers show: one test case for each rule. It fails if a
 * finding is as bad as the command was told not to accept; milder findings are in its output. A
 * rule whose findings are all accepted, or that the profile leaves out, is skipped.
 *
 * @see <a href="https://github.com/testmoapp/junitxml">The elements that consumers agree on</a>
 */
final class JunitFindings {
  private static final String ENCODING = "UTF-8";

  private final Assessment assessment;
  private final XMLStreamWriter xml;
  private final Map<String, List<Finding>> findings;
  private final Map<String, List<Acceptance>> accepted = new HashMap<>();

  private JunitFindings(Assessment assessment, XMLStreamWriter xml) {
    this.assessment = assessment;
    this.xml = xml;
    this.findings =
        assessment.result().findings().stream().collect(Collectors.groupingBy(Finding::rule));
    for (Acceptance each : assessment.result().accepted()) {
      accepted.computeIfAbsent(each.finding().rule(), key -> new ArrayList<>()).add(each);
    }
  }

  static void write(Assessment assessment, OutputStream out) throws IOException {
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, ENCODING);
      new JunitFindings(assessment, xml).document();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException("cannot write the JUnit report: " + e.getMessage(), e);
    }
  }

  private void document() throws XMLStreamException {
    List<RuleInfo> rules = Assessment.rules();
    long failures = rules.stream().filter(this::fails).count();
    long skipped = rules.stream().filter(this::skips).count();
    xml.writeStartDocument(ENCODING, "1.0");
    newLine(0);
    xml.writeStartElement("testsuites");
    counts("Firebreak", rules.size(), failures, skipped);
    newLine(1);
    xml.writeStartElement("testsuite");
    counts(assessment.result().design().name(), rules.size(), failures, skipped);
    properties();
    for (RuleInfo rule : rules) {
      testCase(rule);
    }
    newLine(1);
    xml.writeEndElement();
    newLine(0);
    xml.writeEndElement();
    newLine(0);
    xml.writeEndDocument();
  }

  private void counts(String name, int tests, long failures, long skipped)
      throws XMLStreamException {
    attribute("name", name);
    attribute("tests", String.valueOf(tests));
    attribute("failures", String.valueOf(failures));
    attribute("errors", "0");
    attribute("skipped", String.valueOf(skipped));
    attribute("time", "0");
  }

  private void properties() throws XMLStreamException {
    newLine(2);
    xml.writeStartElement("properties");
    property("file", assessment.file());
    property("profile", assessment.result().profile());
    property("strategy", assessment.result().strategy().getLiteral());
    property("evaluationDate", assessment.result().evaluationDate().toString());
    if (assessment.baseline() != null) {
      property("baseline", assessment.baseline().summary());
    }
    newLine(2);
    xml.writeEndElement();
  }

  private void property(String name, String value) throws XMLStreamException {
    newLine(3);
    xml.writeEmptyElement("property");
    attribute("name", name);
    attribute("value", value);
  }

  private boolean fails(RuleInfo rule) {
    return findings.getOrDefault(rule.id(), List.of()).stream()
        .anyMatch(finding -> finding.severity().isAtLeast(assessment.failOn()));
  }

  private boolean skips(RuleInfo rule) {
    return !findings.containsKey(rule.id())
        && (accepted.containsKey(rule.id()) || assessment.profile().disabled().contains(rule.id()));
  }

  private void testCase(RuleInfo rule) throws XMLStreamException {
    newLine(2);
    List<Finding> own = findings.getOrDefault(rule.id(), List.of());
    if (own.isEmpty() && !skips(rule)) {
      xml.writeEmptyElement("testcase");
      name(rule);
      return;
    }
    xml.writeStartElement("testcase");
    name(rule);
    if (fails(rule)) {
      newLine(3);
      xml.writeStartElement("failure");
      attribute("message", summary(own));
      attribute("type", own.get(0).severity().label());
      xml.writeCharacters(clean(listed(own)));
      xml.writeEndElement();
    } else if (skips(rule)) {
      newLine(3);
      xml.writeEmptyElement("skipped");
      attribute("message", skipReason(rule));
    } else {
      newLine(3);
      xml.writeStartElement("system-out");
      xml.writeCharacters(clean(listed(own)));
      xml.writeEndElement();
    }
    newLine(2);
    xml.writeEndElement();
  }

  private void name(RuleInfo rule) throws XMLStreamException {
    attribute("classname", "firebreak." + rule.category().title());
    attribute("name", rule.id() + " " + rule.title());
    attribute("time", "0");
  }

  private static String summary(List<Finding> own) {
    String first = own.get(0).message();
    return own.size() == 1 ? first : own.size() + " findings, first: " + first;
  }

  private String listed(List<Finding> own) {
    StringBuilder text = new StringBuilder();
    for (Finding finding : own) {
      text.append(finding.severity().label()).append(": ").append(finding.message()).append('\n');
      if (!finding.elements().isEmpty()) {
        text.append("  at ").append(assessment.paths().of(finding.elements().get(0)));
        ElementLines.Place place = assessment.lines().of(finding.elements().get(0).id());
        if (place != null) {
          text.append(" (").append(assessment.file()).append(':').append(place.line()).append(')');
        }
        text.append('\n');
      }
      text.append("  mend: ").append(finding.mend()).append('\n');
    }
    return text.toString();
  }

  private String skipReason(RuleInfo rule) {
    List<Acceptance> own = accepted.get(rule.id());
    if (own == null) {
      return "left out by the profile";
    }
    String reasons =
        own.stream()
            .map(each -> each.reason() == null ? "no reason stated" : each.reason())
            .distinct()
            .limit(5)
            .collect(Collectors.joining("; "));
    return own.size() + " accepted: " + reasons;
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, clean(value));
  }

  /** With a replacement character for what XML 1.0 cannot hold. */
  private static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .map(
            c ->
                c == '\t'
                        || c == '\n'
                        || c >= 0x20 && c <= 0xD7FF
                        || c >= 0xE000 && c <= 0xFFFD
                        || c >= 0x10000
                    ? c
                    : 0xFFFD)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private void newLine(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}
