package org.firebreak.core.validation.rules.identity;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;

/** A tenant's server with the address of a shared server. */
public final class HiddenAddressRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-011",
          RuleCategory.IDENTITY,
          "Address hides a shared server",
          FindingSeverity.WARNING,
          "Servers without a tenant are shared: they are reachable in the routing domain of every"
              + " tenant. Where a server of a tenant has the same address as a shared one, that"
              + " tenant reaches its own, and never the shared one.",
          "Tenant red numbers its servers from 10.0.0.1, which is also the shared name server. Give"
              + " the shared server an address that no tenant uses.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    CompiledPolicy policy = context.policy();
    List<Finding> findings = new ArrayList<>();
    for (PolicyServer server : policy.servers()) {
      if (server.domain().isShared()) {
        continue;
      }
      for (Address address : server.addresses()) {
        policy
            .serverAt(policy.sharedDomain(), address)
            .ifPresent(shared -> findings.add(of(address, server, shared)));
      }
    }
    return findings;
  }

  private Finding of(Address address, PolicyServer server, PolicyServer shared) {
    return finding(
        "Server "
            + server.ref().name()
            + " of tenant "
            + server.domain().name()
            + " has the address "
            + address
            + " of the shared server "
            + shared.ref().name()
            + ", which the tenant therefore cannot reach",
        "Renumber one of the two, or set the tenant of the shared server",
        server.ref(),
        shared.ref());
  }
}
