package org.firebreak.cli.sizing;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.firebreak.cli.io.Json;
import org.firebreak.core.sizing.ApplianceCheck;
import org.firebreak.core.sizing.BoundaryLoad;
import org.firebreak.core.sizing.CentralSizing;
import org.firebreak.core.sizing.Elephant;
import org.firebreak.core.sizing.EstimateCoverage;
import org.firebreak.core.sizing.Figure;
import org.firebreak.core.sizing.FlowTraffic;
import org.firebreak.core.sizing.LinkLoad;
import org.firebreak.core.sizing.Measure;
import org.firebreak.core.sizing.MissingEstimate;
import org.firebreak.core.sizing.Sensitivity;
import org.firebreak.core.sizing.SizingParameters;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.core.sizing.TrafficClass;
import org.firebreak.core.sizing.TrafficFigure;
import org.firebreak.core.sizing.YearLoad;
import org.firebreak.core.sizing.units.BitRate;
import org.firebreak.core.sizing.units.ConnectionRate;
import org.firebreak.core.sizing.units.PacketSize;
import org.firebreak.core.sizing.units.Seconds;

/** The fields of a sizing study. Rates are bit/s, sizes bytes, times seconds; null is unknown. */
public final class SizingJson {
  private final JsonGenerator json;

  private SizingJson(JsonGenerator json) {
    this.json = json;
  }

  /** Writes the fields into the object that is open. */
  public static void write(JsonGenerator json, SizingStudy study) throws IOException {
    new SizingJson(json).study(study);
  }

