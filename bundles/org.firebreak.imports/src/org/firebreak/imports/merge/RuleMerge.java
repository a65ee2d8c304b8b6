package org.firebreak.imports.merge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.imports.input.CleanText;
import org.firebreak.imports.input.Place;
import org.firebreak.imports.spi.FlowFact;
import org.firebreak.imports.spi.ImportNote.Severity;
import org.firebreak.imports.spi.RuleEnd;
import org.firebreak.imports.spi.RuleFact;
import org.firebreak.imports.spi.ServiceFact;
import org.firebreak.model.Endpoint;
import org.firebreak.rulebase.chains.Box;

/**
 * Brings what a rule base permits into the design. Rule bases often speak of the two address
 * families apart; what they permit between the same servers in both is one flow.
 */
final class RuleMerge {
  private final MergeLog log;
  private final String origin;
  private final RuleMeaning rules;
  private final FlowMerge flows;
  private final RuleEnds ends;
  private final List<RuleHalf> halves = new ArrayList<>();

  RuleMerge(ModelIndex index, MergeLog log, String origin, RuleMeaning rules) {
    this.log = log;
    this.origin = origin;
    this.rules = rules;
    this.flows = new FlowMerge(index, log, origin);
    this.ends = new RuleEnds(index, log, origin, rules, flows);
  }

  void merge(List<RuleFact> facts, Progress progress) {
    facts.forEach(this::split);
    Map<Family, FamilyBoxes> boxes = new EnumMap<>(Family.class);
    for (Family family : Family.values()) {
      boxes.put(family, new FamilyBoxes(halves, family == Family.V6));
    }
    for (RuleHalf half : halves) {
      progress.check();
      flow(half, boxes.get(half.v6() ? Family.V4 : Family.V6));
      progress.worked(1);
    }
    flows.finishRules(Place.of(origin));
  }

  private enum Family {
    V4,
    V6
  }

  private void split(RuleFact fact) {
    List<Endpoint> source = fixed(fact.source(), fact.place());
    List<Endpoint> destination = fixed(fact.destination(), fact.place());
    Box whole =
        new Box(
            source == null ? set(fact.source(), fact.place()) : AddressSet.ANY,
            destination == null ? set(fact.destination(), fact.place()) : AddressSet.ANY,
            fact.services());
    for (boolean v6 : new boolean[] {false, true}) {
      RuleHalf half = RuleHalf.of(fact, source, destination, whole, v6);
      if (!half.box().isEmpty()) {
        halves.add(half);
      }
    }
  }

  /** Endpoints of which no addresses are known; {@code null} if they are. */
  private List<Endpoint> fixed(RuleEnd end, Place place) {
    if (end instanceof RuleEnd.Hosts hosts) {
      List<Endpoint> known = ends.of(hosts, place);
      boolean open = known.stream().anyMatch(each -> ends.addresses().of(each).isEmpty());
      return open ? known : null;
    }
    return null;
  }

  private AddressSet set(RuleEnd end, Place place) {
    return switch (end) {
      case RuleEnd.Addresses given -> given.set();
      case RuleEnd.Hosts hosts ->
          AddressSet.of(
              ends.of(hosts, place).stream()
                  .flatMap(each -> ends.addresses().of(each).ranges().stream())
                  .toList());
    };
  }

  private void flow(RuleHalf half, FamilyBoxes others) {
    AddressSet source = half.box().source();
    AddressSet destination = half.box().destination();
    AddressSet otherSource = twins(half.source(), source, half.v6());
    AddressSet otherDestination = twins(half.destination(), destination, half.v6());
    Intervals services =
        half.box()
            .services()
            .minus(ServiceLine.of(half.v6() ? IpProtocols.ICMPV6 : IpProtocols.ICMP));
    Box other = new Box(otherSource, otherDestination, services);
    boolean spoken = half.v6() ? rules.v4() : rules.v6();
    boolean both = other.isEmpty() || !spoken || others.contain(half, other);
    if (both) {
      source = source.union(otherSource);
      destination = destination.union(otherDestination);
    } else {
      log.note(
          Severity.INFO,
          half.fact().place(),
          CleanText.quote(half.fact().name())
              + " permits "
              + (half.v6() ? "IPv6" : "IPv4")
              + " and not the other family; its ends are those addresses alone");
    }
    RuleServices said = RuleServices.of(half.box().services());
    if (!said.others().isEmpty()) {
      log.reject(
          half.fact().place(),
          CleanText.quote(half.fact().name())
              + " permits IP protocols that no service can say: "
              + String.join(", ", said.others()));
    }
    if (!said.matches().isEmpty()) {
      add(half, source, destination, said);
    }
  }

  private AddressSet twins(List<Endpoint> fixed, AddressSet set, boolean v6) {
    return fixed != null
        ? AddressSet.of(v6 ? AddressRange.ALL_V4 : AddressRange.ALL_V6)
        : ends.twins(set, v6);
  }

  private void add(
      RuleHalf half, AddressSet source, AddressSet destination, RuleServices services) {
    RuleFact fact = half.fact();
    List<ServiceFact> all =
        services.matches().stream().<ServiceFact>map(ServiceFact.Exact::new).toList();
    for (Endpoint from : half.source() == null ? ends.of(source, fact.place()) : half.source()) {
      for (Endpoint to :
          half.destination() == null ? ends.of(destination, fact.place()) : half.destination()) {
        flows.add(new FlowFact(fact.place(), "", "", null, all, null, fact.values()), from, to);
      }
    }
  }
}
