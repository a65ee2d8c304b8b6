package org.firebreak.core.validation.rules.identity;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.policy.PolicyNote;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.model.Zone;

/** Addresses of servers, and CIDRs of networks and zones, that are none. */
public final class InvalidAddressRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-002",
          RuleCategory.IDENTITY,
          "Invalid address or CIDR",
          FindingSeverity.ERROR,
          "An address that cannot be read is left out of every rule, so that the server or the"
              + " network is reachable to a lesser extent than the design says. Addresses are"
              + " written in full and without prefix length, networks in CIDR notation; octal and"
              + " shortened notations are refused because systems read them differently.",
          "Server web1 has the address 10.0.1.256. Write 10.0.1.25.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    for (PolicyNote note : context.notes(PolicyNote.Code.INVALID_ADDRESS)) {
      findings.add(of(note, "Write the address in full, without prefix length"));
    }
    for (PolicyNote note : context.notes(PolicyNote.Code.INVALID_CIDR)) {
      findings.add(of(note, "Write it as address/prefix length, for instance 10.1.0.0/16"));
    }
    for (Zone zone : context.zones()) {
      for (String cidr : zone.getCidrs()) {
        check(context, zone, cidr, findings);
      }
    }
    return findings;
  }

  private Finding of(PolicyNote note, String mend) {
    return new Finding(INFO.id(), INFO.severity(), note.elements(), note.message(), mend);
  }

  private void check(ValidationContext context, Zone zone, String cidr, List<Finding> findings) {
    try {
      AddressRange.parse(cidr);
    } catch (IllegalArgumentException e) {
      findings.add(
          finding(
              "Zone " + context.ref(zone).name() + ": " + e.getMessage(),
              "Write it as address/prefix length, for instance 10.1.0.0/16",
              context.ref(zone)));
    }
  }
}
