package org.firebreak.exports.nftables;

import java.util.List;
import org.firebreak.core.policy.Rule;
import org.firebreak.exports.linux.FilterSettings;

/** The user's settings in the words of nftables. */
record NftSettings(FilterSettings filter) {
  /** The log statement of a rule, with the prefix by which log readers know it. */
  String log(Rule rule) {
    String prefix = "log prefix \"" + filter.logPrefix(rule) + " \" ";
    return filter.logGroup() < 0
        ? prefix + "level " + filter.logLevel()
        : prefix + "group " + filter.logGroup() + " snaplen " + FilterSettings.SNAPLEN;
  }

  /** What becomes of packets that no rule decides, or that belong to no connection. */
  static String otherwise(List<Rule> rules) {
    return FilterSettings.dropsOthers(rules) ? "drop" : "accept";
  }

  /** Limits how often a rule logs; empty for no limit. */
  String limit() {
    return filter.logRate() == 0
        ? ""
        : "limit rate " + filter.logRate() + "/second burst " + filter.logBurst() + " packets ";
  }

  String verdict(Rule rule) {
    if (rule.action() == Rule.Action.PERMIT) {
      return "accept";
    }
    return filter.reject() ? "reject with icmpx type admin-prohibited" : "drop";
  }
}
