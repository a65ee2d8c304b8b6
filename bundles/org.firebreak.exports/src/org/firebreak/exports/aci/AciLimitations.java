package org.firebreak.exports.aci;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.ExportException;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.Limit;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.Limitation.Effect;
import org.firebreak.exports.Limitation.Logging;

/** What ACI cannot do of a policy, or only as long as something holds. Each is told once. */
final class AciLimitations {
  private static final Limit CONTRACTS = Limit.recommended("contracts", 10_000);
  private static final Limit FILTERS = Limit.recommended("filters", 10_000);

  /** How the endpoints spread over leaves is not known. */
  private static final Limit SELECTORS =
      Limit.recommended("selectors of addresses, if all are at one leaf", 5000);

  private static final String FEWER = "Let flows name groups and zones instead of servers";

  private final ExportSink sink;
  private final AciSettings settings;
  private final Set<Limitation> told = new HashSet<>();
  private final Set<String> features = new HashSet<>();
  private final Map<Concern, Losses> losses = new LinkedHashMap<>();
  private long groups;
  private long contracts;
  private long filters;

  private record Concern(Effect effect, String ruleSet, String rule) {}

  private record Losses(List<ElementRef> origins, Set<String> reasons, Set<Logging> logging) {}

  AciLimitations(ExportSink sink, AciSettings settings) {
    this.sink = sink;
    this.settings = settings;
  }

  private void tell(
      Effect effect, RuleSet set, Rule rule, List<ElementRef> elements, String reason) {
    Limitation limitation =
        new Limitation(
            effect,
            set == null ? null : set.name(),
            rule == null ? null : rule.id(),
            elements,
            reason);
    if (told.add(limitation)) {
      sink.limitation(limitation);
    }
  }

  /** What holds for everything that is exported. */
  void assumptions() {
    tell(
        Effect.ASSUMPTION,
        null,
        null,
        List.of(),
        "The fabric keeps no state: replies are recognised by their source port, those of TCP by"
            + " ACK too. Packets from a permitted port back to the client pass.");
    tell(
        Effect.ASSUMPTION,
        null,
        null,
        List.of(),
        "External addresses are reached through the L3Out, and every endpoint of the VRF that is"
            + " in no group of the export is denied by groups of it.");
  }

  /**
   * Something that differs from a rule.
   *
   * @param set rule set of the hosts concerned; {@code null} for all
   */
  void lost(Terms.Loss loss, RuleSet set, Rule rule) {
    Losses known =
        losses.computeIfAbsent(
            new Concern(loss.effect(), set == null ? null : set.name(), rule.id()),
            key -> new Losses(rule.origins(), new TreeSet<>(), EnumSet.noneOf(Logging.class)));
    known.reasons().add(loss.reason());
    known.logging().addAll(loss.logging());
  }

  /** Tells what has been lost, once for each rule of a rule set. */
  void tellLosses() {
    losses.forEach(
        (concern, lost) ->
            sink.limitation(
                new Limitation(
                    concern.effect(),
                    concern.ruleSet(),
                    concern.rule(),
                    lost.origins(),
                    String.join(" ", lost.reasons()),
                    lost.logging())));
    losses.clear();
  }

  /** Servers that share an address. */
  void shared(Atom.Member member) {
    tell(
        Effect.ASSUMPTION,
        null,
        null,
        member.owners().stream().map(PolicyServer::ref).toList(),
        "Several servers have the address "
            + member.address()
            + "; for it only what the rules of each of them permit is permitted.");
  }

  /** Hosts without addresses get no group. */
  void unaddressed(RuleSet set, PolicyServer server) {
    tell(
        Effect.ASSUMPTION,
        set,
        null,
        List.of(server.ref()),
        "Server "
            + server.ref().name()
            + " has no address of its own; export again when it gets one.");
  }

  /** What rules ask for beyond addresses and ports; each flow and tripwire is told once. */
  void features(RuleSet set, boolean graph) {
    for (Rule rule : set.rules()) {
      if (!graph && ContractPlanner.isInspected(rule)) {
        for (ElementRef flow : rule.origins()) {
          feature(
              set,
              rule,
              flow,
              "Flow "
                  + flow.name()
                  + " asks for inspection ("
                  + rule.inspection().getLiteral()
                  + "); name a service graph to redirect it to the central firewall.");
        }
      }
      if (rule.alert() != null) {
        for (ElementRef tripwire : rule.origins()) {
          feature(
              set,
              rule,
              tripwire,
              "Tripwire "
                  + tripwire.name()
                  + " is denied and logged as everything else is; the log names neither rule nor"
                  + " contract.");
        }
      }
    }
  }

  private void feature(RuleSet set, Rule rule, ElementRef element, String reason) {
    if (features.add(element.id())) {
      Set<Logging> logging = rule.alert() == null ? Set.of() : Set.of(Logging.NO_ALERT);
      sink.limitation(
          new Limitation(Effect.REDUCED, set.name(), rule.id(), List.of(element), reason, logging));
    }
  }

  /**
   * Refuses groups beyond what a VRF, and all together what the fabric takes; they have been merged
   * as far as rules allow.
   *
   * @throws ExportException if there are more, before anything of the tenant is written
   */
  void requireRoom(Space space, Atoms atoms) throws ExportException {
    long count = groups(atoms);
    groups += count;
    settings
        .groupsOfVrf()
        .require(
            "ACI",
            "tenant " + space.tenant(),
            count,
            FEWER + ", export parts of the design, or, if yours takes more, set aci.vrf-groups.");
    settings
        .groupsOfFabric()
        .require(
            "ACI",
            "the fabric",
            groups,
            FEWER
                + ", divide the tenants among several fabrics, or, if yours takes more, set"
                + " aci.fabric-groups.");
  }

  private static long groups(Atoms atoms) {
    return atoms.all().stream().filter(atom -> !atom.isNetwork()).count();
  }

  /** Counts objects; more contracts, filters and selectors than recommended do load. */
  void count(Space space, Atoms atoms, int ofContracts, int ofFilters) {
    sink.held(settings.groupsOfVrf(), groups(atoms));
    sink.made(settings.groupsOfFabric(), groups(atoms));
    sink.made(CONTRACTS, ofContracts);
    sink.made(FILTERS, ofFilters);
    contracts += ofContracts;
    filters += ofFilters;
    if (!settings.byTag()) {
      int addresses = atoms.all().stream().mapToInt(atom -> atom.members().size()).sum();
      sink.held(SELECTORS, addresses);
      advise("Tenant " + space.tenant(), addresses, SELECTORS, "Let tags tell the members");
    }
  }

  /** Tells what the fabric has more of than is recommended. */
  void finish() {
    advise("The fabric", contracts, CONTRACTS, FEWER);
    advise("The fabric", filters, FILTERS, FEWER);
  }

  private void advise(String place, long count, Limit limit, String advice) {
    if (limit.isExceededBy(count)) {
      tell(
          Effect.ASSUMPTION,
          null,
          null,
          List.of(),
          String.format(
              Locale.ROOT,
              "%s has %,d %s; about %,d are recommended, more load but may not fit the leaves. %s.",
              place,
              count,
              limit.objects(),
              limit.most(),
              advice));
    }
  }
}
