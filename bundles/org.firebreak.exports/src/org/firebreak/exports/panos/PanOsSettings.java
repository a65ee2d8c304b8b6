package org.firebreak.exports.panos;

import org.firebreak.core.policy.Rule;
import org.firebreak.exports.OptionValues;
import org.firebreak.model.Inspection;

/**
 * What the user set for PAN-OS.
 *
 * @param onPanorama whether Panorama takes the configuration
 * @param vsys number of the first virtual system
 * @param deviceGroup name, or beginning of the names, of device groups
 * @param template template of zones and mail servers
 * @param tag tag of everything that the export creates
 * @param applications whether confirmed App-IDs are used
 * @param denyAction what happens to denied connections
 * @param profileGroup existing security profile group; empty to create one
 * @param profileGroupTls the same for flows whose TLS shall be inspected; empty for that
 * @param smtpGateway mail server; empty for no mail
 * @param smtpFrom sender of mail
 * @param syslogProfile existing syslog server profile; empty for none
 * @param panorama whether logs go to Panorama
 */
record PanOsSettings(
    boolean onPanorama,
    int vsys,
    String deviceGroup,
    String template,
    String tag,
    boolean applications,
    String denyAction,
    String profileGroup,
    String profileGroupTls,
    String smtpGateway,
    String smtpFrom,
    String syslogProfile,
    boolean panorama) {
  private static final String OWN_PROFILES = "firebreak-threat";

  /**
   * The settings.
   *
   * @param exporter id of the exporter, for messages
   * @throws IllegalArgumentException if a name or an address is not one that PAN-OS takes
   */
  static PanOsSettings of(String exporter, OptionValues options) {
    String vsys = options.text("vsys");
    check(exporter, "vsys", vsys.matches("vsys[1-9][0-9]{0,2}"));
    PanOsSettings settings =
        new PanOsSettings(
            options.text("target").equals("panorama"),
            Integer.parseInt(vsys.substring("vsys".length())),
            options.text("device-group"),
            options.text("template"),
            options.text("tag"),
            options.flag("app-id"),
            options.text("deny"),
            options.text("profile-group"),
            options.text("profile-group-tls"),
            options.text("smtp-gateway"),
            options.text("smtp-from"),
            options.text("syslog-profile"),
            options.flag("panorama"));
    check(exporter, "tag", PanOsNames.isTag(settings.tag) && isPlain(settings.tag));
    check(exporter, "device-group", isName(settings.deviceGroup, PanOsNames.DEVICE_GROUP));
    check(exporter, "template", isName(settings.template, PanOsNames.DEVICE_GROUP));
    check(exporter, "profile-group", isNameOrEmpty(settings.profileGroup));
    check(exporter, "profile-group-tls", isNameOrEmpty(settings.profileGroupTls));
    check(
        exporter,
        "syslog-profile",
        settings.syslogProfile.isEmpty() || isName(settings.syslogProfile, PanOsNames.OBJECT));
    check(exporter, "smtp-gateway", settings.smtpGateway.matches("[A-Za-z0-9.:-]*"));
    check(exporter, "smtp-from", settings.smtpFrom.isEmpty() || isMailAddress(settings.smtpFrom));
    return settings;
  }

  static boolean isMailAddress(String text) {
    return text.length() <= PanOsNames.MAIL_ADDRESS
        && text.matches("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+");
  }

  private static boolean isPlain(String text) {
    return text.matches("[A-Za-z0-9_.-]+");
  }

  static boolean isName(String name, int length) {
    return isPlain(name) && PanOsNames.isName(name, length);
  }

  private static boolean isNameOrEmpty(String name) {
    return name.isEmpty() || isName(name, PanOsNames.PROFILE_GROUP);
  }

  static void check(String exporter, String key, boolean valid) {
    if (!valid) {
      throw new IllegalArgumentException(
          "option " + exporter + "." + key + " holds characters that PAN-OS does not take");
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

  /** The group of security profiles for what a rule permits; empty for none. */
  String profiles(Rule rule) {
    if (rule.action() != Rule.Action.PERMIT) {
      return "";
    }
    boolean tls = rule.inspection() == Inspection.THREAT_PREVENTION_TLS;
    if (tls && !profileGroupTls.isEmpty()) {
      return profileGroupTls;
    }
    if (tls || rule.inspection() == Inspection.THREAT_PREVENTION) {
      return profileGroup.isEmpty() ? OWN_PROFILES : profileGroup;
    }
    return "";
  }

  /** Whether the export defines a group of security profiles itself. */
  static boolean isOwn(String profiles) {
    return profiles.equals(OWN_PROFILES);
  }
}
