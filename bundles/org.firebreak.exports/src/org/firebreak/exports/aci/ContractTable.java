package org.firebreak.exports.aci;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.firebreak.core.policy.Rule;
import org.firebreak.exports.Slugs;

/** Joins what rules say into the fewest contracts, and names them. */
final class ContractTable {
  private record Kind(
      String rule, ServiceParts services, String level, boolean log, boolean redirected) {}

  private record Part(BitSet consumers, BitSet providers, Rule rule) {}

  private final Atoms atoms;
  private final Map<Kind, List<Part>> parts = new LinkedHashMap<>();

  ContractTable(Atoms atoms) {
    this.atoms = atoms;
  }

  /**
   * Adds that all consumers and all providers of a pair of sets are so related.
   *
   * @param rule the rule that says so; its id becomes the contract's name
   */
  void add(
      Rule rule,
      BitSet consumers,
      BitSet providers,
      ServiceParts services,
      String level,
      boolean log,
      boolean redirected) {
    if (!services.isEmpty() && !consumers.isEmpty() && !providers.isEmpty()) {
      parts
          .computeIfAbsent(
              new Kind(rule.id(), services, level, log, redirected), kind -> new ArrayList<>())
          .add(new Part(consumers, providers, rule));
    }
  }

  /** The contracts, sorted by name. */
  List<Contract> contracts() {
    Map<String, Integer> uses = new LinkedHashMap<>();
    Map<Kind, List<Part>> joined = new LinkedHashMap<>();
    parts.forEach(
        (kind, list) -> {
          List<Part> few = join(join(join(list, false), true), false);
          joined.put(kind, few);
          uses.merge(kind.rule(), few.size(), Integer::sum);
        });
    Map<String, Contract> contracts = new TreeMap<>();
    joined.forEach(
        (kind, list) -> {
          for (Part part : list) {
            String name = kind.rule() + (uses.get(kind.rule()) == 1 ? "" : "_" + hash(kind, part));
            contracts.put(
                name,
                new Contract(
                    name,
                    part.consumers(),
                    part.providers(),
                    kind.services(),
                    kind.level(),
                    kind.log(),
                    kind.redirected(),
                    part.rule()));
          }
        });
    return List.copyOf(contracts.values());
  }

  /** Joins parts that have one side in common. */
  private static List<Part> join(List<Part> parts, boolean sameConsumers) {
    Map<BitSet, BitSet> joined = new LinkedHashMap<>();
    for (Part part : parts) {
      joined
          .computeIfAbsent(sameConsumers ? part.consumers() : part.providers(), key -> new BitSet())
          .or(sameConsumers ? part.providers() : part.consumers());
    }
    List<Part> few = new ArrayList<>();
    joined.forEach(
        (same, others) ->
            few.add(
                new Part(
                    sameConsumers ? same : others,
                    sameConsumers ? others : same,
                    parts.get(0).rule())));
    return few;
  }

  private String hash(Kind kind, Part part) {
    StringBuilder text = new StringBuilder();
    part.consumers().stream().forEach(atom -> text.append(atoms.get(atom).name()).append(' '));
    text.append('>');
    part.providers().stream().forEach(atom -> text.append(atoms.get(atom).name()).append(' '));
    text.append(kind.services()).append(kind.level()).append(kind.log());
    return Slugs.shortHash(text.toString());
  }
}
