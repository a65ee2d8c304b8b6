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

/** Servers with addresses that belong to no range of their zone. */
public final class OutsideZoneRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-606",
          RuleCategory.IDENTITY,
          "Address outside its zone's ranges",
          FindingSeverity.WARNING,
          "A zone's ranges say which subnets lie behind its trust boundary. A server with another"
              + " address is either drawn in the wrong zone, so that it inherits that zone's flows,"
              + " or the zone lacks a range. The ranges of the nearest zone that has some count;"
              + " a zone with IPv4 ranges alone says nothing of IPv6 addresses.",
          "Zone Data has the range 10.0.2.0/24, and its server db3 has 10.0.9.3, an address of zone"
              + " Front. Move db3, or add the range.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    AddressScan scan = context.shared(AddressScan.class, AddressScan::of);
    List<Finding> findings = new ArrayList<>();
    for (ServerZones.Ranged zone : context.shared(ServerZones.class, ServerZones::of).all()) {
      List<AddressHit> hits = scan.outside(zone);
      if (!hits.isEmpty()) {
        List<ElementRef> elements = new ArrayList<>();
        elements.add(context.ref(zone.zone()));
        elements.addAll(AddressHit.servers(hits));
        findings.add(
            new Finding(
                INFO.id(),
                INFO.severity(),
                elements,
                (hits.size() == 1 ? "1 address lies" : hits.size() + " addresses lie")
                    + " outside the ranges of zone "
                    + elements.get(0).name()
                    + " ("
                    + String.join(", ", zone.zone().getCidrs())
                    + "): "
                    + AddressHit.list(hits),
                "Move the servers to the zone of their addresses, or complete the zone's ranges"));
      }
    }
    return findings;
  }
}
