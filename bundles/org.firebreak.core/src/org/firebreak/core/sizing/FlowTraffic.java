package org.firebreak.core.sizing;

/**
 * A flow with its traffic and where it is enforced.
 *
 * @param traffic traffic of the whole flow
 * @param centralShare share of the connections that crosses a central firewall
 * @param hostShare share that hosts enforce
 * @param unseenShare share inside a group, which no firewall sees
 */
public record FlowTraffic(
    TrafficClass traffic, double centralShare, double hostShare, double unseenShare) {

  /**
   * Where the flow is enforced.
   *
   * @return for instance "central", "hosts" or "central 60 %, hosts 40 %"
   */
  public String enforcedAt() {
    StringBuilder text = new StringBuilder();
    append(text, "central", centralShare);
    append(text, "hosts", hostShare);
    append(text, "no firewall", unseenShare);
    return text.toString();
  }

  private static void append(StringBuilder text, String where, double share) {
    if (share > 0) {
      text.append(text.isEmpty() ? "" : ", ").append(where);
      if (share < 1) {
        text.append(' ').append(Unit.SHARE.format(share));
      }
    }
  }
}
