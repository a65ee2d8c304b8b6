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
  BOUNDARIES(
      "Zone boundaries",
      "zone boundary",
      "Enforced at",
      "What inspects the traffic",
      Set.of(CAPACITY, UTILISATION, OUTGROWN)),
  FIREWALLS("Firewalls", "central firewall", "Binding", "The dimension that decides", Set.of()),
  LINKS(
      "Links",
      "link of a firewall",
      "Capacity of",
      "What the capacity counts",
      Set.of(SUM, OUTGROWN)),
  HOSTS(
      "Hosts",
      "host that enforces",
      "Rules",
      "Rules that the host holds",
      Set.of(SUM, CAPACITY, UTILISATION, OUTGROWN)),
  MISSING(
      "Missing estimates",
      "flow without a full estimate",
      "Missing",
      "Figures that the flow does not state",
      Set.of(PEAK, SUM, NEED, CAPACITY, UTILISATION, OUTGROWN));

  private final String label;
  private final String single;
  private final String remark;
  private final String remarkHint;
  private final Set<LoadColumn> without;

  LoadKind(String label, String single, String remark, String remarkHint, Set<LoadColumn> without) {
    this.label = label;
    this.single = single;
    this.remark = remark;
    this.remarkHint = remarkHint;
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

  /** Title of the column of words. */
  String remark() {
    return remark;
  }

  String remarkHint() {
    return remarkHint;
  }

  String single() {
    return single;
  }
}
