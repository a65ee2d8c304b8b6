package org.firebreak.exports.nsx;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.Capability;
import org.firebreak.exports.ChangeWriter;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.ExportOption;
import org.firebreak.exports.ExportRequest;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.Limit;

/**
 * Exports to the distributed firewall of VMware NSX.
 *
 * <pre>
 * calls.json                 the calls in their order
 * resolve.jq                 puts ids of VMs into tag operations
 * shared/vm-tags.json        which VM gets which tag
 * shared/tags/NAME.json      tag operations
 * shared/1-objects.json      services and groups
 * shared/2-policies.json     security policies
 * project-TENANT/…           the same for the project of a tenant
 * </pre>
 */
public final class NsxExporter implements Exporter {
  private static final String RESOLVE = "resolve.jq";

  @Override
  public String id() {
    return "nsx";
  }

  @Override
  public String title() {
    return "VMware NSX";
  }

  @Override
  public String description() {
    return "Distributed firewall of VMware NSX: groups by tag, services and security policies for"
        + " the Policy API.";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("nsx-t", "nsxt", "nsx dfw");
  }

  @Override
  public List<ExportOption> options() {
    return NsxSettings.OPTIONS;
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.complementOf(
        EnumSet.of(
            Capability.CENTRAL,
            Capability.MAIL,
            Capability.APPLICATION,
            Capability.INSPECTION,
            Capability.ENDS_CONNECTIONS));
  }

  @Override
  public Optional<ChangeWriter> changes() {
    return Optional.of(new NsxChanges());
  }

  @Override
  public void export(ExportRequest request, ExportSink sink, Progress progress) throws IOException {
    NsxSettings settings = NsxSettings.of(request.options());
    List<Partition> partitions =
        Partition.of(request.ruleSets(), request.policy().domains(), settings.tagScope());
    progress.begin("VMware NSX", request.ruleSets().size());
    if (partitions.isEmpty()) {
      return;
    }
    ApiCalls calls = new ApiCalls();
    NsxLimitations limitations = new NsxLimitations(sink, settings);
    limitations.assumptions();
    for (Partition partition : partitions) {
      export(request, partition, settings, calls, limitations, sink, progress);
    }
    limitations.finish();
    calls.write(sink);
    writeScript(sink);
  }

  private static void export(
      ExportRequest request,
      Partition partition,
      NsxSettings settings,
      ApiCalls calls,
      NsxLimitations limitations,
      ExportSink sink,
      Progress progress)
      throws IOException {
    VmClasses classes = new VmClasses(request.policy(), partition.sets());
    TagFiles tags = new TagFiles(sink, calls);
    tags.writeList(partition, classes);
    tags.writeOperations(partition, classes);
    ServiceObjects services = new ServiceObjects(request.policy().design().id(), partition.sets());
    GroupObjects groups = new GroupObjects(request.policy(), partition, classes, settings.byTag());
    PolicyObjects policies = new PolicyObjects(request.policy(), partition, classes, settings);
    try (ApiFiles files =
        files(sink, calls, partition, "/1-objects", "Services and groups", settings)) {
      writeServices(partition, services, policies, files);
      for (ObjectNode group : groups.objects()) {
        files.addToDomain(Nodes.child(group), 1);
      }
    }
    sink.made(Limit.none("groups"), groups.objects().size());
    sink.made(Limit.none("services"), services.all().size());
    RulePlanner planner = new RulePlanner(partition, groups, services, limitations);
    try (ApiFiles files =
        files(sink, calls, partition, "/2-policies", "Security policies", settings)) {
      for (RuleSet set : partition.sets()) {
        progress.check();
        List<NsxRule> rules = planner.plan(set);
        List<PolicyObjects.PolicyObject> objects = policies.of(set, rules);
        limitations.count(set, objects, rules.size() + (policies.needsNeighbours(set) ? 1 : 0));
        for (PolicyObjects.PolicyObject policy : objects) {
          ExportFile file = files.addToDomain(Nodes.child(policy.node()), policy.intents());
          String id = policy.node().get("id").asText();
          for (NsxRule rule : policy.rules()) {
            for (Rule origin : rule.rules()) {
              file.provenance(origin, id + "/" + rule.id());
            }
          }
        }
        limitations.addFeatures(set);
        progress.worked(1);
      }
    }
  }

  private static ApiFiles files(
      ExportSink sink,
      ApiCalls calls,
      Partition partition,
      String name,
      String description,
      NsxSettings settings) {
    return new ApiFiles(
        sink,
        calls,
        partition.root(),
        partition.folder() + name,
        description + " of " + partition.root(),
        settings.intents());
  }

  private static void writeServices(
      Partition partition, ServiceObjects services, PolicyObjects policies, ApiFiles files)
      throws IOException {
    if (partition.sets().stream().anyMatch(policies::needsNeighbours)) {
      files.addToRoot(Nodes.child(services.neighbourDiscovery()));
    }
    boolean sctp =
        partition.sets().stream()
            .anyMatch(
                set ->
                    set.rules().stream()
                        .anyMatch(
                            rule ->
                                ServiceObjects.isWidened(set, rule)
                                    || ServiceObjects.isShielded(set, rule)));
    if (sctp) {
      files.addToRoot(Nodes.child(services.sctp()));
    }
    for (PolicyService service : services.all()) {
      files.addToRoot(Nodes.child(services.object(service)));
    }
  }

  static void writeScript(ExportSink sink) throws IOException {
    try (InputStream script = NsxExporter.class.getResourceAsStream(RESOLVE);
        ExportFile file = sink.open(RESOLVE, "Puts the ids of VMs into tag operations, for jq")) {
      file.write(script.readAllBytes());
    }
  }
}
