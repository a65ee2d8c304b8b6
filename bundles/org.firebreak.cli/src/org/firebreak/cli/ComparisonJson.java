package org.firebreak.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.firebreak.cli.io.Json;
import org.firebreak.core.compare.EffortWeight;
import org.firebreak.core.compare.StrategyComparison;
import org.firebreak.core.compare.StrategyResult;

/** A comparison of strategies as JSON: figures in plain numbers of their unit, null if unknown. */
final class ComparisonJson {
  private ComparisonJson() {}

  static void write(JsonGenerator json, StrategyComparison comparison) throws IOException {
    Json.element(json, "design", comparison.design());
    json.writeStringField("evaluationDate", comparison.evaluationDate().toString());
    json.writeArrayFieldStart("strategies");
    for (int i = 0; i < comparison.results().size(); i++) {
      StrategyResult result = comparison.results().get(i);
      json.writeStartObject();
      json.writeStringField("key", result.strategy().key());
      json.writeStringField("name", result.strategy().name());
      json.writeStringField("kind", result.policy().strategy().getLiteral());
      json.writeBooleanField("inForce", i == comparison.inForce());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("figures");
    for (StrategyComparison.Row row : comparison.rows()) {
      write(json, row);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("weights");
    for (EffortWeight weight : EffortWeight.values()) {
      json.writeNumberField(weight.key(), comparison.parameters().get(weight));
    }
    json.writeEndObject();
    json.writeObjectFieldStart("weightSources");
    for (EffortWeight weight : EffortWeight.values()) {
      json.writeStringField(weight.key(), comparison.parameters().source(weight));
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, StrategyComparison.Row row) throws IOException {
    json.writeStartObject();
    json.writeStringField("key", row.metric().key());
    json.writeStringField("label", row.metric().label());
    json.writeStringField("unit", row.metric().unit().symbol());
    json.writeBooleanField("lowerIsBetter", row.metric().lowerIsBetter());
    json.writeStringField("explanation", row.explanation());
    json.writeArrayFieldStart("values");
    for (double value : row.values()) {
      number(json, value);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Counts without a fraction; null for what is not known. */
  static void number(JsonGenerator json, double value) throws IOException {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      json.writeNull();
    } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      json.writeNumber((long) value);
    } else {
      json.writeNumber(value);
    }
  }
}
