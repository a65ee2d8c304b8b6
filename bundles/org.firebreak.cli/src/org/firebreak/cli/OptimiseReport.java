package org.firebreak.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.firebreak.cli.io.Json;
import org.firebreak.cli.io.TextTable;
import org.firebreak.cli.io.Texts;
import org.firebreak.core.optimise.FrontPoint;
import org.firebreak.core.optimise.ParetoFront;
import org.firebreak.core.optimise.Plan;
import org.firebreak.core.optimise.Target;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.model.Design;

/** A choice of groups as text and as JSON. */
final class OptimiseReport {
  private OptimiseReport() {}

  /** The front may be {@code null}. */
  static List<String> lines(Plan plan, ParetoFront front) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: %s %.2f (without: %.2f), %,.0f %s%s",
            Texts.count(plan.groups().size(), "group"),
            plan.target().objective().label(),
            plan.radius(),
            plan.before(),
            plan.effort(),
            plan.target().effort().label(),
            plan.met() ? "" : "; the target is not met"));
    plan.groups().forEach(step -> lines.add("  " + step.reason(plan.stepEffort())));
    lines.add(quality(plan));
    if (front != null) {
      lines.add("");
      TextTable table = new TextTable();
      table.row(front.effort().label(), front.objective().label(), "at least", "groups");
      for (FrontPoint point : front.points()) {
        table.row(
            String.format(Locale.ROOT, "%,.0f", point.effort()),
            String.format(Locale.ROOT, "%.2f", point.radius()),
            String.format(Locale.ROOT, "%.2f", front.exact() ? point.radius() : point.bound()),
            Integer.toString(point.groups().size()));
      }
      lines.addAll(table.lines());
    }
    return lines;
  }

  private static String quality(Plan plan) {
    if (!plan.met()) {
      return plan.target() instanceof Target.Goal
          ? String.format(Locale.ROOT, "No choice of groups gets below %.2f.", plan.radius())
          : "What is microsegmented in any case exceeds the budget.";
    }
    if (plan.optimal()) {
      return "No choice is better.";
    }
    String bound =
        String.format(
            Locale.ROOT, plan.target() instanceof Target.Goal ? "%,.0f" : "%.2f", plan.bound());
    return Double.isInfinite(plan.gap())
        ? "Found step by step; how much better a choice could be is not known."
        : String.format(
            Locale.ROOT,
            "Found step by step; no choice gets below %s, so that it is at most %.1f %% worse than"
                + " the best.",
            bound,
            100 * plan.gap());
  }

  static void write(JsonGenerator json, Design design, Plan plan, ParetoFront front, Path written)
      throws IOException {
    Json.element(json, "design", ElementRef.of(design));
    json.writeStringField("effortKind", plan.target().effort().key());
    json.writeStringField("radius", plan.target().objective().kind().key());
    json.writeStringField("hops", plan.target().objective().hops().key());
    switch (plan.target()) {
      case Target.Goal goal -> json.writeNumberField("goalBlastRadius", goal.atMost());
      case Target.Budget budget -> json.writeNumberField("budget", budget.atMost());
    }
    json.writeBooleanField("met", plan.met());
    json.writeBooleanField("optimal", plan.optimal());
    json.writeFieldName("effort");
    ComparisonJson.number(json, plan.effort());
    json.writeNumberField("blastRadius", plan.radius());
    json.writeNumberField("blastRadiusBefore", plan.before());
    json.writeFieldName("bound");
    ComparisonJson.number(json, plan.bound());
    json.writeFieldName("gap");
    ComparisonJson.number(json, plan.gap());
    json.writeArrayFieldStart("groups");
    for (Plan.Step step : plan.groups()) {
      json.writeStartObject();
      Json.element(json, "group", step.candidate().group());
      json.writeNumberField("servers", step.candidate().servers());
      json.writeNumberField("rules", step.candidate().rules());
      json.writeFieldName("effort");
      ComparisonJson.number(json, step.effort());
      json.writeNumberField("from", step.from());
      json.writeNumberField("to", step.to());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (front != null) {
      front(json, front);
    }
    json.writeStringField("output", written == null ? null : written.toString());
  }

  private static void front(JsonGenerator json, ParetoFront front) throws IOException {
    json.writeObjectFieldStart("front");
    json.writeBooleanField("exact", front.exact());
    json.writeArrayFieldStart("points");
    for (FrontPoint point : front.points()) {
      json.writeStartObject();
      json.writeFieldName("effort");
      ComparisonJson.number(json, point.effort());
      json.writeNumberField("blastRadius", point.radius());
      json.writeNumberField("bound", point.bound());
      Json.elements(json, "groups", point.groups());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
