package org.firebreak.exports.panos;

import java.util.List;
import org.firebreak.core.policy.Rule;
import org.firebreak.exports.ExportOption;
import org.firebreak.exports.OptionValues;

/**
 * What the user may set for PAN-OS.
 *
 * @param tag tag of everything that the export creates
 * @param zones whether rules name zones
 * @param applications whether confirmed App-IDs are used
 * @param denyAction what happens to denied connections
 * @param profileGroup existing security profile group; empty to create one
 * @param smtpGateway mail server; empty for no mail
 * @param smtpFrom sender of mail
 * @param syslogProfile existing syslog server profile; empty for none
 * @param panorama whether logs go to Panorama
 */
record PanOsSettings(
    String tag,
    boolean zones,
    boolean applications,
    String denyAction,
    String profileGroup,
    String smtpGateway,
    String smtpFrom,
    String syslogProfile,
    boolean panorama) {
  static final List<ExportOption> OPTIONS =
      List.of(
          ExportOption.text(
              "tag",
              "Tag",
              "firebreak",
              PanOsNames.TAG,
              "Tag of every object and rule that the export creates."),
          ExportOption.choice(
              "zones",
              "Zones in rules",
              "design",
              List.of("design", "any"),
              "design: each top-level zone of the design is a zone of the firewall, and rules name"
                  + " them; any: rules match in every zone, by address alone."),
          ExportOption.flag(
              "app-id",
              "Use App-IDs",
              true,
              "Where a flow asks for application inspection or more, its services with a confirmed"
                  + " App-ID are matched by application as well as by port."),
          ExportOption.choice(
              "deny",
              "Denied connections are",
              "deny",
              List.of("deny", "drop", "reset-both"),
              "Action of the rules that deny."),
          ExportOption.text(
              "profile-group",
              "Security profile group",
              "",
              PanOsNames.PROFILE_GROUP,
              "Existing group of security profiles for flows that ask for threat prevention. If"
                  + " empty, the export makes one of the predefined profiles named default."),
          ExportOption.text(
              "smtp-gateway",
              "Mail server",
              "",
              PanOsNames.GATEWAY,
              "Host name or address of the mail server that sends the mail of tripwires. If empty,"
                  + " no mail is sent."),
          ExportOption.text(
              "smtp-from",
              "Sender",
              "",
              PanOsNames.MAIL_ADDRESS,
              "Sender address of the mail of tripwires."),
          ExportOption.text(
              "syslog-profile",
              "Syslog server profile",
              "",
              PanOsNames.OBJECT,
              "Existing syslog server profile to which the logs of all rules are forwarded."),
          ExportOption.flag(
              "panorama",
              "Logs to Panorama",
              false,
              "Forwards the logs of all rules to Panorama."));

  /**
   * The settings.
   *
   * @throws IllegalArgumentException if a name or an address is not one that PAN-OS takes
   */
  static PanOsSettings of(OptionValues options) {
    PanOsSettings settings =
        new PanOsSettings(
            options.text("tag"),
            options.text("zones").equals("design"),
            options.flag("app-id"),
            options.text("deny"),
            options.text("profile-group"),
            options.text("smtp-gateway"),
            options.text("smtp-from"),
            options.text("syslog-profile"),
            options.flag("panorama"));
    check("tag", PanOsNames.isTag(settings.tag) && isPlain(settings.tag));
    check("profile-group", isNameOrEmpty(settings.profileGroup, PanOsNames.PROFILE_GROUP));
    check("syslog-profile", isNameOrEmpty(settings.syslogProfile, PanOsNames.OBJECT));
    check("smtp-gateway", settings.smtpGateway.matches("[A-Za-z0-9.:-]*"));
    check("smtp-from", settings.smtpFrom.isEmpty() || isMailAddress(settings.smtpFrom));
    return settings;
  }

  static boolean isMailAddress(String text) {
    return text.length() <= PanOsNames.MAIL_ADDRESS
        && text.matches("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+");
  }

  private static boolean isPlain(String text) {
    return text.matches("[A-Za-z0-9_.-]+");
  }

  private static boolean isNameOrEmpty(String name, int length) {
    return name.isEmpty() || isPlain(name) && PanOsNames.isName(name, length);
  }

  private static void check(String key, boolean valid) {
    if (!valid) {
      throw new IllegalArgumentException(
          "option panos." + key + " holds characters that PAN-OS does not take");
    }
  }

  /** What happens to connections that a rule matches. */
  String action(Rule rule) {
    return rule.action() == Rule.Action.DENY ? denyAction : "allow";
  }

  /** Whether tripwires can send mail. */
  boolean mails() {
    return !smtpGateway.isEmpty() && !smtpFrom.isEmpty();
  }
}
