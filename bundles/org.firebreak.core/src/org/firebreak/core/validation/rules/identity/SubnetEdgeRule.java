package org.firebreak.core.validation.rules.identity;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.Words;

/** Servers with the first or last address of a range of their zone. */
public final class SubnetEdgeRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-608",
          RuleCategory.IDENTITY,
          "Network or broadcast address",
          FindingSeverity.WARNING,
          "The first address of an IPv4 subnet names the network, the last one is its directed"
              + " broadcast; no server has either. Usually the address of a subnet was entered in"
              + " place of that of a server, and rules for it match nothing. Prefixes of 31 and 32"
              + " bits have neither (RFC 3021).",
          "Zone Data has the range 10.0.2.0/24 and a server with 10.0.2.0. Enter its address.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    AddressScan scan = context.shared(AddressScan.class, AddressScan::of);
    List<Finding> findings = new ArrayList<>();
    for (ServerZones.Ranged zone : context.shared(ServerZones.class, ServerZones::of).all()) {
      List<AddressHit> hits = scan.edgesIn(zone);
      if (!hits.isEmpty()) {
        List<ElementRef> servers = AddressHit.servers(hits);
        List<ElementRef> elements = new ArrayList<>(servers);
        elements.add(context.ref(zone.zone()));
        findings.add(
            new Finding(
                INFO.id(),
                INFO.severity(),
                elements,
                Words.count(servers.size(), "server")
                    + (servers.size() == 1 ? " has" : " have")
                    + " the network or broadcast address of a range of zone "
                    + context.ref(zone.zone()).name()
                    + ": "
                    + AddressHit.list(hits),
                "Enter the addresses of the servers, or correct the range"));
      }
    }
    return findings;
  }
}
