package org.firebreak.exports.rsyslog;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.firebreak.core.policy.PolicyTripwire;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.PlainText;

/** Writes a configuration in the language of rsyslog (RainerScript). */
final class RoutingFile {
  private static final String FOLDER = "/var/log/firebreak/";
  private static final int SUBJECT = 60;

  private final ExportFile file;
  private final RoutingSettings settings;

  RoutingFile(ExportFile file, RoutingSettings settings) {
    this.file = file;
    this.settings = settings;
  }

  void begin(boolean mails) throws IOException {
    if (mails) {
      file.write("module(load=\"ommail\")\n");
      file.write("template(name=\"firebreak-mail\" type=\"list\") {\n");
      file.write("  property(name=\"timereported\" dateFormat=\"rfc3339\")\n");
      file.write("  constant(value=\" \")\n  property(name=\"hostname\")\n");
      file.write("  constant(value=\" \")\n  property(name=\"syslogtag\")\n");
      file.write("  property(name=\"msg\")\n  constant(value=\"\\r\\n\")\n}\n");
    }
    file.write("\nruleset(name=\"firebreak\") {\n");
  }

  /**
   * @param recipients mail addresses without quoting; may be empty
   */
  void tripwire(PolicyTripwire tripwire, String ruleId, List<String> recipients)
      throws IOException {
    file.write("  # Tripwire ").write(PlainText.oneLine(tripwire.ref().name(), 200));
    file.write(" (").write(PlainText.oneLine(tripwire.ref().id(), 60)).write(")\n");
    file.write("  if ").write(contains(ruleId)).write(" then {\n");
    if (!recipients.isEmpty()) {
      mail(tripwire, ruleId, recipients);
    }
    file.write("    set $.firebreak = \"tripwire\";\n  }\n");
  }

  private void mail(PolicyTripwire tripwire, String ruleId, List<String> recipients)
      throws IOException {
    String to =
        recipients.stream().map(RoutingFile::quoted).collect(Collectors.joining(", ", "[", "]"));
    String severity = tripwire.severity().getLiteral().toLowerCase(Locale.ROOT);
    file.write("    action(type=\"ommail\" server=").write(quoted(settings.smtpHost()));
    file.write(" port=").write(quoted(Integer.toString(settings.smtpPort())));
    file.write(" mailfrom=").write(quoted(settings.mailFrom())).write("\n      mailto=").write(to);
    file.write("\n      subject.text=");
    file.write(quoted("Firebreak tripwire, " + severity + ", " + ruleId + subject(tripwire)));
    file.write("\n      template=\"firebreak-mail\" action.execOnlyOnceEveryInterval=");
    file.write(quoted(Integer.toString(settings.mailSeconds())));
    file.write("\n      queue.type=\"linkedList\" queue.size=\"1000\" queue.timeoutEnqueue=\"0\"");
    file.write(" action.resumeRetryCount=\"10\")\n");
  }

  /** The name as far as a mail header takes it as it is. */
  private static String subject(PolicyTripwire tripwire) {
    String name = tripwire.ref().name().replaceAll("[^A-Za-z0-9 ._-]+", " ").strip();
    name = name.replaceAll(" +", " ");
    return name.isEmpty() ? "" : ": " + name.substring(0, Math.min(name.length(), SUBJECT));
  }

  void end() throws IOException {
    file.write("  # Every entry on a tripwire, then denied connections that trip none.\n");
    file.write("  if $.firebreak == \"tripwire\"\n    or ").write(contains("firebreak:alert:"));
    file.write("\n    or ").write(contains("firebreak-alert")).write(" then {\n");
    file("alerts.log");
    siem();
    file.write("  } else if ").write(contains("firebreak:")).write("\n    or ");
    file.write(contains("firebreak-deny-")).write(" then {\n");
    file("connections.log");
    siem();
    file.write("  }\n}\n\ncall firebreak\n");
  }

  private void file(String name) throws IOException {
    file.write("    action(type=\"omfile\" file=").write(quoted(FOLDER + name));
    file.write(" fileCreateMode=\"0640\" dirCreateMode=\"0750\")\n");
  }

  private void siem() throws IOException {
    if (!settings.siemHost().isEmpty()) {
      file.write("    action(type=\"omfwd\" target=").write(quoted(settings.siemHost()));
      file.write(" port=").write(quoted(Integer.toString(settings.siemPort())));
      file.write(" protocol=").write(quoted(settings.siemProtocol()));
      file.write("\n      queue.type=\"linkedList\" queue.size=\"10000\"");
      file.write(" queue.timeoutEnqueue=\"0\" action.resumeRetryCount=\"-1\")\n");
    }
  }

  private static String contains(String text) {
    return "($rawmsg contains " + quoted(text) + " or $msg contains " + quoted(text) + ")";
  }

  /** Only text without quotes, backslashes and control characters gets here. */
  private static String quoted(String text) {
    if (!text.matches("[A-Za-z0-9 ,:;._+=~@/-]*")) {
      throw new IllegalStateException("not fit for rsyslog: " + PlainText.oneLine(text, 100));
    }
    return '"' + text + '"';
  }
}
