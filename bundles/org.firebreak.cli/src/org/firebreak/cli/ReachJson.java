package org.firebreak.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.firebreak.cli.io.Json;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.reach.AttackPaths;
import org.firebreak.core.reach.BlastRadius;
import org.firebreak.core.reach.ServerRadius;
import org.firebreak.core.reach.Spread;
import org.firebreak.core.reach.Way;

/** Blast radius and attack paths as JSON. */
final class ReachJson {
  private ReachJson() {}

  /** The second policy and radius may be {@code null}. */
  static void radius(
      JsonGenerator json,
      CompiledPolicy policy,
      BlastRadius radius,
      CompiledPolicy otherPolicy,
      BlastRadius other)
      throws IOException {
    head(json, policy);
    radius(json, radius);
    if (other != null) {
      json.writeObjectFieldStart("against");
      Json.strategy(json, otherPolicy.strategyChoice());
      radius(json, other);
      json.writeEndObject();
    }
  }

  private static void head(JsonGenerator json, CompiledPolicy policy) throws IOException {
    Json.element(json, "design", policy.design());
    json.writeStringField("evaluationDate", policy.evaluationDate().toString());
    Json.strategy(json, policy.strategyChoice());
  }

  private static void radius(JsonGenerator json, BlastRadius radius) throws IOException {
    json.writeNumberField("directPairs", radius.directPairs());
    json.writeNumberField("multiHopPairs", radius.multiHopPairs());
    spread(json, "direct", radius.direct());
    spread(json, "multiHop", radius.multiHop());
    spread(json, "directFromInternet", radius.directFromInternet());
    spread(json, "multiHopFromInternet", radius.multiHopFromInternet());
    json.writeArrayFieldStart("servers");
    for (ServerRadius each : radius.servers()) {
      json.writeStartObject();
      Json.element(json, "server", each.server().ref());
      json.writeNumberField("direct", each.direct());
      json.writeNumberField("multiHop", each.multiHop());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void spread(JsonGenerator json, String field, Spread spread) throws IOException {
    if (spread.servers() == 0) {
      json.writeNullField(field);
      return;
    }
    json.writeObjectFieldStart(field);
    json.writeNumberField("servers", spread.servers());
    json.writeNumberField("mean", spread.mean());
    json.writeNumberField("worst", spread.worst());
    Json.element(json, "worstFrom", spread.from().orElseThrow().ref());
    json.writeEndObject();
  }

  /** The second policy and paths may be {@code null}. */
  static void paths(
      JsonGenerator json,
      CompiledPolicy policy,
      AttackPaths paths,
      CompiledPolicy otherPolicy,
      AttackPaths other)
      throws IOException {
    head(json, policy);
    Json.element(json, "from", paths.start().ref());
    paths(json, paths);
    if (other != null) {
      json.writeObjectFieldStart("against");
      Json.strategy(json, otherPolicy.strategyChoice());
      paths(json, other);
      json.writeEndObject();
    }
  }

  private static void paths(JsonGenerator json, AttackPaths paths) throws IOException {
    json.writeNumberField("reached", paths.reached());
    json.writeArrayFieldStart("steps");
    for (List<AttackPaths.Step> layer : paths.layers()) {
      for (AttackPaths.Step step : layer) {
        json.writeStartObject();
        json.writeNumberField("hops", step.hops());
        Json.element(json, "server", step.server().ref());
        Json.element(json, "from", step.from().ref());
        way(json, step.way());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private static void way(JsonGenerator json, Way way) throws IOException {
    switch (way) {
      case Way.InGroup group -> Json.element(json, "group", group.group());
      case Way.AsResponder responder -> Json.element(json, "responder", responder.responder());
      case Way.ByFlow flow -> {
        Json.element(json, "flow", flow.flow());
        Json.elements(json, "services", flow.services().stream().map(PolicyService::ref).toList());
      }
    }
  }
}
