package org.firebreak.report.overlay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.firebreak.core.sizing.CentralDemand;
import org.firebreak.core.sizing.CentralSizing;
import org.firebreak.core.sizing.EstimateCoverage;
import org.firebreak.core.sizing.FlowTraffic;
import org.firebreak.core.sizing.SizingParameter;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.core.sizing.TrafficClass;
import org.firebreak.core.sizing.Unit;
import org.firebreak.model.Element;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.Flow;
import org.firebreak.model.NamedElement;
import org.firebreak.scene.BoxTint;
import org.firebreak.scene.Legend;
import org.firebreak.scene.LineTint;
import org.firebreak.scene.LineTint.Pattern;
import org.firebreak.scene.Overlay;
import org.firebreak.scene.Paint;
import org.firebreak.scene.Token;

/**
 * Traffic of a design: lines as wide as their rate in the busiest hour of today, in the colour of
 * the load that the central firewalls and links they cross will have at the end of the horizon. Of
 * firewalls without a chosen appliance the tightest fit counts, and the legend says so. Of several
 * flows in a line the peak of the sum counts, not the sum of the peaks.
 */
public final class ThroughputOverlay implements Overlay {
  private static final double UNKNOWN_WIDTH = 1.6;

  private final SizingStudy study;
  private final Map<String, FlowTraffic> flows = new HashMap<>();
  private final Map<String, Set<Crossing>> crossings = new HashMap<>();
  private final Map<String, Crossing> points = new HashMap<>();
  private final Map<String, CentralSizing> sizings = new HashMap<>();
  private final Map<List<String>, LineTint> lines = new ConcurrentHashMap<>();
  private final RateScale scale;

  private ThroughputOverlay(SizingStudy study) {
    this.study = study;
    double highest = 0;
    for (FlowTraffic flow : study.flows()) {
      flows.put(flow.traffic().elementId(), flow);
      if (flow.traffic().rate().isKnown()) {
        highest = Math.max(highest, flow.traffic().rate().peak().bitsPerSecond());
      }
    }
    for (CentralSizing central : study.central()) {
      Crossing crossing = Crossing.of(central);
      points.put(central.point().id(), crossing);
      sizings.put(central.point().id(), central);
      for (TrafficClass each : central.demand().classes()) {
        crossings.computeIfAbsent(each.elementId(), id -> new LinkedHashSet<>()).add(crossing);
      }
    }
    scale = new RateScale(highest);
  }

  /** The overlay of a study. */
  public static ThroughputOverlay of(SizingStudy study) {
    return new ThroughputOverlay(study);
  }

  @Override
  public Legend legend() {
    double ceiling = study.parameters().get(SizingParameter.UTILISATION);
    List<Legend.Entry> widths = new ArrayList<>();
    for (double rate : scale.steps()) {
      widths.add(
          new Legend.Entry(
              LineTint.sample(Token.RETIRED, scale.width(rate), Pattern.PLAIN),
              Unit.BITS_PER_SECOND.format(rate)));
    }
    widths.add(
        new Legend.Entry(
            LineTint.sample(Token.RETIRED, UNKNOWN_WIDTH, Pattern.UNKNOWN), "no estimate"));
    List<Legend.Entry> loads = new ArrayList<>();
    for (LoadLevel level :
        List.of(
            LoadLevel.LOW,
            LoadLevel.MEDIUM,
            LoadLevel.HIGH,
            LoadLevel.OVER,
            LoadLevel.UNCOMPARED)) {
      loads.add(
          new Legend.Entry(
              LineTint.sample(level.token(), 6, level.pattern()), level.text(ceiling)));
    }
    String years =
        Unit.YEARS.format(study.parameters().get(SizingParameter.YEARS)).replace(".0", "");
    return new Legend(
        "Throughput",
        remarks(),
        List.of(
            new Legend.Column("Busiest hour today", widths),
            new Legend.Column("Load of firewall in " + years, loads)));
  }

