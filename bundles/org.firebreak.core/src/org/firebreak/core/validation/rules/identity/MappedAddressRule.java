package org.firebreak.core.validation.rules.identity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.RoutingDomain;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.SpecialAddress;
import org.firebreak.core.validation.facts.Words;

/** IPv4 addresses written as IPv6 ones. */
public final class MappedAddressRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-609",
          RuleCategory.IDENTITY,
          "IPv4-mapped IPv6 address",
          FindingSeverity.ERROR,
          "Addresses such as ::ffff:10.0.0.1 are how a program with an IPv6 socket sees an IPv4"
              + " peer; on the wire the packet is IPv4. A firewall rule for the mapped form never"
              + " matches, and the IPv4 traffic that is meant is denied (RFC 4291, section"
              + " 2.5.5.2).",
          "The export of a load balancer lists ::ffff:10.0.1.7. Enter 10.0.1.7.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    return byZone(context).values().stream().map(hits -> of(context, hits)).toList();
  }

  private static Map<Object, List<AddressHit>> byZone(ValidationContext context) {
    ServerZones zones = context.shared(ServerZones.class, ServerZones::of);
    Map<Object, List<AddressHit>> byZone = new LinkedHashMap<>();
    for (AddressHit hit : context.shared(AddressScan.class, AddressScan::of).mapped()) {
      byZone
          .computeIfAbsent(
              Optional.ofNullable(zones.around(hit.server().index())), zone -> new ArrayList<>())
          .add(hit);
    }
    return byZone;
  }

  private Finding of(ValidationContext context, List<AddressHit> hits) {
    List<ElementRef> servers = AddressHit.servers(hits);
    return new Finding(
        INFO.id(),
        INFO.severity(),
        servers,
        Words.count(servers.size(), "server")
            + (servers.size() == 1 ? " has" : " have")
            + " an IPv4 address in IPv6 notation, which no packet carries: "
            + AddressHit.list(hits),
        "Enter the IPv4 address");
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    for (List<AddressHit> hits : byZone(context).values()) {
      if (of(context, hits).equals(finding)) {
        return normalised(context, hits);
      }
    }
    return List.of();
  }

  /** Only if no IPv4 address is then given twice, or outside its zone. */
  private static List<Fix> normalised(ValidationContext context, List<AddressHit> hits) {
    ServerZones zones = context.shared(ServerZones.class, ServerZones::of);
    Set<Object> given = new HashSet<>();
    List<AddressEdit> edits = new ArrayList<>();
    for (AddressHit hit : hits) {
      Address v4 = Address.v4((int) hit.address().low());
      PolicyServer server = hit.server();
      Optional<PolicyServer> owner = context.policy().serverAt(server.domain(), v4);
      ServerZones.Ranged zone = zones.ranged(server.index());
      boolean outside = zone != null && zone.hasFamily(false) && !zone.addresses().contains(v4);
      record Given(RoutingDomain domain, Address address) {}
      if (outside
          || SpecialAddress.of(v4) != null
          || owner.isPresent() && owner.get().index() != server.index()
          || !given.add(new Given(server.domain(), v4))) {
        return List.of();
      }
      edits.add(new AddressEdit(server.ref().id(), hit.address(), v4));
    }
    AddressEdit first = edits.get(0);
    String what =
        edits.size() == 1
            ? "Write " + first.from() + " as " + first.to()
            : "Write the mapped addresses of " + edits.size() + " servers as IPv4";
    return List.of(AddressEdit.fix(what, edits));
  }
}
