package org.firebreak.ui.throughput;

import static org.firebreak.ui.throughput.LoadColumn.CAPACITY;
import static org.firebreak.ui.throughput.LoadColumn.NEED;
import static org.firebreak.ui.throughput.LoadColumn.OUTGROWN;
import static org.firebreak.ui.throughput.LoadColumn.PEAK;
import static org.firebreak.ui.throughput.LoadColumn.SUM;
import static org.firebreak.ui.throughput.LoadColumn.UTILISATION;

import java.util.Set;

/** What the table lists. */
public enum LoadKind {
  BOUNDARIES("Zone boundaries", "zone boundary", Set.of(CAPACITY, UTILISATION, OUTGROWN)),
  FIREWALLS("Firewalls", "central firewall", Set.of()),
  LINKS("Links", "link of a firewall", Set.of(SUM, OUTGROWN)),
  HOSTS("Hosts", "host that enforces", Set.of(SUM, CAPACITY, UTILISATION, OUTGROWN)),
  MISSING(
      "Missing estimates",
      "flow without a full estimate",
      Set.of(PEAK, SUM, NEED, CAPACITY, UTILISATION, OUTGROWN));

  private final String label;
  private final String single;
  private final Set<LoadColumn> without;

  LoadKind(String label, String single, Set<LoadColumn> without) {
    this.label = label;
    this.single = single;
    this.without = without;
  }

  /** Name for people. */
  public String label() {
    return label;
  }

  /** Whether a column says anything of these. */
  boolean has(LoadColumn column) {
    return !without.contains(column);
  }

  String single() {
    return single;
  }
}
