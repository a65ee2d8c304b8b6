package org.firebreak.exports.aws;

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
import org.firebreak.exports.cloud.CloudLimitations;
import org.firebreak.exports.cloud.Scopes;

/**
 * Exports to AWS security groups, for each tenant in a VPC of its own.
 *
 * <pre>
 * SCOPE/cloudformation/firebreak.json      groups and rules; in several templates if there are many
 * SCOPE/terraform/firebreak.tf.json        the same for Terraform
 * SCOPE/attachments.json                   which groups belong to which instance
 * </pre>
 *
 * Both are declarative: updating the stack, or applying the module, removes what is not in it any
 * more. Which groups are at an interface is not, and the order of both matters: see {@link
 * AwsChanges}.
 */
public final class AwsExporter implements Exporter {
  private static final Set<Capability> CAPABILITIES =
      EnumSet.of(
          Capability.HOSTS,
          Capability.STATEFUL,
          Capability.IPV6,
          Capability.ICMP_TYPES,
          Capability.OTHER_PROTOCOLS);

  @Override
  public String id() {
    return "aws";
  }

  @Override
  public String title() {
    return "AWS security groups";
  }

  @Override
  public String description() {
    return "Security groups for each class of instances, as CloudFormation templates or a Terraform"
        + " module, and which instance gets which.";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("security groups", "ec2");
  }

  @Override
  public List<ExportOption> options() {
    return AwsSettings.OPTIONS;
  }

  @Override
  public Set<Capability> capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Optional<ChangeWriter> changes() {
    return Optional.of(new AwsChanges());
  }

  @Override
  public void export(ExportRequest request, ExportSink sink, Progress progress) throws IOException {
    AwsSettings settings = AwsSettings.of(request.options());
    CloudLimitations limitations = new CloudLimitations(sink, title(), CAPABILITIES);
    Map<String, List<RuleSet>> scopes = Scopes.of(request);
    if (!scopes.isEmpty()) {
      limitations.assumption(
          "Interfaces have the security groups of attachments.json and no other: what any group"
              + " permits is permitted. AWS does not filter DNS of the VPC, DHCP, time, instance"
              + " metadata and licence activation.");
    }
    long groups = 0;
    progress.begin("AWS", scopes.size());
    for (Map.Entry<String, List<RuleSet>> scope : scopes.entrySet()) {
      progress.check();
      scope.getValue().forEach(limitations::addReduced);
      AwsPlan plan = AwsPlan.of(request, scope.getKey(), scope.getValue(), settings, limitations);
      if (settings.cloudFormation()) {
        CloudFormationFiles.write(plan, sink);
      }
      if (settings.terraform()) {
        TerraformFile.write(plan, sink);
      }
      AttachmentsFile.write(plan, sink);
      plan.count(sink, settings);
      groups += plan.groups().size();
      progress.worked(1);
    }
    settings
        .groupsPerRegion()
        .require(
            "AWS",
            "the region",
            groups,
            "Raise the quota of the account and the option aws.groups-per-region, let more servers"
                + " share their rules, or export parts of the design for several regions.");
  }
}
