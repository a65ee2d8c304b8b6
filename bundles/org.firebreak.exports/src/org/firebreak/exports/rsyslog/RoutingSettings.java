package org.firebreak.exports.rsyslog;

import java.util.List;
import java.util.regex.Pattern;
import org.firebreak.exports.ExportOption;
import org.firebreak.exports.OptionValues;

/**
 * What the user chose.
 *
 * @param mailSeconds least time between two mails of one tripwire, s
 * @param siemHost where every entry goes too; empty for nowhere
 */
record RoutingSettings(
    String smtpHost,
    int smtpPort,
    String mailFrom,
    int mailSeconds,
    String siemHost,
    int siemPort,
    String siemProtocol) {
  static final List<ExportOption> OPTIONS =
      List.of(
          ExportOption.text(
              "smtp-host", "Mail server", "localhost", 253, "Host that takes the mail (SMTP)."),
          ExportOption.integer(
              "smtp-port", "Port of the mail server", 25, 1, 65_535, "Port of the mail server."),
          ExportOption.text(
              "mail-from", "Sender", "firebreak@localhost", 254, "Sender address of the mail."),
          ExportOption.integer(
              "mail-seconds",
              "Seconds between mails",
              300,
              1,
              86_400,
              "Least time between two mails of one tripwire; the files have every entry."),
          ExportOption.text(
              "siem-host",
              "SIEM",
              "",
              253,
              "Host to which every entry is forwarded too; empty for none."),
          ExportOption.integer("siem-port", "Port of the SIEM", 514, 1, 65_535, "Its port."),
          ExportOption.choice(
              "siem-protocol",
              "Protocol to the SIEM",
              "tcp",
              List.of("tcp", "udp"),
              "Transport protocol of forwarded entries."));

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?");
  private static final Pattern MAILBOX =
      Pattern.compile("[A-Za-z0-9._+=~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");

  static RoutingSettings of(OptionValues options) {
    RoutingSettings settings =
        new RoutingSettings(
            options.text("smtp-host"),
            options.integer("smtp-port"),
            options.text("mail-from"),
            options.integer("mail-seconds"),
            options.text("siem-host"),
            options.integer("siem-port"),
            options.text("siem-protocol"));
    require("smtp-host", HOST.matcher(settings.smtpHost).matches(), "a host name or address");
    require("mail-from", isMailbox(settings.mailFrom), "a mail address");
    require(
        "siem-host",
        settings.siemHost.isEmpty() || HOST.matcher(settings.siemHost).matches(),
        "a host name or address");
    return settings;
  }

  private static void require(String option, boolean valid, String what) {
    if (!valid) {
      throw new IllegalArgumentException("option rsyslog." + option + " takes " + what);
    }
  }

  /** Whether mail can be sent there without any quoting. */
  static boolean isMailbox(String text) {
    return MAILBOX.matcher(text).matches();
  }
}
