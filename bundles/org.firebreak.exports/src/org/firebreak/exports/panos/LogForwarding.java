package org.firebreak.exports.panos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.firebreak.core.policy.Rule;

/**
 * Where logs go: a forwarding profile for every rule, and one for each tripwire that sends mail,
 * with a match of its own for the log entries of the tripwire's rules.
 */
final class LogForwarding {
  /** Most servers in a mail profile; one is used for each recipient. */
  private static final int RECIPIENTS = 4;

  /** Most mail profiles in a match. */
  private static final int PROFILES = 16;

  /** Recipients of the mail of one tripwire. */
  static final int MOST_RECIPIENTS = RECIPIENTS * PROFILES;

  private static final String GENERAL = "firebreak";
  private static final String ALL_LOGS = "All Logs";

  private record Alert(List<String> recipients, List<String> rules) {}

  private final PanOsSettings settings;
  private final String prefix;
  private final Map<String, Alert> alerts = new LinkedHashMap<>();

  /**
   * @param prefix begins what tells the profiles of this rule set from those of others
   */
  LogForwarding(List<PanOsRule> rules, PanOsSettings settings, String prefix) {
    this.settings = settings;
    this.prefix = prefix;
    for (PanOsRule planned : rules) {
      Rule rule = planned.rule();
      if (rule.alert() != null && settings.mails()) {
        List<String> valid =
            rule.alert().recipients().stream()
                .filter(PanOsSettings::isMailAddress)
                .limit(MOST_RECIPIENTS)
                .toList();
        if (!valid.isEmpty()) {
          alerts
              .computeIfAbsent(rule.id(), id -> new Alert(valid, new ArrayList<>()))
              .rules()
              .add(planned.name());
        }
      }
    }
  }

  private boolean forwards() {
    return settings.panorama() || !settings.syslogProfile().isEmpty();
  }

  /** The forwarding profile of a rule; empty if it logs to the firewall alone. */
  String profile(Rule rule) {
    if (alerts.containsKey(rule.id())) {
      return "firebreak-alert-" + prefix + rule.id();
    }
    return forwards() ? GENERAL : "";
  }

  /** Defines the mail servers, one profile for each four recipients. */
  void writeMail(Entries entries) throws IOException {
    for (Map.Entry<String, Alert> alert : alerts.entrySet()) {
      List<String> names = mailProfiles(alert.getKey(), alert.getValue());
      List<String> to = alert.getValue().recipients();
      for (int p = 0; p < names.size(); p++) {
        List<Node> servers = new ArrayList<>();
        for (int i = p * RECIPIENTS; i < Math.min(to.size(), (p + 1) * RECIPIENTS); i++) {
          servers.add(
              Node.named(
                  "recipient" + (i + 1),
                  List.of(
                      Node.value("from", settings.smtpFrom()),
                      Node.value("to", to.get(i)),
                      Node.value("gateway", settings.smtpGateway()))));
        }
        entries.entry(Section.MAIL, names.get(p), List.of(new Node.Branch("server", servers)));
      }
    }
  }

  private List<String> mailProfiles(String rule, Alert alert) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < alert.recipients().size(); i += RECIPIENTS) {
      names.add("firebreak-mail-" + prefix + rule + (i == 0 ? "" : "." + (i / RECIPIENTS + 1)));
    }
    return names;
  }

  /** Defines the forwarding profiles. */
  void writeProfiles(Entries entries) throws IOException {
    if (forwards()) {
      entries.entry(
          Section.LOG_PROFILE,
          GENERAL,
          List.of(Node.branch("match-list", match("traffic", ALL_LOGS, List.of()))));
    }
    for (Map.Entry<String, Alert> alert : alerts.entrySet()) {
      String filter =
          alert.getValue().rules().stream()
              .map(rule -> "(rule eq '" + rule + "')")
              .collect(Collectors.joining(" or "));
      entries.entry(
          Section.LOG_PROFILE,
          "firebreak-alert-" + prefix + alert.getKey(),
          List.of(
              Node.branch(
                  "match-list",
                  match("tripwire", filter, mailProfiles(alert.getKey(), alert.getValue())))));
    }
  }

  private Node match(String name, String filter, List<String> mail) {
    List<Node> parts = new ArrayList<>();
    parts.add(Node.value("log-type", "traffic"));
    parts.add(Node.value("filter", filter));
    if (!mail.isEmpty()) {
      parts.add(Node.members("send-email", mail));
    }
    if (!settings.syslogProfile().isEmpty()) {
      parts.add(Node.members("send-syslog", settings.syslogProfile()));
    }
    if (settings.panorama()) {
      parts.add(Node.value("send-to-panorama", "yes"));
    }
    return Node.named(name, parts);
  }
}
