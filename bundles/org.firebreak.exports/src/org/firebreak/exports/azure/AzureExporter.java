package org.firebreak.exports.azure;

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
import org.firebreak.exports.Limit;
import org.firebreak.exports.cloud.CloudLimitations;
import org.firebreak.exports.cloud.Scopes;

/**
 * Exports to network security groups of Azure, for each tenant in a resource group and network of
 * its own.
 *
 * <pre>
 * SCOPE/template-N.json    application security groups, network security groups with their rules
 * SCOPE/attachments.json   which groups belong to the network interfaces of which server
 * </pre>
 *
 * Deploying a security group replaces all its rules; groups that are no more stay until {@link
 * AzureChanges} deletes them.
 */
public final class AzureExporter implements Exporter {
  private static final String SECURITY_GROUPS = "security-groups";
  private static final String APPLICATION_GROUPS = "application-groups";

  private static final List<ExportOption> OPTIONS =
      List.of(
          ExportOption.text(
              "prefix", "Prefix", "firebreak", 20, "First part of the names of all groups."),
          ExportOption.integer(
              SECURITY_GROUPS,
              "Network security groups",
              5000,
              1,
              100_000,
              "Network security groups that the subscription takes in a region. More are refused."),
          ExportOption.integer(
              APPLICATION_GROUPS,
              "Application security groups",
              3000,
              0,
              100_000,
              "Application security groups that the subscription takes in a region. Beyond that"
                  + " rules list addresses."));

  private static final Set<Capability> CAPABILITIES =
      EnumSet.of(Capability.HOSTS, Capability.STATEFUL, Capability.IPV6, Capability.EXPLICIT_DENY);

  @Override
  public String id() {
    return "azure";
  }

  @Override
  public String title() {
    return "Azure network security groups";
  }

  @Override
  public String description() {
    return "Network and application security groups for each class of servers, as ARM templates.";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("azure nsg", "nsg");
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
  public Optional<ChangeWriter> changes() {
    return Optional.of(new AzureChanges());
  }

  @Override
  public void export(ExportRequest request, ExportSink sink, Progress progress) throws IOException {
    CloudLimitations limitations = new CloudLimitations(sink, title(), CAPABILITIES);
    Map<String, List<RuleSet>> scopes = Scopes.of(request);
    if (!scopes.isEmpty()) {
      limitations.assumption(
          "No security admin rules of Azure Virtual Network Manager decide before the groups."
              + " Health probes of Azure load balancers (168.63.129.16) are denied like all else"
              + " that no flow permits.");
    }
    Limit securityGroups =
        Limit.hard("network security groups", request.options().integer(SECURITY_GROUPS));
    Limit applicationGroups =
        Limit.hard("application security groups", request.options().integer(APPLICATION_GROUPS));
    long left = applicationGroups.most();
    progress.begin("Azure", scopes.size());
    for (Map.Entry<String, List<RuleSet>> scope : scopes.entrySet()) {
      progress.check();
      scope.getValue().forEach(limitations::addReduced);
      AzureScope written =
          new AzureScope(request, scope.getKey(), scope.getValue(), left, limitations);
      written.write(sink);
      left -= written.groups();
      sink.made(applicationGroups, written.groups());
      sink.made(securityGroups, scope.getValue().size());
      progress.worked(1);
    }
    securityGroups.require(
        "Azure",
        "the subscription",
        request.ruleSets().size(),
        "Let more servers share their rules, export tenants or zones by themselves for several"
            + " subscriptions, or, if yours takes more, set the option azure.security-groups.");
  }
}