  private void study(SizingStudy study) throws IOException {
    Json.strategy(json, study.strategyChoice());
    json.writeNumberField("flows", study.flows().size());
    json.writeNumberField("flowsWithoutFullEstimate", study.missing().size());
    coverage(study.coverage());
    json.writeArrayFieldStart("central");
    for (CentralSizing sizing : study.central()) {
      central(sizing);
    }
    json.writeEndArray();
    if (study.hosts().isPresent()) {
      json.writeObjectFieldStart("hosts");
      new HostJson(json).write(study.hosts().get());
      json.writeEndObject();
    } else {
      json.writeNullField("hosts");
    }
    json.writeObjectFieldStart("fabric");
    number("demandBps", study.fabric().demand().bitsPerSecond());
    number("loadBps", study.fabric().load().bitsPerSecond());
    number("factor", study.fabric().factor().value());
    json.writeEndObject();
    json.writeArrayFieldStart("boundaries");
    for (BoundaryLoad each : study.boundaries()) {
      boundary(each, study.parameters());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("traffic");
    for (FlowTraffic each : study.flows()) {
      flow(each);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("missing");
    for (MissingEstimate each : study.missing()) {
      json.writeStartObject();
      json.writeStringField("flow", each.name());
      json.writeStringField("id", each.flowId());
      Json.texts(json, "figures", each.figures());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("parameters");
    for (SizingParameters.Setting each : study.parameters().settings()) {
      json.writeStartObject();
      json.writeStringField("key", each.parameter().key());
      json.writeStringField("label", each.parameter().label());
      number("value", each.value());
      json.writeStringField("unit", each.parameter().unit().symbol());
      json.writeBooleanField("default", each.isDefault());
      json.writeStringField(
          "source", each.isDefault() ? each.parameter().description() : each.source());
      json.writeEndObject();
    }
    json.writeEndArray();
    Json.texts(json, "assumptions", study.assumptions());
  }

  private void coverage(EstimateCoverage coverage) throws IOException {
    json.writeObjectFieldStart("coverage");
    number("guessedShare", coverage.guessedShare());
    json.writeNumberField("flowsWithoutThroughput", coverage.withoutThroughput());
    json.writeObjectFieldStart("bitsByConfidence");
    for (var each : coverage.bits().entrySet()) {
      number(each.getKey().getLiteral(), each.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void central(CentralSizing sizing) throws IOException {
    json.writeStartObject();
    Json.element(json, "enforcementPoint", sizing.point());
    number("needBps", sizing.demand().need().bitsPerSecond());
    json.writeNumberField("rules", sizing.size().rules());
    json.writeNumberField("addressObjects", sizing.size().addressObjects());
    json.writeNumberField("zones", sizing.size().zones());
    json.writeStringField("mode", sizing.redundancy().mode().label());
    json.writeNumberField("units", sizing.redundancy().units());
    json.writeStringField("appliance", sizing.chosenModel());
    json.writeStringField(
        "verdict", sizing.chosen().map(check -> word(check.verdict())).orElse(null));
    figures(sizing.demand().figures());
    json.writeArrayFieldStart("hourlyBps");
    for (double rate : sizing.demand().load().bins()) {
      json.writeNumber(rate);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("links");
    for (LinkLoad each : sizing.links()) {
      json.writeStartObject();
      Json.element(json, "link", each.link());
      number("bandwidthBps", each.bandwidth().map(BitRate::bitsPerSecond).orElse(Double.NaN));
      number("todayBps", each.today().map(BitRate::bitsPerSecond).orElse(Double.NaN));
      number("needBps", each.need().map(BitRate::bitsPerSecond).orElse(Double.NaN));
      number("utilisation", each.utilisation().orElse(Double.NaN));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("years");
    for (YearLoad each : sizing.years()) {
      json.writeStartObject();
      json.writeNumberField("year", each.year());
      number("needBps", each.need().bitsPerSecond());
      number("connectionsPerSecond", each.connections().perSecond());
      number("sessions", each.sessions().sessions());
      number("packetsPerSecond", each.packets().perSecond());
      number("utilisation", each.utilisation());
      number("shareOfCeiling", each.pressure());
      json.writeEndObject();
    }
    json.writeEndArray();
    elephants(sizing.elephants());
    sensitivity(sizing.sensitivity());
    Json.texts(json, "adequate", names(sizing.recommendation().adequate()));
    checks("ranked", sizing.recommendation().ranked());
    checks("needsVendorTest", sizing.recommendation().needsVendorTest());
    checks("inadequate", sizing.recommendation().inadequate());
    json.writeEndObject();
  }

  private static List<String> names(List<ApplianceCheck> checks) {
    return checks.stream().map(check -> check.appliance().name()).toList();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private void figures(List<Figure> figures) throws IOException {
    figures(json, figures);
  }

  static void figures(JsonGenerator json, List<Figure> figures) throws IOException {
    json.writeArrayFieldStart("figures");
    for (Figure each : figures) {
      json.writeStartObject();
      json.writeStringField("key", each.key());
      json.writeStringField("label", each.label());
      number(json, "value", each.value());
      json.writeStringField("unit", each.unit().symbol());
      json.writeStringField("explanation", each.explanation());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void elephants(List<Elephant> elephants) throws IOException {
    json.writeArrayFieldStart("elephants");
    for (Elephant each : elephants) {
      json.writeStartObject();
      json.writeStringField("flow", each.flow().name());
      json.writeStringField("id", each.flow().elementId());
      number("shareOfDemand", each.shareOfDemand());
      number("connectionBps", each.connection().map(BitRate::bitsPerSecond).orElse(Double.NaN));
      number("ratedWithBps", each.ratedWith().bitsPerSecond());
      number("ratedWithoutBps", each.ratedWithout().bitsPerSecond());
      number("savesBps", each.saves().bitsPerSecond());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void sensitivity(List<Sensitivity> rows) throws IOException {
    json.writeArrayFieldStart("sensitivity");
    for (Sensitivity each : rows) {
      json.writeStartObject();
      json.writeStringField("key", each.key());
      json.writeStringField("label", each.label());
      json.writeBooleanField("changesTheChoice", each.changesTheChoice());
      number("swing", each.swing());
      result("base", each.base());
      result("lower", each.lower());
      result("higher", each.higher());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void result(String field, Sensitivity.Result result) throws IOException {
    json.writeObjectFieldStart(field);
    number("value", result.value());
    number("ratedBps", result.rated().bitsPerSecond());
    json.writeStringField("choice", result.best().map(each -> each.name()).orElse(null));
    json.writeStringField("verdict", result.chosen().map(SizingJson::word).orElse(null));
    json.writeEndObject();
  }

  private void checks(String field, List<ApplianceCheck> checks) throws IOException {
    json.writeArrayFieldStart(field);
    for (ApplianceCheck each : checks) {
      json.writeStartObject();
      json.writeStringField("appliance", each.appliance().name());
      json.writeBooleanField("own", each.appliance().own());
      json.writeNumberField("units", each.redundancy().units());
      number("headroom", each.headroom());
      number("utilisation", each.utilisation());
      number("yearOutgrown", each.yearOutgrown().years());
      json.writeStringField(
          "binding", each.binding().map(measure -> measure.dimension().label()).orElse(null));
      measures(json, each.measures());
      Json.texts(json, "reasons", each.reasons());
      json.writeStringField("confidence", word(each.appliance().confidence()));
      json.writeStringField("source", each.appliance().source());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void measures(JsonGenerator json, List<Measure> measures) throws IOException {
    json.writeArrayFieldStart("measures");
    for (Measure each : measures) {
      json.writeStartObject();
      json.writeStringField("dimension", each.dimension().label());
      number(json, "need", each.need());
      number(json, "usable", each.usable());
      json.writeStringField("verdict", each.verdict().label());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void boundary(BoundaryLoad load, SizingParameters parameters) throws IOException {
    json.writeStartObject();
    Json.element(json, "from", load.from());
    Json.element(json, "to", load.to());
    number("peakBps", load.coincidentPeak().bitsPerSecond());
    number("sumOfPeaksBps", load.sumOfPeaks().bitsPerSecond());
    number("needBps", load.need(parameters).bitsPerSecond());
    number("centralShare", load.centralShare());
    number("hostShare", load.hostShare());
    json.writeNumberField("flowsWithoutThroughput", load.withoutThroughput());
    json.writeArrayFieldStart("hourlyBps");
    for (double rate : load.load().bins()) {
      json.writeNumber(rate);
    }
    json.writeEndArray();
    Json.texts(
        json,
        "flows",
        load.flows().stream().map(part -> part.flow().traffic().elementId()).toList());
    json.writeEndObject();
  }

  private void flow(FlowTraffic flow) throws IOException {
    TrafficClass traffic = flow.traffic();
    json.writeStartObject();
    json.writeStringField("flow", traffic.name());
    json.writeStringField("id", traffic.elementId());
    number("peakBps", traffic.rate().peak().bitsPerSecond());
    number("averageBps", traffic.rate().average().bitsPerSecond());
    number("percentile95Bps", traffic.rate().percentile95().bitsPerSecond());
    number("connectionsPerSecond", traffic.connections().map(ConnectionRate::perSecond));
    number("durationSeconds", traffic.duration().map(Seconds::seconds));
    number("packetBytes", traffic.packetSize().map(PacketSize::bytes));
    number("largestConnectionBps", traffic.largestConnection().map(BitRate::bitsPerSecond));
    json.writeStringField("inspection", traffic.inspection().label());
    json.writeStringField("enforcedAt", flow.enforcedAt());
    json.writeStringField("source", traffic.provenance().whole().source());
    json.writeStringField("confidence", traffic.provenance().whole().confidence().getLiteral());
    json.writeObjectFieldStart("figureSources");
    for (TrafficFigure each : traffic.provenance().figures().keySet()) {
      json.writeObjectFieldStart(each.key());
      json.writeStringField("source", traffic.provenance().of(each).source());
      json.writeStringField("confidence", traffic.provenance().of(each).confidence().getLiteral());
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void number(String field, Optional<Double> value) throws IOException {
    number(field, value.orElse(Double.NaN));
  }

  private void number(String field, double value) throws IOException {
    number(json, field, value);
  }

  /** Neither unknown nor never is a number of JSON. */
  static void number(JsonGenerator json, String field, double value) throws IOException {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      json.writeNullField(field);
    } else {
      json.writeNumberField(field, value);
    }
  }
}
