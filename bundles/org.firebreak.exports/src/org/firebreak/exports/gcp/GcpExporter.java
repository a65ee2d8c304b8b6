package org.firebreak.exports.gcp;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.Capability;
import org.firebreak.exports.ChangeWriter;
import org.firebreak.exports.ExportOption;
import org.firebreak.exports.ExportRequest;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.cloud.CloudLimitations;
import org.firebreak.exports.cloud.Scopes;

/**
 * Exports to firewall rules of Google Cloud VPC networks, for each tenant in a network of its own.
 *
 * <pre>
 * SCOPE/firewalls-N.json   bodies of firewalls.insert, in an order in which they can be inserted
 * SCOPE/attachments.json   which network tags belong to the instance of which server
 * </pre>
 */
public final class GcpExporter implements Exporter {
  /** How the reader of such rules calls those parts of them that leave no log entries. */
  private static final String NOT_LOGGED = "not-logged";

  private static final List<ExportOption> OPTIONS =
      List.of(
          ExportOption.text(
              "prefix",
              "Prefix",
              "firebreak",
              20,
              "First part of the names of all rules and tags."),
          ExportOption.text(
              "network",
              "Network",
              "default",
              30,
              "Name of the VPC network; that of a tenant ends in the tenant's name."));

  private static final Set<Capability> CAPABILITIES =
      EnumSet.of(
          Capability.HOSTS,
          Capability.STATEFUL,
          Capability.EXPLICIT_DENY,
          Capability.LOG,
          Capability.OTHER_PROTOCOLS);

  @Override
  public String id() {
    return "gcp";
  }

  @Override
  public String title() {
    return "Google Cloud VPC firewall";
  }

  @Override
  public String description() {
    return "Firewall rules of VPC networks and the network tags of instances, as bodies of the"
        + " API.";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("google", "google cloud");
  }

  @Override
  public List<ExportOption> options() {
    return OPTIONS;
  }

  @Override
  public Set<Capability> capabilities() {
    return CAPABILITIES;
  }

  @Override
  public void export(ExportRequest request, ExportSink sink, Progress progress) throws IOException {
    CloudLimitations limitations = new CloudLimitations(sink, title(), CAPABILITIES);
    Map<String, List<RuleSet>> scopes = Scopes.of(request);
    if (!scopes.isEmpty()) {
      limitations.assumption(
          "Instances have no firewall rules of a lower priority number, in their network or in"
              + " policies of their folder or organization, that decide before these.");
      limitations.assumption("Instances always reach their metadata server.");
      sink.limitation(
          new Limitation(
                  Limitation.Effect.REDUCED,
                  null,
                  NOT_LOGGED,
                  List.of(),
                  "Google Cloud writes log entries of TCP and UDP alone; what rules permit or deny"
                      + " of other protocols leaves none.")
              .logging(Limitation.Logging.NO_LOG, Limitation.Logging.NO_ALERT));
    }
    progress.begin("Google Cloud", scopes.size());
    for (Map.Entry<String, List<RuleSet>> scope : scopes.entrySet()) {
      progress.check();
      scope.getValue().forEach(limitations::addReduced);
      new NetworkPlan(request, scope.getKey(), scope.getValue(), limitations).write(sink, progress);
      progress.worked(1);
    }
  }

  @Override
  public Optional<ChangeWriter> changes() {
    return Optional.of(new GcpChanges());
  }
}
