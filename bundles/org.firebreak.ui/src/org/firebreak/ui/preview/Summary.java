package org.firebreak.ui.preview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.ObjectUse;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.verify.Mismatch;
import org.firebreak.exports.verify.PlatformVerification;

/** What a bundle, or its part for one platform, amounts to, in lines. */
final class Summary {
  /** Longer lists of one kind are cut. */
  private static final int SHOWN = 40;

  private final StringBuilder text = new StringBuilder();
  private final Preview preview;

  private Summary(Preview preview) {
    this.preview = preview;
  }

  /** Of everything; lines that begin with a hash are headings. */
  static String of(Preview preview) {
    Summary summary = new Summary(preview);
    ExportReport report = preview.report();
    summary.heading(rules(report.rules()) + " in " + files(report.files()));
    for (ExportReport.Platform platform : report.platforms()) {
      if (isIdle(platform)) {
        continue;
      }
      summary.heading(platform.exporter().title());
      summary.line(amount(platform));
      summary.uses(platform);
      summary.verification(platform, false);
      summary.limitations(platform.limitations(), false);
    }
    summary.idle(report.platforms());
    if (!report.unenforced().isEmpty()) {
      summary.heading("Not enforced by any of these platforms");
      report.unenforced().forEach(each -> summary.line(each.reason()));
    }
    if (!report.notes().isEmpty()) {
      summary.heading("In the design");
      report.notes().stream().limit(SHOWN).forEach(note -> summary.line(note.message()));
    }
    if (report.changes() != null) {
      summary.heading("Since the previous bundle");
      summary.line(report.changes().difference().summary());
      summary.limitations(report.changes().limitations(), true);
    }
    return summary.text.toString();
  }

  /** Of one platform. */
  static String of(Preview preview, String platformId) {
    Summary summary = new Summary(preview);
    for (ExportReport.Platform platform : preview.report().platforms()) {
      if (platform.exporter().id().equals(platformId)) {
        summary.heading(platform.exporter().title());
        summary.line(platform.exporter().description());
        summary.line(amount(platform));
        summary.uses(platform);
        summary.verification(platform, true);
        summary.heading("What the platform does not do");
        summary.limitations(platform.limitations(), true);
        summary.heading("Options");
        platform.options().forEach((key, value) -> summary.line(key + " = " + value));
      }
    }
    return summary.text.toString();
  }

  /** Whether no enforcement point is of a platform. */
  private static boolean isIdle(ExportReport.Platform platform) {
    return platform.files().isEmpty() && platform.limitations().isEmpty();
  }

  private void idle(List<ExportReport.Platform> platforms) {
    String names =
        platforms.stream()
            .filter(Summary::isIdle)
            .map(platform -> platform.exporter().title())
            .collect(Collectors.joining(", "));
    if (!names.isEmpty()) {
      heading("Nothing to write");
      line("No enforcement point is of: " + names + ".");
    }
  }

  private static String amount(ExportReport.Platform platform) {
    return rules(platform.rules())
        + " in "
        + files(platform.files().size())
        + ", "
        + Sizes.text(platform.size());
  }

  private void uses(ExportReport.Platform platform) {
    if (!platform.uses().isEmpty()) {
      line(platform.uses().stream().map(ObjectUse::text).collect(Collectors.joining("; ")) + ".");
    }
  }

  private void verification(ExportReport.Platform platform, boolean whole) {
    for (PlatformVerification each : preview.verification()) {
      if (!each.platform().equals(platform.exporter().id())) {
        continue;
      }
      if (!each.readBack()) {
        line("Not read back: nothing was compared with the design.");
      } else if (each.holds()) {
        line(
            "Verified: "
                + number(each.filters())
                + (each.filters() == 1 ? " packet filter does" : " packet filters do")
                + " what the design says"
                + (each.declared().isEmpty() ? "." : ", except as said below."));
      } else {
        line("DIFFERS FROM THE DESIGN: no bundle can be written.");
        each.mismatches().stream().limit(whole ? SHOWN : 3).map(Mismatch::text).forEach(this::line);
        each.unread().stream()
            .limit(whole ? SHOWN : 3)
            .forEach(unread -> line(unread.place() + ": " + unread.reason()));
      }
    }
  }

  private void limitations(List<Limitation> limitations, boolean whole) {
    if (limitations.isEmpty()) {
      line("Expresses the whole policy.");
      return;
    }
    for (Limitation.Effect effect : Limitation.Effect.values()) {
      Map<String, Integer> reasons = new LinkedHashMap<>();
      limitations.stream()
          .filter(each -> each.effect() == effect)
          .forEach(each -> reasons.merge(each.reason(), 1, Integer::sum));
      if (!reasons.isEmpty()) {
        int count = reasons.values().stream().mapToInt(Integer::intValue).sum();
        line(word(effect) + " (" + number(count) + ")");
        reasons.entrySet().stream()
            .limit(whole ? SHOWN : 2)
            .forEach(
                entry ->
                    line(
                        "   "
                            + entry.getKey()
                            + (entry.getValue() == 1 ? "" : " (" + entry.getValue() + " times)")));
        int more = reasons.size() - (whole ? SHOWN : 2);
        if (more > 0) {
          line("   … and " + number(more) + " more");
        }
      }
    }
  }

  private static String word(Limitation.Effect effect) {
    return switch (effect) {
      case DENIES_MORE -> "Denies more than the design";
      case PERMITS_MORE -> "Permits more than the design";
      case REDUCED -> "Less logging, alerting or inspection";
      case ASSUMPTION -> "To be checked by the operator";
    };
  }

  private void heading(String words) {
    text.append(text.isEmpty() ? "" : "\n").append("# ").append(words).append('\n');
  }

  private void line(String words) {
    text.append(words).append('\n');
  }

  private static String rules(int count) {
    return number(count) + (count == 1 ? " rule" : " rules");
  }

  private static String files(int count) {
    return number(count) + (count == 1 ? " file" : " files");
  }

  private static String number(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
