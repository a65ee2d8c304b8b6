package org.firebreak.exports.panos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;

/** Where logs go: a forwarding profile for every rule, and one with mail for each tripwire. */
final class LogForwarding {
  /** Most servers in a mail profile; one is used for each recipient. */
  private static final int RECIPIENTS = 4;

  private static final String GENERAL = "firebreak";
  private static final String ALL_LOGS = "\"All Logs\"";

  private final PanOsSettings settings;
  private final Map<String, List<String>> recipients = new LinkedHashMap<>();

  LogForwarding(RuleSet ruleSet, PanOsSettings settings) {
    this.settings = settings;
    for (Rule rule : ruleSet.rules()) {
      if (rule.alert() != null && settings.mails()) {
        List<String> valid =
            rule.alert().recipients().stream().filter(PanOsSettings::isMailAddress).toList();
        if (!valid.isEmpty()) {
          recipients.put(rule.id(), valid);
        }
      }
    }
  }

  private boolean forwards() {
    return settings.panorama() || !settings.syslogProfile().isEmpty();
  }

  /** The forwarding profile of a rule; empty if it logs to the firewall alone. */
  String profile(Rule rule) {
    if (recipients.containsKey(rule.id())) {
      return alertProfile(rule.id());
    }
    return forwards() ? GENERAL : "";
  }

  private static String alertProfile(String rule) {
    return "firebreak-alert-" + rule;
  }

  void write(Commands commands) throws IOException {
    if (forwards()) {
      writeProfile(commands, GENERAL, List.of());
    }
    for (Map.Entry<String, List<String>> alert : recipients.entrySet()) {
      writeProfile(
          commands,
          alertProfile(alert.getKey()),
          writeMail(commands, alert.getKey(), alert.getValue()));
    }
  }

  private List<String> writeMail(Commands commands, String rule, List<String> to)
      throws IOException {
    List<String> profiles = new ArrayList<>();
    for (int i = 0; i < to.size(); i++) {
      if (i % RECIPIENTS == 0) {
        int number = i / RECIPIENTS + 1;
        profiles.add("firebreak-mail-" + rule + (number == 1 ? "" : "." + number));
        commands.undoneBy("shared log-settings email " + profiles.get(number - 1));
      }
      String server =
          "shared log-settings email "
              + profiles.get(profiles.size() - 1)
              + " server recipient"
              + (i + 1)
              + " ";
      commands.set(server + "from " + settings.smtpFrom());
      commands.set(server + "to " + to.get(i));
      commands.set(server + "gateway " + settings.smtpGateway());
    }
    return profiles;
  }

  private void writeProfile(Commands commands, String profile, List<String> mail)
      throws IOException {
    String entry = "shared log-settings profiles " + profile + " match-list traffic ";
    commands.set(entry + "log-type traffic");
    commands.set(entry + "filter " + ALL_LOGS);
    if (!mail.isEmpty()) {
      commands.set(entry + "send-email", mail);
    }
    if (!settings.syslogProfile().isEmpty()) {
      commands.set(entry + "send-syslog " + settings.syslogProfile());
    }
    if (settings.panorama()) {
      commands.set(entry + "send-to-panorama yes");
    }
    commands.undoneBy("shared log-settings profiles " + profile);
  }
}
