package org.firebreak.exports.suricata;

import java.io.IOException;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.PlainText;

/** Writes rules, one a line. */
final class RuleWriter {
  private static final int MAX_MESSAGE = 200;

  /**
   * What a rule says when it matches.
   *
   * @param message text for people
   * @param rule id of the compiled rule that it stands for
   * @param element id of the model element that it comes from; {@code null} for none
   */
  record Meaning(String message, String rule, String element) {}

  private final ExportFile file;
  private final AddressVariables variables;
  private final SidTable sids;
  private final String domain;

  /**
   * @param domain id of the routing domain, which tells apart what is otherwise the same
   */
  RuleWriter(ExportFile file, AddressVariables variables, SidTable sids, String domain) {
    this.file = file;
    this.variables = variables;
    this.sids = sids;
    this.domain = domain;
  }

  /** Writes a rule for new connections and returns its number. */
  long write(
      AddressGroup source,
      AddressGroup destination,
      Criterion criterion,
      String marks,
      Meaning meaning)
      throws IOException {
    String options = criterion.transport().options;
    options += (options.isEmpty() ? "" : " ") + criterion.options();
    return write(
        criterion.protocol(), source, destination, criterion.ports(), options, marks, meaning);
  }

  /**
   * Writes a rule that lets packets of both directions pass without a look at rules that alert. It
   * must match nothing but protocols without flows.
   */
  long pass(AddressGroup source, AddressGroup destination, Criterion criterion, Meaning meaning)
      throws IOException {
    Form form = new Form("pass", "<>");
    return write(
        form,
        criterion.protocol(),
        source,
        destination,
        "any",
        criterion.transport().options + " " + criterion.options(),
        "",
        meaning);
  }

  /** Action of a rule, and direction. */
  private record Form(String action, String arrow) {}

  long write(
      String protocol,
      AddressGroup source,
      AddressGroup destination,
      String ports,
      String match,
      String marks,
      Meaning meaning)
      throws IOException {
    Form form = new Form("alert", "->");
    return write(form, protocol, source, destination, ports, match, marks, meaning);
  }

  private long write(
      Form form,
      String protocol,
      AddressGroup source,
      AddressGroup destination,
      String ports,
      String match,
      String marks,
      Meaning meaning)
      throws IOException {
    String text =
        form.action()
            + " "
            + protocol
            + " "
            + variables.text(source)
            + " any "
            + form.arrow()
            + " "
            + variables.text(destination)
            + " "
            + ports
            + " (msg:\""
            + message(meaning.message())
            + "\"; "
            + match.strip()
            + (marks.isEmpty() ? "" : " " + marks)
            + " metadata:firebreak_rule "
            + word(meaning.rule())
            + (meaning.element() == null ? "" : ", firebreak_element " + word(meaning.element()))
            + ";";
    long sid =
        sids.sid(
            key(
                form.action().equals("alert") ? protocol : "pass " + protocol,
                source,
                destination,
                ports,
                match,
                meaning));
    file.write(text).write(" sid:" + sid + "; rev:" + SidTable.revision(text) + ";)").newLine();
    return sid;
  }

  /** What a rule is for; names, texts and limits may change without a new number. */
  private String key(
      String protocol,
      AddressGroup source,
      AddressGroup destination,
      String ports,
      String match,
      Meaning meaning) {
    return String.join(
        "\0",
        domain,
        meaning.rule(),
        meaning.element() == null ? "" : meaning.element(),
        protocol,
        id(source),
        id(destination),
        ports,
        match);
  }

  private static String id(AddressGroup group) {
    return group.element() == null ? group.name() : group.element().id();
  }

  private static String message(String text) {
    return PlainText.oneLine(text, MAX_MESSAGE).replace(";", "\\;");
  }

  /** Metadata are words between spaces and commas. */
  private static String word(String text) {
    return text.replaceAll("[^A-Za-z0-9._-]", "_");
  }
}
