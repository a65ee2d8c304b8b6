package org.firebreak.core.validation.rules.identity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.SpecialAddress;
import org.firebreak.core.validation.facts.Words;

/** Addresses that no server has as its own. */
public final class SpecialAddressRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-607",
          RuleCategory.IDENTITY,
          "Special-purpose address of a server",
          FindingSeverity.ERROR,
          "Unspecified, loopback, multicast and broadcast addresses are never those of one server,"
              + " and rules for them match nothing or the wrong traffic. Link-local addresses are"
              + " not routed, so that no firewall sees them: they are a warning, as inventories"
              + " often list them beside the real ones. So are addresses reserved for"
              + " documentation, placeholders that somebody forgot, unless at least half of the"
              + " servers have one: then the design is an example.",
          "The inventory lists fe80::250:56ff:fe8a:1 beside 10.0.1.7. Remove the link-local address"
              + " from the design.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    AddressScan scan = context.shared(AddressScan.class, AddressScan::of);
    boolean example = isExample(scan);
    scan.special()
        .forEach(
            (place, hits) -> {
              if (!example || place.kind() != SpecialAddress.DOCUMENTATION) {
                findings.add(of(context, place, hits));
              }
            });
    return findings;
  }

  private static boolean isExample(AddressScan scan) {
    BitSet placeholders = new BitSet();
    scan.special()
        .forEach(
            (place, hits) -> {
              if (place.kind() == SpecialAddress.DOCUMENTATION) {
                hits.forEach(hit -> placeholders.set(hit.server().index()));
              }
            });
    BitSet all = (BitSet) scan.v4().clone();
    all.or(scan.v6());
    all.or(placeholders);
    return 2 * placeholders.cardinality() >= all.cardinality();
  }

  private Finding of(
      ValidationContext context, AddressScan.SpecialPlace place, List<AddressHit> hits) {
    List<ElementRef> servers = AddressHit.servers(hits);
    boolean harmless =
        place.kind() == SpecialAddress.LINK_LOCAL || place.kind() == SpecialAddress.DOCUMENTATION;
    String where =
        place.zone() == null ? "" : " of zone " + context.ref(place.zone().zone()).name();
    return new Finding(
        INFO.id(),
        harmless ? FindingSeverity.WARNING : INFO.severity(),
        servers,
        Words.count(servers.size(), "server")
            + where
            + (servers.size() == 1 ? " has " : " have ")
            + place.kind().title()
            + ": "
            + AddressHit.list(hits),
        harmless
            ? "Remove it, or enter the address at which the server is reached"
            : "Enter the address at which the server is reached");
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    AddressScan scan = context.shared(AddressScan.class, AddressScan::of);
    for (Map.Entry<AddressScan.SpecialPlace, List<AddressHit>> each : scan.special().entrySet()) {
      if (of(context, each.getKey(), each.getValue()).equals(finding)) {
        return removal(each.getKey().kind(), each.getValue(), scan);
      }
    }
    return List.of();
  }

  /** Only if every server keeps an ordinary address. */
  private static List<Fix> removal(SpecialAddress kind, List<AddressHit> hits, AddressScan scan) {
    List<AddressEdit> edits = new ArrayList<>();
    for (AddressHit hit : hits) {
      int server = hit.server().index();
      if (!scan.v4().get(server) && !scan.v6().get(server)) {
        return List.of();
      }
      edits.add(new AddressEdit(hit.server().ref().id(), hit.address(), (Address) null));
    }
    String what =
        hits.size() == 1
            ? "Remove " + hits.get(0).address() + " from " + hits.get(0).server().ref().name()
            : "Remove the " + kind.adjective() + " addresses of " + hits.size() + " servers";
    return List.of(AddressEdit.fix(what, edits));
  }
}
