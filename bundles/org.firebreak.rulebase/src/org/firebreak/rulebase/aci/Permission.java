package org.firebreak.rulebase.aci;

import java.util.Comparator;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.Outcome;

/**
 * What a contract says of connections from consumers to providers.
 *
 * @param name contract and filter
 * @param priority number of the fabric; less is asked first
 * @param reversed whether it is about connections from providers to consumers
 */
record Permission(
    String name,
    String place,
    Intervals services,
    int priority,
    FilterEntries.Width width,
    Outcome outcome,
    boolean reversed) {
  /**
   * Order in which a leaf asks: priority, then what says more of the packet, then denials. Of two
   * that are equal in all that, which one counts and logs is not defined; not to log is safe to
   * assume.
   */
  static final Comparator<Permission> ORDER =
      Comparator.comparingInt(Permission::priority)
          .thenComparing(Permission::width)
          .thenComparing(permission -> permission.outcome().permits())
          .thenComparing(permission -> permission.outcome().logs())
          .thenComparing(Permission::name)
          .thenComparing(Permission::reversed);
}
