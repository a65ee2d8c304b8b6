package org.firebreak.exports.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.PacketFilter;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.RolloutPlan;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.ConnectionKinds;
import org.firebreak.exports.FolderFiles;
import org.firebreak.exports.MemoryFiles;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.Design;
import org.firebreak.rulebase.RuleBase;
import org.firebreak.rulebase.readers.RuleBaseReaders;

/**
 * Two bundles of a platform of hosts and all states between them: in each, what a host permits, one
 * of the bundles permits too. A host that one of them does not know may do anything.
 */
public final class HostWalk {
  private final String platform;
  private final Path folder;
  private final CompileOptions options;
  private final Map<String, Set<Address>> addresses = new HashMap<>();
  private final Set<List<PacketFilter>> seen = new HashSet<>();
  private Map<String, PacketFilter> from;
  private Map<String, PacketFilter> to;
  private int states;

  /**
   * @param folder for the bundles
   */
  public HostWalk(String platform, Path folder) {
    this(platform, folder, RolloutPlan.ENFORCED);
  }

  /**
   * @param folder for the bundles
   * @param plan phases of both bundles
   */
  public HostWalk(String platform, Path folder, RolloutPlan plan) {
    this.platform = platform;
    this.folder = folder;
    this.options = CompileOptions.on(LocalDate.of(2026, 1, 1)).withRollout(plan);
  }

  /** Exports a design. */
  public MemoryFiles export(Design design, String name, Map<String, String> settings)
      throws Exception {
    CompiledPolicy policy = PolicyCompiler.compile(design, options);
    for (PolicyServer server : policy.servers()) {
      addresses
          .computeIfAbsent(server.ref().id(), id -> new HashSet<>())
          .addAll(server.addresses());
    }
    BundleWriter.write(
        folder.resolve(name), policy, Exporters.byIds(platform), settings, Progress.NONE);
    return MemoryFiles.of(new FolderFiles(folder.resolve(name).resolve(platform)));
  }

  /** The change set from one bundle to another. */
  public MemoryFiles changes(MemoryFiles older, MemoryFiles newer) throws Exception {
    MemoryFiles changes = new MemoryFiles();
    Exporters.byIds(platform)
        .get(0)
        .changes()
        .orElseThrow()
        .write(older, newer, changes, Progress.NONE);
    return changes;
  }

  /** Starts a walk. */
  public void between(MemoryFiles older, MemoryFiles newer) throws Exception {
    from = filters(older);
    to = filters(newer);
    seen.clear();
    states = 0;
  }

  /** How many states were looked at since the walk began. */
  public int states() {
    return states;
  }

  /** Checks a state between both. */
  public void at(MemoryFiles state, String step) throws Exception {
    states++;
    filters(state)
        .forEach(
            (key, now) -> {
              PacketFilter older = from.get(key);
              PacketFilter newer = to.get(key);
              if (older != null && newer != null) {
                String host = key.substring(0, key.indexOf(' '));
                boolean in = key.endsWith("INBOUND");
                assertSafe(List.of(now, older, newer), host, in, step + " at " + key);
              }
            });
  }

  private void assertSafe(List<PacketFilter> filters, String host, boolean in, String where) {
    if (!seen.add(filters)) {
      return;
    }
    Set<Address> own = addresses.get(host);
    ConnectionKinds kinds = new ConnectionKinds(filters);
    own.forEach(each -> kinds.addBorders(AddressSet.of(AddressRange.of(each))));
    Set<Address> peers = kinds.addresses();
    peers.removeAll(own);
    Optional<ConnectionKinds.Kind> open =
        kinds.find(
            in ? peers : own,
            in ? own : peers,
            outcomes ->
                outcomes.get(0).permits()
                    && !outcomes.get(1).permits()
                    && !outcomes.get(2).permits());
    assertThat(open).as("open at %s", where).isEmpty();
  }

  /** Reads a state back. */
  public RuleBase read(MemoryFiles files) throws Exception {
    return RuleBaseReaders.of(platform)
        .orElseThrow()
        .read(
            files,
            host ->
                AddressSet.of(
                    addresses.getOrDefault(host, Set.of()).stream().map(AddressRange::of).toList()),
            Progress.NONE);
  }

  /** Filters of every host, inbound and outbound, by its id and the direction. */
  private Map<String, PacketFilter> filters(MemoryFiles files) throws Exception {
    RuleBase read = read(files);
    // in between, a group may be without members, and a rule that names it without effect
    assertThat(read.unread())
        .allMatch(
            each ->
                each.reason().endsWith("without members")
                    || each.reason().endsWith("whose instances are not known"));
    Map<String, PacketFilter> filters = new LinkedHashMap<>();
    read.filters()
        .forEach(
            filter -> {
              assertThat(filter.direction()).isNotEqualTo(Rule.Direction.FORWARD);
              filter
                  .hosts()
                  .forEach(host -> filters.put(host + " " + filter.direction(), filter.filter()));
            });
    return filters;
  }
}