  private List<String> remarks() {
    List<CentralSizing> fitted = fitted();
    List<CentralSizing> none =
        study.central().stream().filter(each -> each.choice().isEmpty()).toList();
    List<String> remarks = new ArrayList<>();
    if (study.central().isEmpty() && !study.flows().isEmpty()) {
      remarks.add("No flow crosses a central firewall: hosts enforce them, or nothing does");
    }
    if (fitted.size() == 1) {
      CentralSizing only = fitted.get(0);
      remarks.add(
          only.point().name()
              + ": "
              + Crossing.missing(only)
              + "; coloured by the tightest fit, "
              + only.choice().orElseThrow().appliance().model());
    } else if (!fitted.isEmpty()) {
      remarks.add(fitted.size() + " firewalls name no appliance; coloured by the tightest fit");
    }
    if (none.size() == 1) {
      remarks.add("No appliance of the catalogue fits " + none.get(0).point().name());
    } else if (!none.isEmpty()) {
      remarks.add("No appliance of the catalogue fits " + none.size() + " firewalls");
    }
    return remarks;
  }

  /** Firewalls whose colour is that of the tightest fit, since the design names no appliance. */
  private List<CentralSizing> fitted() {
    return study.central().stream()
        .filter(each -> each.chosen().isEmpty() && each.choice().isPresent())
        .toList();
  }

  @Override
  public void prepare(List<List<String>> shown) {
    shown.forEach(ids -> lines.computeIfAbsent(ids, this::tint));
  }

  @Override
  public LineTint line(List<Flow> shown) {
    return lines.computeIfAbsent(shown.stream().map(Element::getId).toList(), this::tint);
  }

  @Override
  public BoxTint box(NamedElement element) {
    if (!(element instanceof EnforcementPoint) || !points.containsKey(element.getId())) {
      return null;
    }
    Crossing crossing = points.get(element.getId());
    CentralDemand demand = sizings.get(element.getId()).demand();
    List<String> hint = new ArrayList<>();
    hint.add(
        Unit.BITS_PER_SECOND.format(demand.crossingPeak().bitsPerSecond())
            + " in the busiest hour today, "
            + Unit.BITS_PER_SECOND.format(demand.crossingNeed().bitsPerSecond())
            + " with bursts and growth");
    hint.addAll(crossing.words().stream().map(ThroughputOverlay::owned).toList());
    return new BoxTint(
        crossing.level() == LoadLevel.UNCOMPARED ? null : Paint.of(crossing.level().token()),
        Double.isNaN(crossing.load()) ? "" : Math.round(100 * crossing.load()) + " %",
        hint);
  }

  /** At the firewall itself its name need not be said. */
  private static String owned(String words) {
    return words.startsWith("Crosses ") ? words.substring(words.indexOf(": ") + 2) : words.strip();
  }

  private LineTint tint(List<String> ids) {
    List<TrafficClass> known = new ArrayList<>();
    Set<Crossing> crossed = new LinkedHashSet<>();
    int counted = 0;
    for (String id : ids) {
      FlowTraffic flow = flows.get(id);
      if (flow != null) {
        counted++;
        crossed.addAll(crossings.getOrDefault(id, Set.of()));
        if (flow.traffic().rate().isKnown()) {
          known.add(flow.traffic());
        }
      }
    }
    if (counted == 0) {
      return new LineTint(
          Paint.of(Token.RETIRED),
          UNKNOWN_WIDTH,
          Pattern.PLAIN,
          "",
          List.of("Permits nothing, so that it carries nothing"));
    }
    LoadLevel level =
        crossed.stream()
            .map(Crossing::level)
            .max(LoadLevel::compareTo)
            .orElse(LoadLevel.UNCOMPARED);
    LineWords words = new LineWords(known, counted, crossed);
    if (known.isEmpty()) {
      return new LineTint(
          Paint.of(Token.RETIRED), UNKNOWN_WIDTH, Pattern.UNKNOWN, "no estimate", words.lines(0));
    }
    double peak =
        known.size() == 1
            ? known.get(0).rate().peak().bitsPerSecond()
            : EstimateCoverage.of(known, study.parameters()).total();
    return new LineTint(
        Paint.of(level.token()),
        scale.width(peak),
        level.pattern(),
        words.figure(peak),
        words.lines(peak));
  }
}
