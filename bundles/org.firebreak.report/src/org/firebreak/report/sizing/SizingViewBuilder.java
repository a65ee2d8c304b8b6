package org.firebreak.report.sizing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.firebreak.core.sizing.ApplianceCheck;
import org.firebreak.core.sizing.CentralSizing;
import org.firebreak.core.sizing.Figure;
import org.firebreak.core.sizing.FlowTraffic;
import org.firebreak.core.sizing.HostSizing;
import org.firebreak.core.sizing.Measure;
import org.firebreak.core.sizing.RateProfile;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.core.sizing.Unit;
import org.firebreak.report.sizing.SizingView.ApplianceView;
import org.firebreak.report.sizing.SizingView.FirewallView;
import org.firebreak.report.sizing.SizingView.FlowRow;
import org.firebreak.report.sizing.SizingView.Line;
import org.firebreak.report.sizing.SizingView.MissingRow;
import org.firebreak.report.sizing.SizingView.ParameterRow;
import org.firebreak.report.sizing.SizingView.VirtualRow;

/** Writes a sizing study in words. */
public final class SizingViewBuilder {
  private static final int MOST_LISTED = 15;
  private static final String UNKNOWN = "unknown";

  private SizingViewBuilder() {}

  /** The content of the report. */
  public static SizingView build(SizingStudy study) {
    return new SizingView(
        study.design().name(),
        study.revision(),
        study.evaluationDate().toString(),
        study.strategy().getLiteral(),
        study.central().stream().map(SizingViewBuilder::firewall).toList(),
        study.hosts().map(hosts -> lines(hosts.demand().figures())).orElse(List.of()),
        study.hosts().map(SizingViewBuilder::virtualFirewalls).orElse(List.of()),
        fabric(study),
        study.flows().stream().map(SizingViewBuilder::flow).toList(),
        study.missing().stream()
            .map(each -> new MissingRow(each.name(), String.join(", ", each.figures())))
            .toList(),
        Unit.SHARE.format(study.missingShare()),
        study.parameters().settings().stream()
            .map(
                setting ->
                    new ParameterRow(
                        setting.parameter().label(),
                        setting.text(),
                        setting.isDefault(),
                        setting.parameter().description()))
            .toList(),
        study.assumptions());
  }

  private static FirewallView firewall(CentralSizing central) {
    var recommendation = central.recommendation();
    return new FirewallView(
        central.point().name(),
        central.redundancy().text(),
        summary(central),
        lines(central.demand().figures()),
        central.chosen().map(SizingViewBuilder::appliance).orElse(null),
        appliances(recommendation.adequate()),
        appliances(recommendation.needsVendorTest()),
        appliances(recommendation.inadequate()),
        recommendation.inadequate().size());
  }

  private static String summary(CentralSizing central) {
    if (central.demand().need() <= 0) {
      return "No flow through this firewall has a throughput estimate, so nothing can be"
          + " recommended; estimate the flows listed below.";
    }
    Optional<ApplianceCheck> check = central.chosen().or(central.recommendation()::best);
    if (check.isEmpty()) {
      return "No appliance of the catalogue is adequate; see why below.";
    }
    ApplianceCheck first = check.get();
    return (central.chosen().isPresent() ? "The design names " : "The tightest fit is ")
        + first.appliance().name()
        + ": "
        + first.verdict().label()
        + first
            .binding()
            .map(measure -> "; " + measure.dimension().label() + " binds at " + load(measure))
            .orElse("")
        + outgrownClause(first)
        + ".";
  }

  private static String load(Measure measure) {
    return Unit.SHARE.format(measure.utilisation());
  }

  private static String outgrownClause(ApplianceCheck check) {
    String outgrown = outgrown(check);
    return outgrown.isEmpty() ? "" : ", outgrown after " + outgrown;
  }

  private static String outgrown(ApplianceCheck check) {
    double year = check.yearOutgrown();
    if (Double.isNaN(year)) {
      return "";
    }
    return Double.isInfinite(year) ? "never" : String.format(Locale.ROOT, "%.1f years", year);
  }

  private static List<ApplianceView> appliances(List<ApplianceCheck> checks) {
    return checks.stream().limit(MOST_LISTED).map(SizingViewBuilder::appliance).toList();
  }

  private static ApplianceView appliance(ApplianceCheck check) {
    return new ApplianceView(
        check.appliance().name(),
        check.verdict().label(),
        Double.isNaN(check.utilisation()) ? UNKNOWN : Unit.SHARE.format(check.utilisation()),
        outgrown(check),
        check.binding().map(measure -> measure.dimension().label()).orElse(""),
        check.reasons(),
        check.appliance().confidence().name().toLowerCase(Locale.ROOT),
        check.appliance().source() + " (" + check.appliance().sourceDate() + ")");
  }

  private static List<VirtualRow> virtualFirewalls(HostSizing hosts) {
    return hosts.virtualFirewalls().stream()
        .limit(MOST_LISTED)
        .map(
            each ->
                new VirtualRow(
                    each.appliance().name(), each.today(), each.instances(), each.vcpus()))
        .toList();
  }

  private static String fabric(SizingStudy study) {
    return Unit.BITS_PER_SECOND.format(study.fabric().demand())
        + " of demand becomes "
        + Unit.BITS_PER_SECOND.format(study.fabric().load())
        + " on the fabric ("
        + Unit.FACTOR.format(study.fabric().factor())
        + "), because what a central firewall inspects makes a second trip.";
  }

  private static FlowRow flow(FlowTraffic flow) {
    var traffic = flow.traffic();
    return new FlowRow(
        traffic.name(),
        flow.enforcedAt(),
        peak(traffic.rate()),
        text(traffic.connectionsPerSecond(), Unit.CONNECTIONS_PER_SECOND),
        text(traffic.durationSeconds(), Unit.SECONDS),
        text(traffic.packetBytes(), Unit.BYTES),
        traffic.inspection().label());
  }

  private static String peak(RateProfile rate) {
    return rate.isKnown() ? Unit.BITS_PER_SECOND.format(rate.peak()) : UNKNOWN;
  }

  private static String text(OptionalDouble value, Unit unit) {
    return value.isPresent() ? unit.format(value.getAsDouble()) : UNKNOWN;
  }

  private static List<Line> lines(List<Figure> figures) {
    return figures.stream()
        .map(figure -> new Line(figure.label(), figure.text(), figure.explanation()))
        .toList();
  }
}
