package org.firebreak.exports.iptables;

import java.util.List;
import org.firebreak.core.policy.Rule;
import org.firebreak.exports.ExportOption;
import org.firebreak.exports.PlainText;
import org.firebreak.exports.linux.FilterSettings;
import org.firebreak.exports.linux.RulesetHeader;

/** The user's settings in the words of iptables. */
record IptSettings(FilterSettings filter) {
  /** Greatest rate of the limit match. */
  private static final int MAX_RATE = 10_000;

  /** Greatest length of a prefix in the kernel log. */
  private static final int LOG_PREFIX = 29;

  /** Greatest length of a comment, in bytes of UTF-8. */
  private static final int COMMENT = 255;

  static final List<ExportOption> OPTIONS = FilterSettings.options(MAX_RATE);

  /** The comment that marks a rule as ours. */
  static String comment(String text) {
    return "-m comment --comment \"" + PlainText.oneLine("firebreak " + text, COMMENT) + '"';
  }

  /** Matches that limit how often a rule logs, and the target that does. */
  String log(Rule rule) {
    String limit =
        filter.logRate() == 0
            ? ""
            : "-m limit --limit %d/second --limit-burst %d "
                .formatted(filter.logRate(), Math.min(MAX_RATE, filter.logBurst()));
    String target =
        filter.logGroup() < 0
            ? "-j LOG --log-level %d --log-prefix \"%s\""
                .formatted(FilterSettings.LEVELS.indexOf(filter.logLevel()), shortPrefix(rule))
            : "-j NFLOG --nflog-group %d --nflog-prefix \"%s \""
                .formatted(filter.logGroup(), filter.logPrefix(rule));
    return limit + comment(RulesetHeader.purpose(rule)) + " " + target;
  }

  /** Without direction, which the kernel logs by itself, and severity, so that it is not cut. */
  private String shortPrefix(Rule rule) {
    String prefix =
        "firebreak:" + filter.event(rule) + ":" + rule.id().replaceFirst("-(in|out)$", "");
    return prefix.substring(0, Math.min(prefix.length(), LOG_PREFIX - 1)) + " ";
  }

  /** What becomes of packets that belong to no connection. */
  static String otherwise(List<Rule> rules) {
    return FilterSettings.dropsOthers(rules) ? "DROP" : "ACCEPT";
  }

  String verdict(Rule rule, Family family) {
    if (rule.action() == Rule.Action.PERMIT) {
      return "ACCEPT";
    }
    return filter.reject() ? "REJECT --reject-with " + family.rejection : "DROP";
  }
}
