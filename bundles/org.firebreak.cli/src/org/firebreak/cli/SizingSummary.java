package org.firebreak.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.firebreak.cli.io.Json;
import org.firebreak.cli.io.Texts;
import org.firebreak.core.sizing.ApplianceCheck;
import org.firebreak.core.sizing.CentralSizing;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.core.sizing.Unit;

/** The gist of a sizing study, as text and as JSON. */
final class SizingSummary {
  private final SizingStudy study;

  SizingSummary(SizingStudy study) {
    this.study = study;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (CentralSizing sizing : study.central()) {
      lines.add(
          sizing.point().name()
              + ": needs "
              + Unit.BITS_PER_SECOND.format(sizing.demand().need())
              + " of inspected throughput; "
              + choice(sizing));
    }
    study
        .hosts()
        .ifPresent(
            hosts ->
                lines.add(
                    "Hosts: the busiest needs "
                        + Unit.BITS_PER_SECOND.format(hosts.demand().need())));
    if (!study.missing().isEmpty()) {
      lines.add(
          Texts.count(study.missing().size(), "flow")
              + " of "
              + study.flows().size()
              + " without a full estimate; the figures are lower bounds");
    }
    return lines;
  }

  private static String choice(CentralSizing sizing) {
    return sizing
        .chosen()
        .map(check -> check.appliance().name() + " " + verdict(check))
        .orElseGet(
            () ->
                sizing
                    .recommendation()
                    .best()
                    .map(check -> "tightest fit " + check.appliance().name())
                    .orElse("no appliance of the catalogue can be judged adequate"));
  }

  private static String verdict(ApplianceCheck check) {
    return switch (check.verdict()) {
      case ADEQUATE -> "is adequate";
      case INADEQUATE -> "is not adequate";
      default -> "needs a test by the vendor";
    };
  }

  void writeJson(PrintStream out, Path output) throws IOException {
    Json.object(
        out,
        "size",
        json -> {
          Json.element(json, "design", study.design());
          json.writeStringField("evaluationDate", study.evaluationDate().toString());
          json.writeStringField("strategy", study.strategy().getLiteral());
          json.writeStringField("output", output.toString());
          json.writeNumberField("flows", study.flows().size());
          json.writeNumberField("flowsWithoutFullEstimate", study.missing().size());
          json.writeArrayFieldStart("central");
          for (CentralSizing sizing : study.central()) {
            write(json, sizing);
          }
          json.writeEndArray();
          if (study.hosts().isPresent()) {
            json.writeObjectFieldStart("hosts");
            json.writeNumberField("servers", study.hosts().get().servers());
            json.writeNumberField("busiestNeedBps", study.hosts().get().demand().need());
            json.writeEndObject();
          } else {
            json.writeNullField("hosts");
          }
        });
  }

  private static void write(JsonGenerator json, CentralSizing sizing) throws IOException {
    json.writeStartObject();
    Json.element(json, "enforcementPoint", sizing.point());
    json.writeNumberField("needBps", sizing.demand().need());
    json.writeNumberField("rules", sizing.size().rules());
    json.writeStringField("appliance", sizing.chosenModel());
    json.writeStringField(
        "verdict",
        sizing
            .chosen()
            .map(check -> check.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .orElse(null));
    Json.texts(
        json,
        "adequate",
        sizing.recommendation().adequate().stream()
            .map(check -> check.appliance().name())
            .toList());
    json.writeEndObject();
  }
}
