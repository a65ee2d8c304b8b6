package org.firebreak.exports.aci;

import java.io.IOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyServer;
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
import org.firebreak.exports.RuleDescriptions;

/**
 * Exports to Cisco ACI.
 *
 * <pre>
 * shared/1-tenant.json          filters, contracts, groups, external EPGs
 * shared/2-endpoint-tags.json   which address is in which group
 * tenant-NAME/…                 the same for a tenant of the design
 * </pre>
 */
public final class AciExporter implements Exporter {
  @Override
  public String id() {
    return "aci";
  }

  @Override
  public String title() {
    return "Cisco ACI";
  }

  @Override
  public String description() {
    return "Tenants of Cisco ACI: endpoint security groups, contracts and filters for the APIC.";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("cisco-aci", "apic");
  }

  @Override
  public List<ExportOption> options() {
    return AciSettings.OPTIONS;
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(
        Capability.HOSTS,
        Capability.IPV6,
        Capability.EXPLICIT_DENY,
        Capability.LOG,
        Capability.ICMP_TYPES,
        Capability.ENDS_CONNECTIONS);
  }

  @Override
  public Optional<ChangeWriter> changes() {
    return Optional.of(new AciChanges());
  }

  @Override
  public void export(ExportRequest request, ExportSink sink, Progress progress) throws IOException {
    AciSettings settings = AciSettings.of(request.options());
    List<Space> spaces = Space.of(request.policy(), request.ruleSets(), settings);
    progress.begin("Cisco ACI", spaces.size());
    AciLimitations limitations = new AciLimitations(sink, settings);
    if (!spaces.isEmpty()) {
      limitations.assumptions();
    }
    for (Space space : spaces) {
      export(request, space, settings, limitations, sink, progress);
      progress.worked(1);
    }
    limitations.finish();
  }

  private static void export(
      ExportRequest request,
      Space space,
      AciSettings settings,
      AciLimitations limitations,
      ExportSink sink,
      Progress progress)
      throws IOException {
    Atoms atoms = new Atoms(request.policy(), space, settings.groupsOfVrf().most());
    limitations.requireRoom(space, atoms);
    ContractPlanner planner = new ContractPlanner(space, atoms, settings, limitations);
    for (RuleSet set : space.sets()) {
      limitations.features(set, !settings.graph().isEmpty());
    }
    for (Atom atom : atoms.all()) {
      for (PolicyServer server : atom.unaddressed()) {
        limitations.unaddressed(atom.sets().get(0), server);
      }
      if (atom.isEnforced()) {
        atom.members().stream()
            .filter(member -> member.owners().size() > 1)
            .forEach(limitations::shared);
      }
    }
    List<Contract> contracts = planner.contracts(progress);
    limitations.tellLosses();
    GroupObjects groups = new GroupObjects(settings, space, atoms, contracts);
    try (TenantFile file =
        new TenantFile(
            sink,
            space.folder() + "/1-tenant.json",
            "Filters, contracts and groups of tenant " + space.tenant(),
            space.tenant())) {
      int filters = writeContracts(request, contracts, settings, file);
      writeGroups(atoms, groups, settings, file);
      addProvenance(space, contracts, planner.hidden(), file.file().file());
      limitations.count(space, atoms, contracts.size(), filters);
    }
    if (settings.byTag()) {
      writeTags(space, atoms, groups, sink);
    }
  }

  /** Returns how many filters they have. */
  private static int writeContracts(
      ExportRequest request, List<Contract> contracts, AciSettings settings, TenantFile file)
      throws IOException {
    FilterObjects filters = new FilterObjects();
    ContractObjects objects =
        new ContractObjects(new RuleDescriptions(request.policy()), filters, settings.graph());
    List<Mo> all = contracts.stream().map(objects::object).toList();
    for (Mo filter : filters.objects()) {
      file.add(filter);
    }
    for (Mo contract : all) {
      file.add(contract);
    }
    return filters.objects().size();
  }

  private static void writeGroups(
      Atoms atoms, GroupObjects groups, AciSettings settings, TenantFile file) throws IOException {
    boolean preferred = atoms.all().stream().anyMatch(atom -> !atom.isEnforced());
    Mo vrf = Mo.of("fvCtx", "name", settings.vrf(), "pcEnfPref", "enforced");
    file.add(preferred ? vrf.add(Mo.of("vzAny", "prefGrMemb", "enabled")) : vrf);
    file.begin("fvAp", "name", settings.profile(), "annotation", Mo.OWNER);
    for (Atom atom : atoms.all()) {
      if (!atom.isNetwork()) {
        file.add(groups.endpoints(atom));
      }
    }
    file.end();
    if (atoms.all().stream().anyMatch(Atom::isNetwork)) {
      file.begin("l3extOut", "name", settings.l3out());
      for (Atom atom : atoms.all()) {
        if (atom.isNetwork()) {
          file.add(groups.external(atom));
        }
      }
      file.end();
    }
  }

  private static void writeTags(Space space, Atoms atoms, GroupObjects groups, ExportSink sink)
      throws IOException {
    try (TenantFile file =
        new TenantFile(
            sink,
            space.folder() + "/2-endpoint-tags.json",
            "Tags of the addresses of tenant " + space.tenant(),
            space.tenant())) {
      file.begin("fvEpTags");
      for (Atom atom : atoms.all()) {
        for (Atom.Member member : atom.members()) {
          file.add(groups.tag(atom, member));
        }
      }
    }
  }

  /** A rule that has no contract of its own is enforced by that of the other end, or of another. */
  private static void addProvenance(
      Space space, List<Contract> contracts, Map<String, Rule> hidden, ExportFile file) {
    Map<String, String> byRule = new HashMap<>();
    Map<String, String> byOrigin = new HashMap<>();
    for (Contract contract : contracts) {
      byRule.putIfAbsent(contract.rule().id(), contract.name());
      for (ElementRef origin : contract.rule().origins()) {
        byOrigin.putIfAbsent(origin.id(), contract.name());
      }
    }
    for (RuleSet set : space.sets()) {
      for (Rule rule : set.rules()) {
        String name = name(rule, byRule, byOrigin);
        if (name == null && hidden.containsKey(rule.id())) {
          name = name(hidden.get(rule.id()), byRule, byOrigin);
        }
        if (name != null) {
          file.provenance(rule, name);
        }
      }
    }
  }

  private static String name(Rule rule, Map<String, String> byRule, Map<String, String> byOrigin) {
    String name = byRule.get(rule.id());
    for (ElementRef origin : rule.origins()) {
      name = name == null ? byOrigin.get(origin.id()) : name;
    }
    return name;
  }
}
