package org.firebreak.exports.suricata;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyTripwire;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.Capability;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.ExportOption;
import org.firebreak.exports.ExportRequest;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.PlainText;
import org.firebreak.exports.Slugs;
import org.firebreak.exports.alerting.AlertScope;
import org.firebreak.exports.alerting.RuleIds;

/**
 * Exports rules for Suricata, which watches and enforces nothing.
 *
 * <pre>
 * DOMAIN/firebreak.rules            rules for the sensors of a routing domain
 * DOMAIN/firebreak-addresses.yaml   the address variables that they name
 * classification.config             lines to add to Suricata's own
 * </pre>
 */
public final class SuricataExporter implements Exporter {
  private static final int FILE_NAME = 60;

  @Override
  public String id() {
    return "suricata";
  }

  @Override
  public String title() {
    return "Suricata";
  }

  @Override
  public String description() {
    return "Intrusion detection: alerts on tripwires and on unexpected services between servers;"
        + " enforces nothing.";
  }

  @Override
  public List<ExportOption> options() {
    return SuricataSettings.OPTIONS;
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(
        Capability.STATEFUL, Capability.IPV6, Capability.ALERT, Capability.ICMP_TYPES);
  }

  @Override
  public void export(ExportRequest request, ExportSink sink, Progress progress) throws IOException {
    CompiledPolicy policy = request.policy();
    SuricataSettings settings = SuricataSettings.of(request.options());
    List<AlertScope> scopes = AlertScope.of(policy);
    Map<String, String> folders =
        new Slugs('-', FILE_NAME)
            .distinct(scopes, scope -> key(scope), scope -> scope.domain().name());
    RuleIds ids = new RuleIds(policy);
    SidTable sids = new SidTable(settings.sidBase());
    progress.begin("Suricata", scopes.size());
    for (AlertScope scope : scopes) {
      progress.check();
      String folder = folders.get(key(scope));
      AddressVariables variables = new AddressVariables();
      String about = "routing domain " + PlainText.oneLine(scope.domain().name(), 200);
      try (ExportFile file = sink.open(folder + "/firebreak.rules", "Rules for " + about)) {
        writeHeader(file, request, "Rules for the sensors of " + about);
        RuleWriter writer = new RuleWriter(file, variables, sids, key(scope));
        new DomainRules(scope, settings, ids, file, writer).write(progress);
      }
      try (ExportFile file =
          sink.open(folder + "/firebreak-addresses.yaml", "Address variables for " + about)) {
        file.write("%YAML 1.1\n---\n");
        writeHeader(file, request, "Address variables for the rules of " + about);
        file.write("# Include it below vars: address-groups: of suricata.yaml.\n");
        variables.write(file);
      }
      progress.worked(1);
    }
    if (!scopes.isEmpty()) {
      writeClasses(sink);
      sink.made(SidTable.LIMIT, sids.size());
    }
    addLimitations(policy, sink);
  }

  private static String key(AlertScope scope) {
    return scope.domain().isShared() ? "" : scope.domain().tenant().id();
  }

  private static void writeHeader(ExportFile file, ExportRequest request, String title)
      throws IOException {
    CompiledPolicy policy = request.policy();
    file.write("# ").write(title).write(".\n# Design ");
    file.write(PlainText.oneLine(policy.design().name(), 200));
    if (policy.revision() != null) {
      file.write(", revision ").write(PlainText.oneLine(policy.revision(), 60));
    }
    file.write(", strategy ").write(policy.strategy().getLiteral());
    file.write(", evaluated on ").write(policy.evaluationDate().toString());
    file.write(".\n# Written by Firebreak ").write(request.toolVersion()).write(".\n");
  }

  private static void writeClasses(ExportSink sink) throws IOException {
    try (ExportFile file =
        sink.open("classification.config", "Lines to add to classification.config of Suricata")) {
      file.write("config classification: firebreak-tripwire,");
      file.write("Connection that trips a wire of the design,1\n");
      file.write("config classification: firebreak-unexpected,");
      file.write("Connection between servers that the design does not know,2\n");
    }
  }

  private static void addLimitations(CompiledPolicy policy, ExportSink sink) {
    for (PolicyTripwire tripwire : policy.tripwires()) {
      if (!tripwire.recipients().isEmpty()) {
        reduced(
            sink,
            tripwire.ref(),
            "Tripwire "
                + tripwire.ref().name()
                + " notifies by e-mail; Suricata writes events (EVE), which the log collector must"
                + " turn into mail.");
      }
    }
    sink.limitation(
        new Limitation(
            Limitation.Effect.REDUCED,
            null,
            null,
            List.of(),
            "Suricata keeps state of TCP, UDP, SCTP and ICMP; of other protocols, such as ESP and"
                + " GRE, whatever is permitted one way raises no alert the other way either."));
  }

  private static void reduced(ExportSink sink, ElementRef element, String reason) {
    sink.limitation(
        new Limitation(Limitation.Effect.REDUCED, null, null, List.of(element), reason));
  }
}
