package org.firebreak.exports.linux;

import java.util.List;
import java.util.Locale;
import org.firebreak.core.policy.Rule;
import org.firebreak.exports.ExportOption;
import org.firebreak.exports.OptionValues;

/**
 * What the user may set for a packet filter of Linux.
 *
 * @param logGroup NFLOG group, or -1 for the kernel log
 * @param logLevel level in the kernel log
 * @param logRate log entries a second and rule at most; 0 for no limit
 * @param reject whether denied connections are answered
 * @param dhcp whether hosts may renew their address by DHCP
 */
public record FilterSettings(
    int logGroup, String logLevel, int logRate, boolean reject, boolean dhcp) {

  /** Bytes of a packet that an NFLOG group receives: enough for all headers. */
  public static final int SNAPLEN = 128;

  /** Levels of the kernel log, most severe first; the position is the number of the level. */
  public static final List<String> LEVELS =
      List.of("emerg", "alert", "crit", "err", "warn", "notice", "info", "debug");

  /**
   * The options by which the user sets them.
   *
   * @param maxLogRate greatest number of log entries a second that the platform can limit to
   */
  public static List<ExportOption> options(int maxLogRate) {
    return List.of(
        ExportOption.choice(
            "log-target",
            "Log to",
            "kernel",
            List.of("kernel", "nflog"),
            "Where log entries go: the kernel log (and so the system journal), or an NFLOG group"
                + " that ulogd or another collector reads."),
        ExportOption.integer(
            "log-group", "NFLOG group", 10, 0, 65535, "Group number if the target is nflog."),
        ExportOption.choice(
            "log-level", "Kernel log level", "warn", LEVELS, "Level of entries in the kernel log."),
        ExportOption.integer(
            "log-rate",
            "Log entries per second",
            0,
            0,
            maxLogRate,
            "Most entries a second that one rule writes; 0 for no limit. A limit protects the log"
                + " from floods, and loses entries in one."),
        ExportOption.choice(
            "deny",
            "Denied connections are",
            "drop",
            List.of("drop", "reject"),
            "Dropped without answer, or rejected with an ICMP error."),
        ExportOption.flag(
            "dhcp",
            "DHCP client on hosts",
            false,
            "Permits hosts to obtain their own address by DHCP, DHCPv6 included, which no flow"
                + " can express before they have one."));
  }

  /** What the user chose. */
  public static FilterSettings of(OptionValues options) {
    return new FilterSettings(
        options.text("log-target").equals("nflog") ? options.integer("log-group") : -1,
        options.text("log-level"),
        options.integer("log-rate"),
        options.text("deny").equals("reject"),
        options.flag("dhcp"));
  }

  /** What a log entry of a rule begins with: {@code firebreak:alert:T-1a2b3c4d-in:high}. */
  public String logPrefix(Rule rule) {
    String severity =
        rule.alert() == null
            ? ""
            : ":" + rule.alert().severity().getLiteral().toLowerCase(Locale.ROOT);
    return "firebreak:" + event(rule) + ":" + rule.id() + severity;
  }

  /** What a log entry of a rule says: {@code monitor}, {@code alert}, {@code permit}, … */
  public String event(Rule rule) {
    if (rule.kind() == Rule.Kind.MONITORED) {
      return "monitor";
    }
    if (rule.alert() != null) {
      return "alert";
    }
    return rule.action() == Rule.Action.PERMIT ? "permit" : "deny";
  }

  /** Log entries that may come at once before {@link #logRate} takes effect. */
  public int logBurst() {
    return Math.max(5, 2 * logRate);
  }

  /**
   * Whether packets that no rule of a list decides, or that belong to no connection, are dropped:
   * as the last rule of the list does, if it decides everything.
   */
  public static boolean dropsOthers(List<Rule> rules) {
    Rule last = rules.get(rules.size() - 1);
    return last.action() == Rule.Action.DENY && last.source().isAny() && last.destination().isAny();
  }
}
