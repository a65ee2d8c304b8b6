package org.firebreak.exports.aci;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.Limitation.Effect;

/** What ACI cannot do of a policy, or only as long as something holds. Each is told once. */
final class AciLimitations {
  private static final int GROUPS = 4000;
  private static final int CONTRACTS = 10_000;

  private final ExportSink sink;
  private final Set<Limitation> told = new HashSet<>();
  private final Set<String> features = new HashSet<>();

  AciLimitations(ExportSink sink) {
    this.sink = sink;
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

  /** Services of a permit for which there is no filter. */
  void notPermitted(RuleSet set, Rule rule, List<String> lost) {
    if (!lost.isEmpty()) {
      tell(
          Effect.DENIES_MORE,
          set,
          rule,
          rule.origins(),
          "Not permitted: " + lost.stream().sorted().collect(Collectors.joining(", ")) + ".");
    }
  }

  /** Services of a denial for which there is no filter, before a permit. */
  void notDenied(RuleSet set, Rule rule, List<String> lost) {
    if (!lost.isEmpty()) {
      tell(
          Effect.PERMITS_MORE,
          set,
          rule,
          rule.origins(),
          "Left to the last rule, which permits and logs: " + String.join(", ", lost) + ".");
    }
  }

  /** A permit that works in both ways or for more services than it should. */
  void mirrored(Rule rule, boolean anyway) {
    if (!anyway) {
      tell(
          Effect.PERMITS_MORE,
          null,
          rule,
          rule.origins(),
          "Services without ports are permitted the other way too, as the option portless asks.");
    }
    tell(
        Effect.REDUCED,
        null,
        rule,
        rule.origins(),
        "Some services match without ports, in both directions; they are not logged.");
  }

  /** Hosts that do not deny yet, with peers that do. */
  void deniedByPeer(RuleSet set) {
    for (Rule rule : set.rules()) {
      if (rule.kind() == Rule.Kind.MONITORED) {
        tell(
            Effect.DENIES_MORE,
            set,
            rule,
            rule.origins(),
            "Denied between these hosts and those that are enforced already: the fabric decides"
                + " once for both ends.");
      }
    }
  }

  /** Hosts that share an address with other servers get no permits for it. */
  void shared(Space space, Map<Address, List<PolicyServer>> shared) {
    shared.forEach(
        (address, servers) -> {
          for (RuleSet set : space.sets()) {
            if (servers.stream().anyMatch(set.servers()::contains)) {
              tell(
                  Effect.DENIES_MORE,
                  set,
                  null,
                  servers.stream().map(PolicyServer::ref).toList(),
                  "Several servers have the address "
                      + address
                      + "; it is in no group, so nothing is permitted.");
            }
          }
        });
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
      tell(Effect.REDUCED, set, rule, List.of(element), reason);
    }
  }

  /** Counts objects against what a fabric takes. */
  void count(Space space, int groups, int contracts) {
    if (groups > GROUPS || contracts > CONTRACTS) {
      tell(
          Effect.ASSUMPTION,
          null,
          null,
          List.of(),
          "Tenant "
              + space.tenant()
              + " has "
              + groups
              + " groups and "
              + contracts
              + " contracts; a VRF takes "
              + GROUPS
              + " groups, a fabric about "
              + CONTRACTS
              + " contracts.");
    }
  }
}
