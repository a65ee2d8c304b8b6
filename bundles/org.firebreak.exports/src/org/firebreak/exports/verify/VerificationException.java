package org.firebreak.exports.verify;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.firebreak.rulebase.Unread;

/** What was written is not what the design says, so it was not put in place. */
public final class VerificationException extends IOException {
  private static final long serialVersionUID = 1;
  private static final int SHOWN = 10;

  private final transient VerificationReport report;

  public VerificationException(VerificationReport report) {
    super(message(report));
    this.report = report;
  }

  /** What differs. */
  public VerificationReport report() {
    return report;
  }

  private static String message(VerificationReport report) {
    List<String> lines =
        report.platforms().stream()
            .flatMap(
                platform ->
                    Stream.concat(
                        platform.mismatches().stream()
                            .map(each -> platform.platform() + ": " + each.text()),
                        platform.unread().stream()
                            .map(each -> platform.platform() + ": " + unread(each))))
            .toList();
    String shown = lines.stream().limit(SHOWN).collect(Collectors.joining("\n"));
    String more =
        lines.size() > SHOWN ? "\n… and " + (lines.size() - SHOWN) + " more differences" : "";
    return "the rules that were written do not do what the design says, so no bundle was made:\n"
        + shown
        + more;
  }

  private static String unread(Unread unread) {
    return unread.place() + ": " + unread.reason() + ": " + unread.text();
  }
}
