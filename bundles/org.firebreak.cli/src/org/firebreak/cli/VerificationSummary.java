package org.firebreak.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.firebreak.cli.io.Json;
import org.firebreak.cli.io.Texts;
import org.firebreak.core.packets.FilterDifference;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.stored.BundleIntegrity;
import org.firebreak.exports.stored.StoredBundle;
import org.firebreak.exports.verify.Mismatch;
import org.firebreak.exports.verify.PlatformVerification;
import org.firebreak.exports.verify.VerificationReport;
import org.firebreak.model.Design;
import org.firebreak.model.io.DesignFile;
import org.firebreak.rulebase.Unread;

/** What a verification found, as text and as JSON. */
final class VerificationSummary {
  private static final int SHOWN = 20;

  private final StoredBundle bundle;
  private final VerificationReport report;
  private final Design design;

  /**
   * @param design the design that the bundle was compared with; {@code null} if only files were
   *     checked
   */
  VerificationSummary(StoredBundle bundle, VerificationReport report, Design design) {
    this.bundle = bundle;
    this.report = report;
    this.design = design;
  }

  /** What is wrong, then a line for each platform. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    report.files().forEach(flaw -> lines.add(flaw.toString()));
    for (PlatformVerification platform : report.platforms()) {
      List<String> wrong = new ArrayList<>();
      platform.mismatches().forEach(each -> wrong.add(each.text()));
      platform.unread().forEach(each -> wrong.add(text(each)));
      addSome(lines, platform.platform(), wrong);
    }
    if (report.files().isEmpty()) {
      lines.add("files: " + Texts.count(bundle.manifest().files().size(), "file") + " as exported");
    } else {
      lines.add("files: " + Texts.count(report.files().size(), "file") + " not as exported");
    }
    report.platforms().forEach(platform -> lines.add(line(platform)));
    return lines;
  }

  private static void addSome(List<String> lines, String platform, List<String> wrong) {
    wrong.stream().limit(SHOWN).forEach(text -> lines.add(platform + ": " + text));
    if (wrong.size() > SHOWN) {
      lines.add(platform + ": … and " + (wrong.size() - SHOWN) + " more; --json lists them all");
    }
  }

  private static String text(Unread unread) {
    return unread.place() + ": not understood: " + unread.reason() + ": " + unread.text();
  }

  /** {@code nftables: 14 filters equal to the design; 2 differences as declared}. */
  static String line(PlatformVerification platform) {
    String text = platform.platform() + ": ";
    if (!platform.readBack()) {
      return text + "not read back; there is no reader of this platform";
    }
    text += Texts.count(platform.filters(), "filter");
    text +=
        platform.holds()
            ? " equal to the design"
            : " compared, "
                + Texts.count(
                    platform.mismatches().size() + platform.unread().size(), "difference");
    return platform.declared().isEmpty()
        ? text
        : text + "; " + Texts.count(platform.declared().size(), "difference") + " as declared";
  }

  /** What the user should know besides. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    String digest = bundle.manifest().design() == null ? null : bundle.manifest().design().digest();
    if (design != null && digest != null && !digest.equals(DesignFile.digest(design))) {
      remarks.add("the bundle was made from another version of the design");
    }
    report.unenforced().forEach(each -> remarks.add(each.reason()));
    return remarks;
  }

  void writeJson(PrintStream out) throws IOException {
    Json.object(
        out,
        "verify",
        json -> {
          json.writeStringField("bundle", bundle.name());
          json.writeBooleanField("holds", report.holds());
          json.writeArrayFieldStart("files");
          for (BundleIntegrity.Flaw flaw : report.files()) {
            json.writeStartObject();
            json.writeStringField("path", flaw.path());
            json.writeStringField("reason", flaw.reason());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeArrayFieldStart("platforms");
          for (PlatformVerification platform : report.platforms()) {
            write(json, platform);
          }
          json.writeEndArray();
          json.writeArrayFieldStart("remarks");
          for (String remark : remarks()) {
            json.writeString(remark);
          }
          json.writeEndArray();
        });
  }

  private static void write(JsonGenerator json, PlatformVerification platform) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", platform.platform());
    json.writeBooleanField("readBack", platform.readBack());
    json.writeNumberField("filters", platform.filters());
    write(json, "differences", platform.mismatches());
    write(json, "declared", platform.declared());
    json.writeArrayFieldStart("unread");
    for (Unread unread : platform.unread()) {
      json.writeStartObject();
      json.writeStringField("place", unread.place());
      json.writeStringField("text", unread.text());
      json.writeStringField("reason", unread.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String field, List<Mismatch> mismatches)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (Mismatch mismatch : mismatches) {
      json.writeStartObject();
      json.writeStringField("text", mismatch.text());
      if (mismatch instanceof Mismatch.Decision decision) {
        write(json, decision);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Mismatch.Decision decision) throws IOException {
    FilterDifference difference = decision.difference();
    json.writeStringField("ruleSet", decision.ruleSet().name());
    json.writeStringField("direction", decision.direction().name().toLowerCase(Locale.ROOT));
    Json.elements(json, "hosts", decision.hosts());
    json.writeStringField("source", difference.source().toString());
    json.writeStringField("destination", difference.destination().toString());
    json.writeStringField("service", difference.service());
    json.writeStringField("expected", difference.expected().outcome().toString());
    json.writeStringField("rule", difference.expected().name());
    if (decision.rule() != null) {
      Json.elements(json, "origins", decision.rule().origins());
    }
    json.writeStringField("actual", difference.actual().outcome().toString());
    json.writeStringField("artefactRule", difference.actual().name());
    json.writeStringField("place", difference.actual().place());
    Limitation declared = decision.declared();
    if (declared != null) {
      json.writeStringField("declared", declared.reason());
    }
  }
}
