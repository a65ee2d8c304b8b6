package org.firebreak.exports.sigma;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.Capability;
import org.firebreak.exports.ExportOption;
import org.firebreak.exports.ExportRequest;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.Slugs;
import org.firebreak.exports.alerting.AlertScope;
import org.firebreak.exports.alerting.RuleIds;

/**
 * Exports rules for a SIEM, which watches and enforces nothing.
 *
 * <pre>
 * DOMAIN/tripwires/NAME.yml     what a tripwire is on, where no flow permits it
 * DOMAIN/unexpected/PLACE.yml   from servers of a zone or group to servers, where no flow permits it
 * DOMAIN/quarantined.yml        connections of quarantined servers
 * log-entries/NAME.yml          what exported rules write into logs
 * pipelines/PRODUCT.yml         examples: names of fields, and what is denied, in a product's log
 * </pre>
 */
public final class SigmaExporter implements Exporter {
  private static final int FOLDER_NAME = 60;

  @Override
  public String id() {
    return "sigma";
  }

  @Override
  public String title() {
    return "Sigma";
  }

  @Override
  public String description() {
    return "Rules for log management (SIEM): tripwires and unexpected services in firewall logs;"
        + " enforces nothing.";
  }

  @Override
  public List<ExportOption> options() {
    return List.of();
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(Capability.IPV6, Capability.ALERT);
  }

  @Override
  public void export(ExportRequest request, ExportSink sink, Progress progress) throws IOException {
    CompiledPolicy policy = request.policy();
    List<AlertScope> scopes = AlertScope.of(policy);
    Map<String, String> folders =
        new Slugs('-', FOLDER_NAME)
            .distinct(scopes, SigmaExporter::key, scope -> scope.domain().name());
    String author = "Firebreak " + request.toolVersion() + ", design " + policy.design().name();
    RuleIds ids = new RuleIds(policy);
    progress.begin("Sigma", scopes.size());
    for (AlertScope scope : scopes) {
      new DomainRules(scope, folders.get(key(scope)), author, ids, sink).write(progress);
      progress.worked(1);
    }
    if (!scopes.isEmpty()) {
      new LogEntryRules(author, sink).write();
      Pipelines.write(sink);
      sink.limitation(
          new Limitation(
              Limitation.Effect.REDUCED,
              null,
              null,
              List.of(),
              "The log fields that Sigma has for firewalls tell neither the transport protocol nor"
                  + " ICMP types: what is permitted by TCP raises no alert by UDP on the same"
                  + " port. Connections that nobody logs raise none."));
    }
  }

  private static String key(AlertScope scope) {
    return scope.domain().isShared() ? "" : scope.domain().tenant().id();
  }
}
