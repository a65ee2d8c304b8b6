package org.firebreak.core.validation.rules.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.validation.DesignElements;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.OutdatedFixException;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.ServerAddresses;
import org.firebreak.core.validation.facts.Tenancy;
import org.firebreak.core.validation.facts.Words;
import org.firebreak.core.validation.rules.identity.Overlaps.Overlap;
import org.firebreak.model.Tenant;
import org.firebreak.model.Zone;

/** Ranges of zones that lie in ranges of other zones. */
public final class ZoneOverlapRule implements ValidationRule {
  private static final int NAMED = 3;

  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-604",
          RuleCategory.IDENTITY,
          "Overlapping ranges of zones",
          FindingSeverity.WARNING,
          "A subnet lies behind one trust boundary. Where ranges of two zones overlap, nobody can"
              + " tell from an address on which side it is, and firewalls that assign zones by"
              + " subnet choose one of the two. A zone inside another may divide that one's ranges,"
              + " and zones of different tenants lie in different routing domains; neither is"
              + " meant.",
          "Zone Front has 10.0.0.0/16 and zone Data beside it has 10.0.2.0/24. Give Front the"
              + " subnets that are its own, or draw Data inside it.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    overlaps(context).forEach((zone, found) -> findings.add(of(context, zone, found)));
    return findings;
  }

  private static Map<Zone, List<Overlap<Zone>>> overlaps(ValidationContext context) {
    Map<Optional<Tenant>, Overlaps<Zone>> byTenant = new LinkedHashMap<>();
    for (ServerZones.Ranged each : context.shared(ServerZones.class, ServerZones::of).all()) {
      if (!each.ranges().isEmpty()) {
        byTenant
            .computeIfAbsent(
                Optional.ofNullable(Tenancy.of(each.zone())), tenant -> new Overlaps<>())
            .add(each.zone(), each.ranges());
      }
    }
    Map<Zone, List<Overlap<Zone>>> overlaps = new LinkedHashMap<>();
    for (Overlaps<Zone> tenant : byTenant.values()) {
      tenant
          .find()
          .forEach(
              (zone, found) -> {
                List<Overlap<Zone>> apart =
                    found.stream().filter(each -> !isNested(each.inner(), each.outer())).toList();
                if (!apart.isEmpty()) {
                  overlaps.put(zone, apart);
                }
              });
    }
    return overlaps;
  }

  private static boolean isNested(Zone one, Zone other) {
    return EcoreUtil.isAncestor(one, other) || EcoreUtil.isAncestor(other, one);
  }

  private Finding of(ValidationContext context, Zone zone, List<Overlap<Zone>> overlaps) {
    Set<ElementRef> others = new LinkedHashSet<>();
    overlaps.forEach(each -> others.add(context.ref(each.outer())));
    List<ElementRef> elements = new ArrayList<>(others);
    elements.add(0, context.ref(zone));
    return new Finding(
        INFO.id(),
        INFO.severity(),
        elements,
        "The range "
            + cidr(overlaps.get(0).range())
            + " of zone "
            + elements.get(0).name()
            + " lies also in "
            + (others.size() == 1 ? "zone " : "zones ")
            + Words.list(elements.subList(1, elements.size()), NAMED),
        "Give each zone the ranges of its own subnets, or draw the narrower zone inside the wider");
  }

  private static String cidr(AddressRange range) {
    return range.toPrefixes().get(0);
  }

  /** Where both have the same range and only one of them has servers there. */
  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    for (List<Overlap<Zone>> found : overlaps(context).values()) {
      Overlap<Zone> only = found.get(0);
      if (found.size() == 1 && only.inner().getId().equals(finding.elements().get(0).id())) {
        ServerZones.Ranged inner = ranged(context, only.inner());
        ServerZones.Ranged outer = ranged(context, only.outer());
        if (inner.ranges().contains(only.range()) && outer.ranges().contains(only.range())) {
          boolean usedInside = isUsed(context, inner, only.range());
          boolean usedOutside = isUsed(context, outer, only.range());
          if (usedInside != usedOutside) {
            return removal(usedInside ? outer : inner, only.range());
          }
        }
      }
    }
    return List.of();
  }

  /** A zone with servers and no range left would put them into those of the zone around it. */
  private static List<Fix> removal(ServerZones.Ranged zone, AddressRange range) {
    if (zone.ranges().size() == 1 && zone.to() > zone.from()) {
      return List.of();
    }
    String id = zone.zone().getId();
    return List.of(
        new Fix(
            "Take "
                + cidr(range)
                + " from zone "
                + zone.zone().getName()
                + ", which does not use it",
            false,
            design -> remove(design, id, range)));
  }

  private static void remove(DesignElements design, String id, AddressRange range) {
    Zone zone = design.get(Zone.class, id);
    List<String> left =
        zone.getCidrs().stream()
            .filter(cidr -> !ServerZones.valid(List.of(cidr)).equals(List.of(range)))
            .toList();
    if (left.size() == zone.getCidrs().size()) {
      throw new OutdatedFixException("zone " + zone.getName() + " no longer has " + cidr(range));
    }
    zone.setCidrs(left);
  }

  private static ServerZones.Ranged ranged(ValidationContext context, Zone zone) {
    return context.shared(ServerZones.class, ServerZones::of).all().stream()
        .filter(each -> each.zone() == zone)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isUsed(
      ValidationContext context, ServerZones.Ranged zone, AddressRange range) {
    int next =
        context
            .shared(ServerAddresses.class, ServerAddresses::of)
            .serversIn(AddressSet.of(range))
            .nextSetBit(zone.from());
    return next >= 0 && next < zone.to();
  }
}
