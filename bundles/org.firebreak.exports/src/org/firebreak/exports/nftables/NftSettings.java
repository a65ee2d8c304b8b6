package org.firebreak.exports.nftables;

import java.util.List;
import java.util.Locale;
import org.firebreak.core.policy.Rule;
import org.firebreak.exports.ExportOption;
import org.firebreak.exports.OptionValues;
import org.firebreak.exports.RolloutPhase;

/**
 * What the user may set for nftables.
 *
 * @param phase which denials take effect
 * @param logGroup NFLOG group, or -1 for the kernel log
 * @param logLevel level in the kernel log
 * @param logRate log entries a second and rule at most; 0 for no limit
 * @param reject whether denied connections are answered
 * @param dhcp whether hosts may renew their address by DHCP
 */
record NftSettings(
    RolloutPhase phase, int logGroup, String logLevel, int logRate, boolean reject, boolean dhcp) {

  private static final int SNAPLEN = 128;

  static final List<ExportOption> OPTIONS =
      List.of(
          RolloutPhase.option(),
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
              "log-level",
              "Kernel log level",
              "warn",
              List.of("emerg", "alert", "crit", "err", "warn", "notice", "info", "debug"),
              "Level of entries in the kernel log."),
          ExportOption.integer(
              "log-rate",
              "Log entries per second",
              0,
              0,
              100_000,
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

  static NftSettings of(OptionValues options) {
    return new NftSettings(
        RolloutPhase.of(options),
        options.text("log-target").equals("nflog") ? options.integer("log-group") : -1,
        options.text("log-level"),
        options.integer("log-rate"),
        options.text("deny").equals("reject"),
        options.flag("dhcp"));
  }

  /** The log statement of a rule, with the prefix by which log readers know it. */
  String log(Rule rule) {
    String prefix = "log prefix \"" + prefix(rule) + " \" ";
    return logGroup < 0
        ? prefix + "level " + logLevel
        : prefix + "group " + logGroup + " snaplen " + SNAPLEN;
  }

  private String prefix(Rule rule) {
    if (phase.monitors(rule)) {
      return "firebreak:monitor:" + rule.id();
    }
    if (rule.alert() != null) {
      String severity = rule.alert().severity().getLiteral().toLowerCase(Locale.ROOT);
      return "firebreak:alert:" + rule.id() + ":" + severity;
    }
    String action = rule.action() == Rule.Action.PERMIT ? "permit" : "deny";
    return "firebreak:" + action + ":" + rule.id();
  }

  /** What becomes of packets that no rule decides, or that belong to no connection. */
  String otherwise() {
    return phase == RolloutPhase.ENFORCE ? "drop" : "accept";
  }

  /** Limits how often a rule logs; empty for no limit. */
  String limit() {
    return logRate == 0
        ? ""
        : "limit rate " + logRate + "/second burst " + Math.max(5, 2 * logRate) + " packets ";
  }

  /** Whether a rule writes a log entry. */
  boolean logs(Rule rule) {
    return rule.log() || phase.monitors(rule);
  }

  String verdict(Rule rule) {
    if (!phase.denies(rule)) {
      return "accept";
    }
    return reject ? "reject with icmpx type admin-prohibited" : "drop";
  }
}
