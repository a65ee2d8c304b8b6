package org.firebreak.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.firebreak.cli.io.Json;
import org.firebreak.cli.io.Texts;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.ObjectUse;
import org.firebreak.exports.bundle.BundleFile;
import org.firebreak.exports.bundle.ChangeSet;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.bundle.StatelessAcl;
import org.firebreak.exports.compare.BundleDifference;
import org.firebreak.exports.compare.Change;
import org.firebreak.exports.compare.DifferenceJson;
import org.firebreak.exports.compare.PlatformDifference;

/** What an export wrote, as text and as JSON. */
final class ExportSummary {
  private static final int SHOWN = 20;

  private final ExportReport report;
  private final CompiledPolicy policy;

  ExportSummary(ExportReport report, CompiledPolicy policy) {
    this.report = report;
    this.policy = policy;
  }

  /** A line for each platform, then where everything is. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (ExportReport.Platform platform : report.platforms()) {
      lines.add(
          platform.exporter().title()
              + ": "
              + Texts.count(platform.files().size(), "file")
              + ", "
              + Texts.count(platform.rules(), "rule")
              + ", "
              + Texts.count(platform.size(), "byte"));
      if (!platform.uses().isEmpty()) {
        lines.add(
            "  " + platform.uses().stream().map(ObjectUse::text).collect(Collectors.joining("; ")));
      }
    }
    report.verification().forEach(each -> lines.add(VerificationSummary.line(each)));
    lines.add(StatelessAcl.of(policy).warning());
    if (!report.notes().isEmpty()) {
      lines.add(
          Texts.count(report.notes().size(), "element")
              + " of the design permit less than they seem to; firebreak validate tells more");
    }
    if (report.changes() != null) {
      lines.addAll(changes(report.changes()));
    }
    lines.add("wrote " + report.folder() + "; manifest.json lists every file and rule");
    return lines;
  }

  private static List<String> changes(ChangeSet changes) {
    List<String> lines = new ArrayList<>();
    lines.add("changes since the previous bundle: " + changes.difference().summary());
    for (PlatformDifference platform : changes.difference().platforms()) {
      lines.add(
          "  "
              + platform.title()
              + ": "
              + new BundleDifference(false, List.of(platform)).summary()
              + (platform.change() == Change.CHANGED
                  ? ""
                  : " (platform " + platform.change().word())
              + (platform.change() == Change.CHANGED ? "" : ")"));
    }
    if (!changes.difference().isEmpty()) {
      lines.add(
          "  changes.json lists them; the steps are in changes and roll-back of each platform");
    }
    return lines;
  }

  /** Where a platform permits or denies more than the design says; equal sentences once. */
  List<String> deviations() {
    return limitations(true);
  }

  /** What else a platform cannot express, or assumes; equal sentences once. */
  List<String> remarks() {
    return limitations(false);
  }

  private List<String> limitations(boolean deviating) {
    List<String> lines = new ArrayList<>();
    addLimitations("", report.unenforced(), deviating, lines);
    for (ExportReport.Platform platform : report.platforms()) {
      addLimitations(platform.exporter().id() + ": ", platform.limitations(), deviating, lines);
    }
    if (lines.size() > SHOWN) {
      int more = lines.size() - SHOWN;
      List<String> shown = new ArrayList<>(lines.subList(0, SHOWN));
      shown.add("… and " + more + " more limitations; manifest.json lists them all");
      return shown;
    }
    return lines;
  }

  private static void addLimitations(
      String prefix, List<Limitation> limitations, boolean deviating, List<String> lines) {
    Map<String, Integer> times = new LinkedHashMap<>();
    for (Limitation limitation : limitations) {
      if (deviates(limitation) == deviating) {
        times.merge(word(limitation.effect()) + ": " + limitation.reason(), 1, Integer::sum);
      }
    }
    times.forEach(
        (text, count) -> lines.add(prefix + text + (count == 1 ? "" : " (" + count + " times)")));
  }

  /** Whether the platform's verdicts are others than the design's. */
  static boolean deviates(Limitation limitation) {
    return permitsMore(limitation) || limitation.effect() == Limitation.Effect.DENIES_MORE;
  }

  /** Whether something passes that the design denies. */
  static boolean permitsMore(Limitation limitation) {
    return limitation.effect() == Limitation.Effect.PERMITS_MORE;
  }

  private static String word(Limitation.Effect effect) {
    return switch (effect) {
      case DENIES_MORE -> "denies more";
      case PERMITS_MORE -> "permits more";
      case REDUCED -> "reduced";
      case ASSUMPTION -> "assumes";
    };
  }

  void writeJson(PrintStream out) throws IOException {
    Json.object(
        out,
        "export",
        json -> {
          Json.element(json, "design", policy.design());
          json.writeStringField("evaluationDate", policy.evaluationDate().toString());
          Json.strategy(json, policy.strategyChoice());
          json.writeBooleanField("approvedOnly", policy.options().approvedOnly());
          json.writeNumberField("statelessAclEntries", policy.aclEntries());
          json.writeStringField("folder", report.folder().toString());
          json.writeArrayFieldStart("platforms");
          for (ExportReport.Platform platform : report.platforms()) {
            write(json, platform);
          }
          json.writeEndArray();
          limitations(json, "unenforced", report.unenforced());
          if (report.changes() != null) {
            json.writeObjectFieldStart("changes");
            DifferenceJson.write(json, report.changes().difference());
            limitations(json, "limitations", report.changes().limitations());
            json.writeEndObject();
          }
        });
  }

  private static void write(JsonGenerator json, ExportReport.Platform platform) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", platform.exporter().id());
    json.writeNumberField("rules", platform.rules());
    json.writeObjectFieldStart("options");
    for (Map.Entry<String, String> option : platform.options().entrySet()) {
      json.writeStringField(option.getKey(), option.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("files");
    for (BundleFile file : platform.files()) {
      json.writeStartObject();
      json.writeStringField("path", file.path());
      json.writeNumberField("size", file.size());
      json.writeStringField("sha256", file.sha256());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("objects");
    for (ObjectUse use : platform.uses()) {
      json.writeStartObject();
      json.writeStringField("kind", use.objects());
      json.writeNumberField("count", use.count());
      if (use.limit() > 0) {
        json.writeNumberField("limit", use.limit());
      }
      if (use.of().recommended()) {
        json.writeBooleanField("recommended", true);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    limitations(json, "limitations", platform.limitations());
    json.writeEndObject();
  }

  private static void limitations(JsonGenerator json, String field, List<Limitation> limitations)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (Limitation limitation : limitations) {
      json.writeStartObject();
      json.writeStringField("effect", limitation.effect().name().toLowerCase(Locale.ROOT));
      json.writeStringField("ruleSet", limitation.ruleSet());
      json.writeStringField("rule", limitation.rule());
      json.writeStringField("reason", limitation.reason());
      Json.elements(json, "elements", limitation.elements());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
