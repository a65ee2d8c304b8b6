package org.firebreak.exports.suricata;

import java.util.List;
import org.firebreak.exports.ExportOption;
import org.firebreak.exports.OptionValues;

/**
 * What the user chose.
 *
 * @param sidBase least number of a rule
 * @param limitCount alerts of one rule for one pair of addresses in a window; 0 for all
 * @param limitSeconds length of that window, s
 * @param applications whether applications are looked for on ports of other services
 */
record SuricataSettings(int sidBase, int limitCount, int limitSeconds, boolean applications) {
  static final List<ExportOption> OPTIONS =
      List.of(
          ExportOption.integer(
              "sid-base",
              "First rule number",
              1_000_000,
              1,
              900_000_000,
              "Rules get numbers (sid) from this one on, " + SidTable.COUNT + " at most."),
          ExportOption.integer(
              "limit-count",
              "Alerts in a window",
              20,
              0,
              100_000,
              "Most alerts of one rule for one pair of addresses in a window; 0 for no limit."),
          ExportOption.integer(
              "limit-seconds",
              "Length of the window",
              60,
              1,
              86_400,
              "Length of the window for limit-count in seconds."),
          ExportOption.flag(
              "applications",
              "Applications on any port",
              true,
              "Alerts on SSH, Telnet, RDP, SMB, VNC and FTP on ports of other services, if a"
                  + " tripwire is on the application."));

  static SuricataSettings of(OptionValues options) {
    return new SuricataSettings(
        options.integer("sid-base"),
        options.integer("limit-count"),
        options.integer("limit-seconds"),
        options.flag("applications"));
  }

  /** The option that keeps a flood of alerts away; empty if there is no limit. */
  String threshold() {
    return limitCount == 0
        ? ""
        : "threshold:type limit, track by_both, count "
            + limitCount
            + ", seconds "
            + limitSeconds
            + "; ";
  }
}
