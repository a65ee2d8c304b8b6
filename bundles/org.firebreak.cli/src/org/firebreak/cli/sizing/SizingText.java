package org.firebreak.cli.sizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.firebreak.cli.io.Texts;
import org.firebreak.core.sizing.ApplianceCheck;
import org.firebreak.core.sizing.BoundaryLoad;
import org.firebreak.core.sizing.CentralSizing;
import org.firebreak.core.sizing.Elephant;
import org.firebreak.core.sizing.Figure;
import org.firebreak.core.sizing.HostLoad;
import org.firebreak.core.sizing.HostPlatform;
import org.firebreak.core.sizing.HostSizing;
import org.firebreak.core.sizing.LinkLoad;
import org.firebreak.core.sizing.SensitiveInput;
import org.firebreak.core.sizing.SizingParameter;
import org.firebreak.core.sizing.SizingParameters;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.core.sizing.Unit;
import org.firebreak.core.sizing.YearLoad;

/** A sizing study for a terminal: the gist, and all of it. */
public final class SizingText {
  private static final int MOST = 10;

  private final SizingStudy study;
  private final List<String> lines = new ArrayList<>();

  /**
   * Words for a study.
   *
   * @param study the study
   */
  public SizingText(SizingStudy study) {
    this.study = study;
  }

