package org.firebreak.exports.suricata;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.alerting.AlertScope;
import org.firebreak.exports.alerting.Permission;
import org.firebreak.exports.alerting.RuleIds;
import org.firebreak.exports.alerting.Wire;
import org.firebreak.exports.suricata.RuleWriter.Meaning;
import org.firebreak.model.Protocol;
import org.firebreak.model.Severity;

/**
 * The rules for one routing domain.
 *
 * <pre>
 * 1. permissions            no alert, mark the connection
 * 2. tripwires              from and to servers, no mark
 * 3. unexpected services    between servers, no mark, not on a tripwire
 * 4. quarantined servers    no mark
 * 5. applications           what a tripwire is on, on the port of another service
 * </pre>
 *
 * Suricata tries rules that set marks before those that ask for them. It keeps no connections of
 * protocols such as ESP and GRE, so nothing can be marked; their permissions are rules that let
 * packets pass, which it tries first, in both directions.
 */
final class DomainRules {
  private static final Intervals TCP = ServiceLine.of(IpProtocols.TCP);
  private static final Criterion EVERYTHING =
      new Criterion(Criterion.Transport.DATAGRAM, "ip", "any", "");

  private final AlertScope scope;
  private final SuricataSettings settings;
  private final RuleIds ids;
  private final ExportFile file;
  private final RuleWriter writer;

  DomainRules(
      AlertScope scope,
      SuricataSettings settings,
      RuleIds ids,
      ExportFile file,
      RuleWriter writer) {
    this.scope = scope;
    this.settings = settings;
    this.ids = ids;
    this.file = file;
    this.writer = writer;
  }

  void write(Progress progress) throws IOException {
    file.write("\n# Permitted connections are marked, or pass; none of these rules alerts.\n");
    for (Permission permission : scope.permissions()) {
      progress.check();
      write(permission);
    }
    for (Wire wire : scope.wires()) {
      write(wire);
    }
    writeUnexpected();
    writeUnexpectedStateless();
    writeQuarantined();
    if (settings.applications()) {
      writeApplications();
    }
  }

  private void write(Permission permission) throws IOException {
    ElementRef origin = permission.origins().get(0);
    String names =
        permission.origins().stream()
            .limit(3)
            .map(ElementRef::name)
            .collect(Collectors.joining(", "));
    Meaning meaning = new Meaning("Permitted: " + names, ids.of(origin), origin.id());
    List<Long> sids = new ArrayList<>();
    if (permission.services().isEmpty()) {
      sids.add(mark(permission, EVERYTHING, meaning, Marks.ANY_APPLICATION));
    } else {
      for (Map.Entry<Set<String>, List<PolicyService>> each : byMarks(permission).entrySet()) {
        for (Criterion criterion : Criterion.of(ServiceLine.of(each.getValue()))) {
          sids.add(mark(permission, criterion, meaning, each.getKey().toArray(String[]::new)));
        }
      }
      for (Criterion criterion : Criterion.of(permission.line().minus(TCP))) {
        sids.add(mark(permission, criterion, meaning));
      }
    }
    Intervals line = permission.services().isEmpty() ? ServiceLine.ANY : permission.line();
    for (Criterion criterion : Criterion.stateless(line)) {
      sids.add(writer.pass(permission.source(), permission.destination(), criterion, meaning));
    }
    if (!sids.isEmpty()) {
      ids.rule(origin).ifPresent(rule -> file.provenance(rule, "sid " + sids.get(0)));
    }
  }

  private long mark(
      Permission permission, Criterion criterion, Meaning meaning, String... applications)
      throws IOException {
    List<String> marks = new ArrayList<>(List.of(Marks.PERMITTED));
    marks.addAll(List.of(applications));
    return writer.write(
        permission.source(), permission.destination(), criterion, Marks.set(marks), meaning);
  }

  /** TCP services by the marks of the applications that they may carry. */
  private static Map<Set<String>, List<PolicyService>> byMarks(Permission permission) {
    Map<Set<String>, List<PolicyService>> byMarks = new LinkedHashMap<>();
    for (PolicyService service : permission.services()) {
      if (service.match().protocol() == Protocol.TCP) {
        Set<String> marks =
            Application.mayBeAnything(service)
                ? Set.of(Marks.ANY_APPLICATION)
                : Application.of(service).stream()
                    .map(Application::mark)
                    .collect(Collectors.toCollection(java.util.TreeSet::new));
        byMarks.computeIfAbsent(marks, key -> new ArrayList<>()).add(service);
      }
    }
    return byMarks;
  }

