package org.firebreak.exports.bundle;

import java.util.Locale;
import org.firebreak.core.policy.CompiledPolicy;

/**
 * What a policy would take as access lists of routers and switches, which filter without state: a
 * figure that tells why Firebreak writes none.
 *
 * @param entries entries of all lists together
 */
public record StatelessAcl(long entries) {
  public static StatelessAcl of(CompiledPolicy policy) {
    return new StatelessAcl(policy.aclEntries());
  }

  /** The number, and why not to. */
  public String warning() {
    return String.format(
        Locale.ROOT,
        "as stateless ACLs (Cisco IOS, NX-OS) this design would take %,d entries; ACLs are not a"
            + " strategy here: unwieldy, hard to troubleshoot, easily left open",
        entries);
  }
}