  /** A line for each firewall, one for the hosts, one for what is missing. */
  public List<String> gist() {
    lines.clear();
    for (CentralSizing sizing : study.central()) {
      line(
          sizing.point().name()
              + ": needs "
              + rate(sizing.demand().need().bitsPerSecond())
              + " of inspected throughput; "
              + choice(sizing));
    }
    study
        .hosts()
        .ifPresent(
            hosts ->
                line("Hosts: the busiest needs " + rate(hosts.demand().need().bitsPerSecond())));
    if (!study.missing().isEmpty()) {
      line(
          Texts.count(study.missing().size(), "flow")
              + " of "
              + study.flows().size()
              + " without a full estimate; the figures are lower bounds");
    }
    if (study.coverage().guessedShare() > 0) {
      line(study.coverage().text());
    }
    return List.copyOf(lines);
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

  /** Everything that the study knows. */
  public List<String> all() {
    lines.clear();
    for (CentralSizing sizing : study.central()) {
      central(sizing);
    }
    study.hosts().ifPresent(this::hosts);
    title("Zone boundaries, coincident peak today");
    some(study.boundaries()).forEach(this::boundary);
    title("Fabric");
    line(
        "  "
            + rate(study.fabric().demand().bitsPerSecond())
            + " of demand becomes "
            + rate(study.fabric().load().bitsPerSecond())
            + " ("
            + Unit.FACTOR.format(study.fabric().factor().value())
            + ")");
    title("Estimates");
    line("  " + study.coverage().text());
    some(study.missing())
        .forEach(each -> line("  " + each.name() + ": no " + String.join(", ", each.figures())));
    more(study.missing().size());
    title("Parameters");
    for (SizingParameters.Setting each : study.parameters().settings()) {
      line(
          "  "
              + each.parameter().key()
              + " = "
              + each.text()
              + (each.isDefault()
                  ? " (default)"
                  : each.source().isEmpty() ? "" : " (" + each.source() + ")"));
    }
    title("Assumptions");
    study.assumptions().forEach(each -> line("  " + each));
    return List.copyOf(lines);
  }

  private void central(CentralSizing sizing) {
    title(sizing.point().name() + " (" + sizing.redundancy().text() + ")");
    sizing.demand().figures().forEach(this::figure);
    line(
        "  Policy: "
            + Texts.count(sizing.size().rules(), "rule")
            + ", "
            + Texts.count(sizing.size().addressObjects(), "address object")
            + ", "
            + Texts.count(sizing.size().zones(), "zone"));
    sizing.links().forEach(this::link);
    sizing.choice().ifPresent(this::check);
    sizing.years().forEach(this::year);
    title("  Carry it, fewest units and tightest fit first");
    some(sizing.recommendation().ranked()).forEach(this::candidate);
    more(sizing.recommendation().ranked().size());
    title("  Need a vendor test");
    some(sizing.recommendation().needsVendorTest())
        .forEach(each -> line("    " + each.appliance().name() + ": " + first(each)));
    more(sizing.recommendation().needsVendorTest().size());
    title("  Do not carry it, nearest miss first");
    some(sizing.recommendation().inadequate())
        .forEach(each -> line("    " + each.appliance().name() + ": " + first(each)));
    more(sizing.recommendation().inadequate().size());
    title("  Elephants, and what exempting each saves");
    sizing.elephants().forEach(this::elephant);
    decisive(sizing.sensitivity());
  }

  private void decisive(List<? extends SensitiveInput> inputs) {
    title(
        "  Inputs that change the choice by "
            + Unit.SHARE.format(study.parameters().get(SizingParameter.SENSITIVITY)));
    List<? extends SensitiveInput> decisive =
        inputs.stream().filter(SensitiveInput::changesTheChoice).toList();
    for (SensitiveInput input : decisive) {
      line("    " + input.label() + ": less " + input.lowerText());
      line("      more " + input.higherText());
    }
    if (decisive.isEmpty()) {
      line("    none");
    }
  }

  private static String first(ApplianceCheck check) {
    return check.reasons().isEmpty() ? check.verdict().label() : check.reasons().get(0);
  }

  private void check(ApplianceCheck check) {
    line("  " + check.appliance().name() + " " + verdict(check));
    check.binding().ifPresent(binding -> line("    binding: " + binding.text()));
    check
        .firstOutgrown(study.parameters())
        .ifPresent(
            outgrown ->
                line(
                    "    outgrown "
                        + (outgrown.year().years() <= 0
                            ? "already"
                            : "after " + Unit.YEARS.format(outgrown.year().years()))
                        + " by "
                        + outgrown.dimension().label()));
  }

  private void year(YearLoad year) {
    line(
        "    year "
            + year.year()
            + ": "
            + rate(year.need().bitsPerSecond())
            + ", "
            + Unit.CONNECTIONS_PER_SECOND.format(year.connections().perSecond())
            + ", "
            + Unit.SESSIONS.format(year.sessions().sessions())
            + (Double.isNaN(year.pressure())
                ? ""
                : "; "
                    + Unit.SHARE.format(year.utilisation())
                    + " loaded, "
                    + Unit.SHARE.format(year.pressure())
                    + " of its ceiling"));
  }

  private void link(LinkLoad link) {
    line(
        "  Link "
            + link.link().name()
            + ": "
            + (link.utilisation().isPresent()
                ? rate(link.need().get().bitsPerSecond())
                    + " of "
                    + rate(link.bandwidth().get().bitsPerSecond())
                    + " per direction, "
                    + Unit.SHARE.format(link.utilisation().getAsDouble())
                : "no bandwidth stated"));
  }

  private void candidate(ApplianceCheck check) {
    line(
        "    "
            + check.redundancy().text()
            + ", "
            + check.appliance().name()
            + (check.appliance().own() ? " (own entry)" : "")
            + ": "
            + Unit.SHARE.format(check.headroom())
            + " headroom, confidence "
            + check.appliance().confidence().name().toLowerCase(Locale.ROOT));
  }

  private void elephant(Elephant elephant) {
    line(
        "    "
            + elephant.flow().name()
            + ": "
            + rate(elephant.ratedWith().bitsPerSecond())
            + " of datasheet throughput with it, "
            + rate(elephant.ratedWithout().bitsPerSecond())
            + " without, saves "
            + rate(elephant.saves().bitsPerSecond()));
  }

  private void hosts(HostSizing hosts) {
    title("Hosts");
    hosts.figures().forEach(this::figure);
    title("  Busiest hosts today");
    for (HostLoad load : some(hosts.loads())) {
      line(
          "    "
              + load.name()
              + ": "
              + rate(load.peak().bitsPerSecond())
              + ", "
              + Texts.count(load.servers(), "server")
              + ", "
              + Texts.count(load.rules(), "rule"));
    }
    more(hosts.loads().size());
    decisive(hosts.sensitivity());
    title("  Platforms");
    for (HostPlatform platform : hosts.platforms()) {
      line("    " + platform.appliance().name() + ": " + platform.binding().text());
    }
  }

  private void boundary(BoundaryLoad load) {
    line(
        "  "
            + load.from().name()
            + " → "
            + load.to().name()
            + ": "
            + (load.load().isKnown()
                ? rate(load.coincidentPeak().bitsPerSecond())
                : "no throughput stated")
            + ", sum of peaks "
            + rate(load.sumOfPeaks().bitsPerSecond())
            + ", "
            + Texts.count(load.flows().size(), "flow"));
  }

  private void figure(Figure figure) {
    line("  " + figure.label() + ": " + figure.text());
  }

  private void title(String title) {
    line(title + ":");
  }

  private static <T> List<T> some(List<T> all) {
    return all.subList(0, Math.min(MOST, all.size()));
  }

  private void more(int all) {
    if (all > MOST) {
      line("    and " + (all - MOST) + " more");
    }
  }

  private void line(String line) {
    lines.add(line);
  }

  private static String rate(double bitsPerSecond) {
    return Unit.BITS_PER_SECOND.format(bitsPerSecond);
  }
}
