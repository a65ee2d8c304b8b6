package org.firebreak.exports.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.ComparisonScope;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.Capability;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.Limitation;
import org.firebreak.model.EnforcementKind;
import org.firebreak.rulebase.PlacedFilter;
import org.firebreak.rulebase.RuleBase;
import org.firebreak.rulebase.RuleBaseException;
import org.firebreak.rulebase.RuleBaseReader;
import org.firebreak.rulebase.RuleFiles;
import org.firebreak.rulebase.Unread;

/**
 * Reads the artefacts of one platform back and compares them with the rule sets that it enforces.
 *
 * <pre>
 * files -> RuleBaseReader -> PlacedFilters -> Places: which filter is in force where
 *                                               |
 * rule sets -> ExpectedFilters ---------> SetComparison -> mismatches, declared or not
 * </pre>
 */
public final class PlatformVerifier {
  private final Exporter exporter;
  private final List<RuleSet> ruleSets;
  private final HostTable hosts;
  private final SetComparison comparison;

  /**
   * Prepares a comparison.
   *
   * @param ruleSets those of the policy's rule sets that the platform enforces
   * @param limitations what the export declared that the platform cannot express
   */
  public PlatformVerifier(
      Exporter exporter,
      CompiledPolicy policy,
      List<RuleSet> ruleSets,
      List<Limitation> limitations) {
    this.exporter = exporter;
    this.ruleSets = List.copyOf(ruleSets);
    this.hosts = new HostTable(policy);
    Set<Capability> can = exporter.capabilities();
    this.comparison =
        new SetComparison(
            new Declarations(limitations),
            new ComparisonScope(
                AddressSet.ANY,
                AddressSet.ANY,
                can.contains(Capability.LOG),
                can.contains(Capability.ALERT)));
  }

  /**
   * Compares.
   *
   * @param files the platform's files, by paths below its folder
   * @throws IOException if a file cannot be read
   * @throws org.firebreak.core.progress.CancelledException if the user cancelled
   */
  public PlatformVerification verify(RuleBaseReader reader, RuleFiles files, Progress progress)
      throws IOException {
    RuleBase read;
    try {
      read = reader.read(files, hosts, progress);
    } catch (RuleBaseException e) {
      read = new RuleBase(List.of(), List.of(new Unread(exporter.id(), "", e.getMessage())));
    }
    progress.begin("verify " + exporter.id(), ruleSets.size());
    Places places = new Places(read.filters(), hosts);
    for (RuleSet set : ruleSets) {
      progress.check();
      if (set.kind() == EnforcementKind.CENTRAL) {
        central(set, places, progress);
      } else {
        hosts(set, Rule.Direction.INBOUND, places, progress);
        hosts(set, Rule.Direction.OUTBOUND, places, progress);
      }
      progress.worked(1);
    }
    for (PlacedFilter filter : places.unasked()) {
      comparison.add(new Mismatch.Unasked(filter.name(), filter.hosts(), filter.direction()));
    }
    return new PlatformVerification(
        exporter.id(),
        exporter.title(),
        true,
        comparison.compared(),
        comparison.mismatches(),
        comparison.declared(),
        unread(read));
  }

  /** Partial rule sets leave other connections, and so the platform's defaults, to others. */
  private List<Unread> unread(RuleBase read) {
    boolean partial = ruleSets.stream().anyMatch(RuleSet::isPartial);
    return read.unread().stream().filter(each -> !partial || !isDefault(each)).toList();
  }

  /** What a platform does by itself stands in no file: its place is its name. */
  private static boolean isDefault(Unread unread) {
    return unread.place().equals(unread.text());
  }

  private void central(RuleSet set, Places places, Progress progress) {
    List<PlacedFilter> filters = places.central(set);
    if (isOne(set, List.of(), Rule.Direction.FORWARD, filters)) {
      comparison.central(set, filters.get(0).filter(), progress);
    }
  }

  private void hosts(RuleSet set, Rule.Direction direction, Places places, Progress progress) {
    Map<Places.Hosted, List<PolicyServer>> sharing = new LinkedHashMap<>();
    for (PolicyServer server : set.servers()) {
      sharing
          .computeIfAbsent(places.host(server, direction), hosted -> new ArrayList<>())
          .add(server);
    }
    sharing.forEach(
        (hosted, servers) -> {
          List<PlacedFilter> filters = hosted.placed();
          if (isOne(set, servers, direction, filters)) {
            comparison.hosts(set, servers, direction, filters.get(0).filter(), progress);
          }
        });
  }

  private boolean isOne(
      RuleSet set,
      List<PolicyServer> servers,
      Rule.Direction direction,
      List<PlacedFilter> filters) {
    if (filters.isEmpty()) {
      comparison.add(new Mismatch.Missing(set, SetComparison.refs(servers), direction));
    } else if (filters.size() > 1) {
      List<String> names = filters.stream().map(PlacedFilter::name).toList();
      comparison.add(new Mismatch.Several(set, SetComparison.refs(servers), direction, names));
    }
    return filters.size() == 1;
  }
}