  private void write(Wire wire) throws IOException {
    ElementRef element = wire.tripwire().ref();
    file.write("\n# A tripwire: no flow permits the connection.\n");
    Meaning meaning =
        new Meaning(
            "Tripwire " + element.name() + ", which no flow permits", wire.ruleId(), element.id());
    List<Long> sids = new ArrayList<>();
    for (Criterion criterion : Criterion.of(wire.services())) {
      String marks = Marks.unpermitted() + tripwireClass(wire);
      sids.add(writer.write(scope.servers(), AddressGroup.ANY, criterion, marks, meaning));
      sids.add(writer.write(AddressGroup.ANY, scope.servers(), criterion, marks, meaning));
    }
    for (Criterion criterion : Criterion.stateless(wire.services())) {
      String marks = tripwireClass(wire).strip();
      sids.add(writer.write(scope.servers(), AddressGroup.ANY, criterion, marks, meaning));
      sids.add(writer.write(AddressGroup.ANY, scope.servers(), criterion, marks, meaning));
    }
    if (!sids.isEmpty()) {
      ids.rule(element).ifPresent(rule -> file.provenance(rule, "sid " + sids.get(0)));
    }
  }

  private String tripwireClass(Wire wire) {
    Severity severity = wire.tripwire().severity();
    return " "
        + settings.threshold()
        + "classtype:firebreak-tripwire; priority:"
        + (Severity.CRITICAL.getValue() - severity.getValue() + 1)
        + ";";
  }

  private String unexpectedClass() {
    return " " + settings.threshold() + "classtype:firebreak-unexpected;";
  }

  private void writeUnexpected() throws IOException {
    file.write("\n# Connections between servers that no flow permits.\n");
    Intervals left = ServiceLine.ANY.minus(scope.wired());
    for (Criterion criterion : Criterion.of(left)) {
      String name = criterion.protocol().toUpperCase(Locale.ROOT);
      String marks = Marks.unpermitted() + unexpectedClass();
      boolean common = criterion.protocol().equals("tcp") || criterion.protocol().equals("udp");
      for (AddressGroup place : common ? scope.places() : List.of(scope.servers())) {
        Meaning meaning =
            new Meaning(
                "Unexpected " + name + " connection from " + place.name(),
                "D",
                place.element() == null ? null : place.element().id());
        writer.write(place, scope.servers(), criterion, marks, meaning);
      }
    }
  }

  private void writeUnexpectedStateless() throws IOException {
    for (Criterion criterion : Criterion.stateless(ServiceLine.ANY.minus(scope.wired()))) {
      writer.write(
          scope.servers(),
          scope.servers(),
          criterion,
          unexpectedClass().strip(),
          new Meaning("Unexpected packet of a protocol such as ESP or GRE", "D", null));
    }
  }

  private void writeQuarantined() throws IOException {
    AddressGroup quarantined = scope.quarantined();
    if (quarantined.addresses().isEmpty()) {
      return;
    }
    file.write("\n# Connections of quarantined servers.\n");
    List<Criterion> all = new ArrayList<>(Criterion.of(ServiceLine.ANY));
    all.addAll(Criterion.stateless(ServiceLine.ANY));
    for (Criterion criterion : all) {
      String marks =
          criterion.transport() == Criterion.Transport.STATELESS
              ? unexpectedClass().strip()
              : Marks.unpermitted() + unexpectedClass();
      writer.write(
          quarantined,
          AddressGroup.ANY,
          criterion,
          marks,
          new Meaning("Connection from a quarantined server", "Q-src", null));
      writer.write(
          AddressGroup.ANY,
          quarantined,
          criterion,
          marks,
          new Meaning("Connection to a quarantined server", "Q-dst", null));
    }
  }

  private void writeApplications() throws IOException {
    Set<Application> left = EnumSet.allOf(Application.class);
    for (Wire wire : scope.wires()) {
      Set<Application> own = EnumSet.noneOf(Application.class);
      wire.tripwire().services().forEach(service -> own.addAll(Application.of(service)));
      own.retainAll(left);
      left.removeAll(own);
      for (Application application : own) {
        write(wire, application);
      }
    }
  }

  private void write(Wire wire, Application application) throws IOException {
    ElementRef element = wire.tripwire().ref();
    file.write("\n# The application, on whatever port no service of it is.\n");
    Meaning meaning =
        new Meaning(
            "Tripwire "
                + element.name()
                + ": "
                + application.title
                + " on the port of another"
                + " service",
            wire.ruleId(),
            element.id());
    String marks =
        Marks.unset(Marks.ANY_APPLICATION)
            + " "
            + Marks.unset(application.mark())
            + " "
            + Marks.once()
            + tripwireClass(wire);
    String match = "flow:established,to_server;";
    String protocol = application.protocol;
    writer.write(protocol, scope.servers(), AddressGroup.ANY, "any", match, marks, meaning);
    writer.write(protocol, AddressGroup.ANY, scope.servers(), "any", match, marks, meaning);
  }
}
