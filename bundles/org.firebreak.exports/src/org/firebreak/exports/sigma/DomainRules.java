package org.firebreak.exports.sigma;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.PlainText;
import org.firebreak.exports.Slugs;
import org.firebreak.exports.alerting.AlertScope;
import org.firebreak.exports.alerting.RuleIds;
import org.firebreak.exports.alerting.Wire;

/** The rules on connections of one routing domain. */
final class DomainRules {
  private static final int FILE_NAME = 60;
  private static final Intervals SOME_PORT = Intervals.of(1, 65_536);
  private static final List<String> ERRORS =
      List.of(
          "A flow that the design does not have yet, or that was approved after the export",
          "The same port over another transport protocol: the log fields tell none");

  private final AlertScope scope;
  private final String folder;
  private final String author;
  private final RuleIds ids;
  private final ExportSink sink;
  private final Exceptions exceptions;

  DomainRules(AlertScope scope, String folder, String author, RuleIds ids, ExportSink sink) {
    this.scope = scope;
    this.folder = folder;
    this.author = author;
    this.ids = ids;
    this.sink = sink;
    this.exceptions = new Exceptions(scope);
  }

  void write(Progress progress) throws IOException {
    Map<String, String> wires =
        new Slugs('-', FILE_NAME)
            .distinct(
                scope.wires(),
                wire -> wire.tripwire().ref().id(),
                wire -> wire.tripwire().ref().name());
    for (Wire wire : scope.wires()) {
      progress.check();
      write(wire, wires.get(wire.tripwire().ref().id()));
    }
    Map<String, String> places =
        new Slugs('-', FILE_NAME).distinct(scope.places(), DomainRules::key, AddressGroup::name);
    for (AddressGroup place : scope.places()) {
      progress.check();
      writeUnexpected(place, places.get(key(place)));
    }
    if (!scope.quarantined().addresses().isEmpty()) {
      writeQuarantined();
    }
  }

  private static String key(AddressGroup place) {
    return place.element() == null ? "" : place.element().id();
  }

  private void write(Wire wire, String slug) throws IOException {
    ElementRef element = wire.tripwire().ref();
    Intervals ports = Ports.of(wire.services());
    if (Ports.hasOthers(wire.services())) {
      reduced(
          element,
          "Tripwire "
              + element.name()
              + " is on more than ports, such as ICMP, which the log fields of Sigma do not tell;"
              + " only the rule on the log entries of Firebreak's own rules finds that.");
    }
    if (ports.isEmpty()) {
      return;
    }
    Detection detection = new Detection();
    detection.require("tripwire", null, null, Ports.isAll(ports) ? SOME_PORT : ports);
    detection.requireEnd("server", scope.servers().addresses());
    exceptions.addTo(detection, ports);
    if (detection.isTooLarge()) {
      reduced(element, tooLarge("tripwire " + element.name()));
      return;
    }
    String title = "Tripwire: " + element.name();
    SigmaRule rule =
        new SigmaRule(
            id("tripwire", element.id()),
            title,
            "Connection from or to a server that no flow of the design permits, on a service that"
                + " tripwire "
                + PlainText.oneLine(element.name(), 500)
                + " watches. Firewall rule "
                + wire.ruleId()
                + ", element "
                + element.id()
                + ".",
            "rule " + wire.ruleId() + ", element " + element.id(),
            SigmaRule.firewallLogs(),
            detection.node(),
            SigmaRule.FIREWALL_FIELDS,
            ERRORS,
            wire.tripwire().severity().getLiteral().toLowerCase(Locale.ROOT),
            Technique.tags(wire.tripwire().services()));
    try (ExportFile file = sink.open(folder + "/tripwires/" + slug + ".yml", title(title))) {
      rule.write(file, author);
      ids.rule(element).ifPresent(each -> file.provenance(each, rule.id()));
    }
  }

  private void writeUnexpected(AddressGroup place, String slug) throws IOException {
    AddressSet from = place.addresses().minus(scope.quarantined().addresses());
    Detection detection = new Detection();
    detection.require("between_servers", from, scope.servers().addresses(), SOME_PORT);
    Intervals wired = Ports.of(scope.wired());
    if (!wired.isEmpty()) {
      detection.exceptPorts("tripwires", Ports.isAll(wired) ? SOME_PORT : wired);
    }
    exceptions.addBetween(detection, from);
    if (from.isEmpty() || detection.isEmpty()) {
      return;
    }
    if (detection.isTooLarge()) {
      reduced(place.element(), tooLarge("unexpected services from " + place.name()));
      return;
    }
    String title = "Unexpected service from " + place.name();
    write(
        "unexpected/" + slug,
        title,
        "Connection from servers of "
            + PlainText.oneLine(place.name(), 500)
            + " to a server of the design that no flow permits.",
        id("unexpected", key(place)),
        place.element() == null ? "no zone" : "element " + place.element().id(),
        detection,
        "medium");
  }

  private void writeQuarantined() throws IOException {
    Detection detection = new Detection();
    detection.requireEnd("quarantined", scope.quarantined().addresses());
    scope.permissions().stream()
        .filter(permission -> permission.destination().equals(scope.quarantined()))
        .forEach(
            permission ->
                detection.except(
                    permission.source().addresses(), permission.destination().addresses(), null));
    if (detection.isTooLarge()) {
      reduced(null, tooLarge("quarantined servers"));
      return;
    }
    write(
        "quarantined",
        "Connection of a quarantined server",
        "Connection from or to a quarantined server, other than from a responder.",
        id("quarantined", ""),
        "quarantined servers",
        detection,
        "high");
  }

  private void write(
      String path,
      String title,
      String description,
      String id,
      String about,
      Detection detection,
      String level)
      throws IOException {
    SigmaRule rule =
        new SigmaRule(
            id,
            title,
            description,
            about,
            SigmaRule.firewallLogs(),
            detection.node(),
            SigmaRule.FIREWALL_FIELDS,
            ERRORS,
            level,
            Technique.tags(List.of()));
    try (ExportFile file = sink.open(folder + "/" + path + ".yml", title(title))) {
      rule.write(file, author);
    }
  }

  private static String title(String title) {
    return PlainText.oneLine(title, 200);
  }

  private String id(String kind, String element) {
    String domain = scope.domain().isShared() ? "" : scope.domain().tenant().id();
    return StableId.of(kind, domain, element);
  }

  private static String tooLarge(String what) {
    return "A Sigma rule on "
        + what
        + " would need more than "
        + Detection.MAX_VALUES
        + " addresses and ports and is left out; the rules on the log entries of Firebreak's own"
        + " rules, and the Suricata rules, find the same.";
  }

  private void reduced(ElementRef element, String reason) {
    sink.limitation(
        new Limitation(
            Limitation.Effect.REDUCED,
            null,
            null,
            element == null ? List.of() : List.of(element),
            reason));
  }
}
