package org.firebreak.exports.azure;

import org.firebreak.core.address.AddressSet;
import org.firebreak.core.policy.Rule;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.Limit;

/**
 * What is left in a network security group, whose rules and addresses both directions share. The
 * last rule of each direction, and what it says of addresses, has its room from the beginning.
 */
final class GroupRoom {
  static final Limit RULES = Limit.hard("rules of a network security group", 1000);

  /** Of all sources together, and of all destinations. */
  static final Limit ADDRESSES = Limit.hard("addresses of a network security group", 4000);

  private static final int LAST_RULES = 2;

  private final int[] most = new int[2];
  private final int[] rules = new int[2];
  private long sources = LAST_RULES;
  private long destinations = LAST_RULES;

  /**
   * @param inbound rules that are wanted
   * @param outbound rules that are wanted
   */
  GroupRoom(int inbound, int outbound) {
    int all = (int) RULES.most() - LAST_RULES;
    most[0] = Math.min(inbound, Math.max(all / 2, all - outbound));
    most[1] = Math.min(outbound, Math.max(all / 2, all - inbound));
  }

  /** Most rules of a direction but the last: half of all, or what the other one leaves. */
  int most(Rule.Direction direction) {
    return most[index(direction)];
  }

  private static int index(Rule.Direction direction) {
    return direction == Rule.Direction.INBOUND ? 0 : 1;
  }

  /**
   * Takes room for a rule.
   *
   * @param grouped whether it names its peer by a group instead of addresses
   * @return whether there is room
   */
  boolean take(Rule.Direction direction, AzureRule rule, boolean grouped) {
    boolean inbound = direction == Rule.Direction.INBOUND;
    long peer = grouped ? 0 : count(SecurityRule.family(rule.peer().addresses(), rule));
    long own = rule.own().isAny() ? 1 : count(SecurityRule.family(rule.own(), rule));
    long from = sources + (inbound ? peer : own);
    long to = destinations + (inbound ? own : peer);
    if (rules[index(direction)] == most(direction)
        || ADDRESSES.isExceededBy(from)
        || ADDRESSES.isExceededBy(to)) {
      return false;
    }
    rules[index(direction)]++;
    sources = from;
    destinations = to;
    return true;
  }

  private static long count(AddressSet addresses) {
    return addresses.isAny() ? 1 : addresses.prefixCount();
  }

  /** Reports how full the group is. */
  void count(ExportSink sink) {
    sink.held(RULES, LAST_RULES + rules[0] + (long) rules[1]);
    sink.held(ADDRESSES, Math.max(sources, destinations));
  }
}
