package org.firebreak.exports.rsyslog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyTripwire;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.Capability;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.ExportOption;
import org.firebreak.exports.ExportRequest;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.PlainText;
import org.firebreak.exports.alerting.RuleIds;

/** Exports {@code firebreak-alerts.conf} for the log collector; it enforces nothing. */
public final class RsyslogExporter implements Exporter {
  @Override
  public String id() {
    return "rsyslog";
  }

  @Override
  public String title() {
    return "Alert routing (rsyslog)";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("alert-routing");
  }

  @Override
  public String description() {
    return "Routes log entries of firewalls to files, a SIEM and, by e-mail, the recipients of"
        + " tripwires; enforces nothing.";
  }

  @Override
  public List<ExportOption> options() {
    return RoutingSettings.OPTIONS;
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(Capability.IPV6, Capability.ALERT, Capability.MAIL);
  }

  @Override
  public void export(ExportRequest request, ExportSink sink, Progress progress) throws IOException {
    CompiledPolicy policy = request.policy();
    RoutingSettings settings = RoutingSettings.of(request.options());
    RuleIds ids = new RuleIds(policy);
    try (ExportFile file = sink.open("firebreak-alerts.conf", "Routing of log entries")) {
      writeHeader(file, request);
      RoutingFile routing = new RoutingFile(file, settings);
      routing.begin(policy.tripwires().stream().anyMatch(each -> !recipients(each).isEmpty()));
      for (PolicyTripwire tripwire : policy.tripwires()) {
        progress.check();
        Optional<Rule> rule = ids.rule(tripwire.ref());
        if (rule.isPresent()) {
          List<String> recipients = recipients(tripwire);
          routing.tripwire(tripwire, ids.of(tripwire.ref()), recipients);
          file.provenance(rule.get(), ids.of(tripwire.ref()));
          tellRefused(tripwire, recipients, sink);
        }
      }
      routing.end();
    }
  }

  private static List<String> recipients(PolicyTripwire tripwire) {
    Set<String> recipients = new LinkedHashSet<>();
    for (String recipient : tripwire.recipients()) {
      if (RoutingSettings.isMailbox(recipient.strip())) {
        recipients.add(recipient.strip());
      }
    }
    return new ArrayList<>(recipients);
  }

  private static void tellRefused(
      PolicyTripwire tripwire, List<String> recipients, ExportSink sink) {
    long refused =
        tripwire.recipients().stream()
            .filter(recipient -> !recipients.contains(recipient.strip()))
            .count();
    if (refused > 0) {
      sink.limitation(
          new Limitation(
              Limitation.Effect.REDUCED,
              null,
              null,
              List.of(tripwire.ref()),
              "Tripwire "
                  + tripwire.ref().name()
                  + " notifies "
                  + refused
                  + " recipients that are no plain mail addresses; they get no mail."));
    }
  }

  private static void writeHeader(ExportFile file, ExportRequest request) throws IOException {
    CompiledPolicy policy = request.policy();
    file.write("# Routing of log entries that rules of Firebreak write; for /etc/rsyslog.d.\n");
    file.write("# Design ").write(PlainText.oneLine(policy.design().name(), 200));
    if (policy.revision() != null) {
      file.write(", revision ").write(PlainText.oneLine(policy.revision(), 60));
    }
    file.write(", strategy ").write(policy.strategy().getLiteral());
    file.write(", evaluated on ").write(policy.evaluationDate().toString());
    file.write(".\n# Written by Firebreak ").write(request.toolVersion()).write(".\n");
  }
}
