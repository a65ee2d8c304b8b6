package org.firebreak.core.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.firebreak.core.sizing.TrafficDesign.GIGA;

import java.time.LocalDate;
import java.util.List;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.sizing.units.BitRate;
import org.firebreak.model.Confidence;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.FigureSource;
import org.firebreak.model.FirebreakFactory;
import org.firebreak.model.Flow;
import org.firebreak.model.Link;
import org.firebreak.model.ParameterSetting;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.Test;

/** Boundaries, hosts, links, coverage, parameters and sensitivity of a study. */
class StudyPartsTest {

  private final WorkedExampleDesign example = new WorkedExampleDesign();

  private BoundaryLoad boundary(SizingStudy study, String from, String to) {
    return study.boundaries().stream()
        .filter(each -> each.from().name().equals(from) && each.to().name().equals(to))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aZoneBoundaryHasTheCoincidentPeakOfItsFlows() {
    SizingStudy study = example.study(StrategyKind.GROUP);
    assertThat(study.boundaries()).hasSize(3);
    // F2 by day 5.0, F7 by night 2.5: their sum peaks by day at 5.1.
    BoundaryLoad across = boundary(study, "front", "back");
    assertThat(across.coincidentPeak().bitsPerSecond() / GIGA).isCloseTo(5.1, within(1e-9));
    assertThat(across.sumOfPeaks().bitsPerSecond() / GIGA).isCloseTo(7.5, within(1e-9));
    assertThat(across.coincidence().value()).isCloseTo(0.68, within(1e-9));
    assertThat(across.load().length()).isEqualTo(24);
    assertThat(across.load().at(0).bitsPerSecond() / GIGA).isCloseTo(3.25, within(1e-9));
    assertThat(across.flows())
        .extracting(part -> part.flow().traffic().id())
        .containsExactly(example.f2.getId(), example.f7.getId());
    assertThat(across.centralShare()).isEqualTo(1);
    assertThat(across.need(study.parameters()).bitsPerSecond() / GIGA)
        .isCloseTo(5.1 * 1.3 * 2.48832, within(1e-6));
    BoundaryLoad inside = boundary(study, "front", "front");
    assertThat(inside.isInside()).isTrue();
    assertThat(inside.coincidentPeak().bitsPerSecond() / GIGA).isCloseTo(9.6, within(1e-9));
    assertThat(study.boundaries().get(0)).isSameAs(boundary(study, "back", "back"));
  }

  @Test
  void boundariesAddUpToAllTraffic() {
    SizingStudy study = example.study(StrategyKind.HYBRID);
    double atNoon =
        study.boundaries().stream().mapToDouble(each -> each.load().at(12).bitsPerSecond()).sum();
    assertThat(atNoon / GIGA).isCloseTo(19.3, within(1e-9));
  }

  @Test
  void eachHostHasTheLoadOfItsServers() {
    HostSizing hosts = example.hosts();
    assertThat(hosts.loads()).hasSize(8);
    assertThat(hosts.loads().stream().mapToInt(HostLoad::servers).sum()).isEqualTo(26);
    // A web server, two application servers and a backup server, by night.
    double web = 0.9 / 8 + 2 * 0.09 / 8 + 2.5 / 20;
    double app = 0.9 / 12 + 0.75 / 12 + 2 * 0.45 / 12 + 2.5 / 20;
    double backup = 9.0 / 2 + 2.5 / 2;
    HostLoad busiest = hosts.busiest().orElseThrow();
    assertThat(busiest.name()).isEqualTo("esx0");
    assertThat(busiest.servers()).isEqualTo(4);
    assertThat(busiest.peak().bitsPerSecond() / GIGA)
        .isCloseTo(web + 2 * app + backup, within(1e-9));
    assertThat(busiest.rules()).isPositive();
    double connections =
        hosts.loads().stream().mapToDouble((HostLoad each) -> each.connections().perSecond()).sum();
    assertThat(connections)
        .isCloseTo(hosts.demand().connections().value().perSecond(), within(1e-6));
    double sessions =
        hosts.loads().stream().mapToDouble((HostLoad each) -> each.sessions().sessions()).sum();
    assertThat(sessions).isCloseTo(hosts.demand().sessions().value().sessions(), within(1e-6));
  }

  /** Two pairs: the first database server is at both, each of the others at one of them. */
  @Test
  void aServerHasNoTrafficWithItselfWhereItsGroupTalksToIt() {
    example.design.getFlows().removeIf(flow -> flow != example.f4);
    ServerGroup db = (ServerGroup) example.f4.getSource();
    db.getServers().remove(3);
    example.f4.setDestination(db.getServers().get(0));
    for (Server server : db.getServers()) {
      server.setHypervisorHost(server.getName());
    }
    List<HostLoad> loads = example.hosts().loads();
    assertThat(loads)
        .filteredOn(host -> host.peak().bitsPerSecond() > 0)
        .extracting(HostLoad::name)
        .containsExactly("db1", "db2", "db3");
    assertThat(loads.get(0).peak().bitsPerSecond() / GIGA).isCloseTo(4.5, within(1e-9));
    assertThat(loads.get(1).peak().bitsPerSecond() / GIGA).isCloseTo(4.5 / 2, within(1e-9));
  }

  @Test
  void aHostThatCarriesMoreThanTheImbalanceCounts() {
    for (Flow flow : List.of(example.f4, example.f5)) {
      ((ServerGroup) flow.getSource())
          .getServers()
          .forEach(server -> server.setHypervisorHost("esx0"));
    }
    HostSizing hosts = example.hosts();
    HostLoad busiest = hosts.busiest().orElseThrow();
    assertThat(busiest.name()).isEqualTo("esx0");
    assertThat(busiest.peak().bitsPerSecond() / GIGA).isGreaterThan(7.72 + 6);
    assertThat(hosts.demand().perHost().bitsPerSecond())
        .isCloseTo(busiest.peak().bitsPerSecond(), within(1.0));
  }

  @Test
  void aServerWithoutHypervisorIsItsOwnHostEvenIfItsNameIsNotItsOwn() {
    example
        .design
        .eAllContents()
        .forEachRemaining(
            each -> {
              if (each instanceof Server server) {
                server.setHypervisorHost(null);
                server.setName("same");
              }
            });
    assertThat(example.hosts().loads()).hasSize(26);
    assertThat(example.hosts().demand().hosts()).isEqualTo(26);
  }

  @Test
  void aFilterTakesCoresForPacketsAndFirstPackets() {
    SizingParameters simple =
        SizingParameters.defaults()
            .with(SizingParameter.PACKET_TIME, 1000)
            .with(SizingParameter.SET_TIME, 0);
    HostSizing hosts = example.study(StrategyKind.MICRO, simple).hosts().orElseThrow();
    double packets = hosts.demand().packetNeed().value().perSecond();
    assertThat(hosts.filter().cores().count()).isCloseTo(packets * 1e-6, within(1e-9));
    HostSizing offloaded =
        example
            .study(StrategyKind.MICRO, simple.with(SizingParameter.OFFLOAD, 0.75))
            .hosts()
            .orElseThrow();
    assertThat(offloaded.filter().cores().count()).isCloseTo(packets * 1e-6 / 4, within(1e-9));
    assertThat(offloaded.filter().coresWithoutOffload().count())
        .isEqualTo(hosts.filter().cores().count());
    assertThat(offloaded.virtualFirewalls().get(0).instances())
        .isLessThan(offloaded.virtualFirewalls().get(0).withoutOffload());
    SizingParameters linear =
        simple.with(SizingParameter.LINEAR_RULES, 1).with(SizingParameter.RULE_TIME, 10);
    HostSizing slow = example.study(StrategyKind.MICRO, linear).hosts().orElseThrow();
    assertThat(slow.filter().cores().count() - hosts.filter().cores().count())
        .isCloseTo(
            hosts.demand().connectionNeed().value().perSecond() * hosts.largestRuleSet() * 10e-9,
            within(1e-9));
    assertThat(hosts.filter().memory().bytes()).isCloseTo(388_158 * 320.0, within(320.0));
  }

  @Test
  void linksShareTheTrafficByTheirBandwidth() {
    EnforcementPoint pair = NewElements.enforcementPoint("Core", EnforcementKind.CENTRAL);
    pair.getLinks().add(link("fast", 100 * GIGA, 1));
    pair.getLinks().add(link("slow", 10 * GIGA, 2));
    example.design.getEnforcementPoints().add(pair);
    CentralSizing sizing = example.central();
    assertThat(sizing.links())
        .extracting(each -> each.link().name())
        .containsExactly("fast", "slow");
    LinkLoad slow = sizing.links().get(1);
    assertThat(slow.bandwidth()).hasValue(BitRate.ofGiga(20));
    assertThat(slow.need().orElseThrow().bitsPerSecond())
        .isCloseTo(sizing.demand().crossingNeed().bitsPerSecond() / 6, within(1.0));
    assertThat(slow.utilisation().orElseThrow())
        .isCloseTo(sizing.links().get(0).utilisation().orElseThrow(), within(1e-9));
    pair.getLinks().get(0).setBitsPerSecond(null);
    assertThat(example.central().links()).allMatch(each -> each.utilisation().isEmpty());
  }

  private static Link link(String name, double rate, int members) {
    Link link = FirebreakFactory.eINSTANCE.createLink();
    link.setName(name);
    link.setBitsPerSecond(rate);
    link.setMembers(members);
    return link;
  }

  @Test
  void twoArmsTakeAtLeastHalf() {
    LinkDemand links =
        LinkDemand.of(
            new BitRate(35 * GIGA),
            SizingParameters.defaults().with(SizingParameter.LARGER_DIRECTION, 0.5));
    assertThat(links.perDirection().bitsPerSecond() / GIGA).isCloseTo(50, within(1e-9));
    assertThat(links.perArm().bitsPerSecond() / GIGA).isCloseTo(25, within(1e-9));
    assertThat(links.armOptions().get(0).text()).isEqualTo("3 × 10G");
    assertThat(links.leafUplinks().bitsPerSecond()).isEqualTo(links.perDirection().bitsPerSecond());
  }

  @Test
  void theGuessedShareCountsBitsNotFlows() {
    example.design.getFlows().forEach(flow -> flow.setEstimateConfidence(Confidence.MEASURED));
    example.f1.setEstimateConfidence(Confidence.GUESSED);
    example.f2.setPeakBitsPerSecond(null);
    EstimateCoverage coverage = example.study(StrategyKind.GROUP).coverage();
    // By day 14.3 Gbit/s without F2, of which F1 is 6.0.
    assertThat(coverage.guessedShare()).isCloseTo(6.0 / 14.3, within(1e-9));
    assertThat(coverage.share(Confidence.MEASURED)).isCloseTo(8.3 / 14.3, within(1e-9));
    assertThat(coverage.withoutThroughput()).isEqualTo(1);
    assertThat(coverage.text()).contains("42.0 %", "1 of 7 flows state no throughput");
  }

  @Test
  void theSourceOfASingleFigureGoesBeforeThatOfTheEstimate() {
    example.f1.setEstimateConfidence(Confidence.GUESSED);
    example.f1.setEstimateSource("rule of thumb");
    FigureSource peak = FirebreakFactory.eINSTANCE.createFigureSource();
    peak.setFigure("peakBitsPerSecond");
    peak.setSource("interface counters");
    peak.setConfidence(Confidence.MEASURED);
    example.f1.getFigureSources().add(peak);
    SizingStudy study = example.study(StrategyKind.GROUP);
    Provenance provenance = study.flows().get(0).traffic().provenance();
    assertThat(provenance.of(TrafficFigure.PEAK).source()).isEqualTo("interface counters");
    assertThat(provenance.of(TrafficFigure.CONNECTIONS).source()).isEqualTo("rule of thumb");
    assertThat(study.coverage().share(Confidence.MEASURED)).isPositive();
  }

  @Test
  void aBusyHourMakesAPeakAmongAverages() {
    example.f1.setHourlyProfile(List.of());
    example.f1.setBusyHour(3);
    example.f1.setAverageBitsPerSecond(1 * GIGA);
    RateProfile rate = example.study(StrategyKind.GROUP).flows().get(0).traffic().rate();
    assertThat(rate.length()).isEqualTo(24);
    assertThat(rate.at(3).bitsPerSecond()).isEqualTo(6 * GIGA);
    assertThat(rate.at(4).bitsPerSecond()).isEqualTo(1 * GIGA);
    assertThat(rate.busiestBin()).isEqualTo(3);
    example.f1.setAverageBitsPerSecond(null);
    assertThat(example.study(StrategyKind.GROUP).missing())
        .flatExtracting(MissingEstimate::figures)
        .containsExactly("average throughput (the peak is used outside the busy hour too)");
    example.f1.setBusyHour(24);
    assertThat(example.study(StrategyKind.GROUP).missing())
        .flatExtracting(MissingEstimate::figures)
        .containsExactly("busy hour (24 is not 0 to 23; the peak is used at all hours)");
  }

  @Test
  void thePercentileTellsTheTrendAndNeverTheNeed() {
    CentralDemand before = example.central().demand();
    example.f1.setHourlyProfile(List.of());
    example.f1.setPercentile95BitsPerSecond(2 * GIGA);
    CentralDemand after = example.central().demand();
    assertThat(after.coincidentPeak().bitsPerSecond())
        .isGreaterThanOrEqualTo(before.coincidentPeak().bitsPerSecond());
    // By night F5 9.0, F7 2.5, F2 0.75 and F1 at its percentile.
    assertThat(after.trend().percentile95().bitsPerSecond() / GIGA).isCloseTo(14.25, within(1e-9));
    assertThat(after.load().peak().bitsPerSecond() / GIGA).isCloseTo(18.25, within(1e-9));
  }

  @Test
  void theLargestConnectionDecidesWhetherOneCoreIsEnough() {
    example.f5.setLargestConnectionBitsPerSecond(8 * GIGA);
    CentralDemand demand = example.central().demand();
    assertThat(demand.fastestConnection().orElseThrow().id()).isEqualTo(example.f5.getId());
    assertThat(demand.fastestConnection().orElseThrow().fastestConnection())
        .hasValue(BitRate.ofGiga(8));
    assertThat(
            WorkedExample.check("Azure Firewall Premium", demand)
                .measure(Dimension.SINGLE_CONNECTION)
                .verdict())
        .isEqualTo(Measure.Outcome.FAIL);
  }

  @Test
  void parametersOfTheDesignReplaceDefaultsAndKeepTheirSource() {
    set("growth", 0, "contract");
    SizingStudy study = example.study(StrategyKind.GROUP);
    assertThat(study.central().get(0).demand().need().bitsPerSecond() / GIGA)
        .isCloseTo(13.15 * 1.3, within(1e-9));
    SizingParameters.Setting growth =
        study.parameters().settings().stream()
            .filter(each -> each.parameter() == SizingParameter.GROWTH)
            .findFirst()
            .orElseThrow();
    assertThat(growth.isDefault()).isFalse();
    assertThat(growth.source()).isEqualTo("contract");
    set("growth", 0.1, "");
    assertThatThrownBy(() -> SizingParameters.of(example.design))
        .hasMessageContaining("growth: the design sets it twice");
  }

  @Test
  void aParameterThatCannotBeUsedIsLeftOutAndNamed() {
    set("speed", 1, "");
    set("growth", 0, "");
    SizingStudy study =
        SizingStudy.of(
            example.design,
            PolicyCompiler.compile(example.design, CompileOptions.on(LocalDate.of(2026, 11, 23))));
    assertThat(study.parameters().get(SizingParameter.GROWTH)).isZero();
    assertThat(study.assumptions().get(0))
        .startsWith("A sizing parameter of the design is left out: no sizing parameter speed");
  }

  private void set(String key, double value, String source) {
    ParameterSetting setting = FirebreakFactory.eINSTANCE.createParameterSetting();
    setting.setKey(key);
    setting.setValue(value);
    setting.setSource(source);
    example.design.getSizingParameters().add(setting);
  }

  @Test
  void sensitivityNamesTheInputsThatChangeTheChoice() {
    example.exemptBackup();
    CentralSizing sizing = example.central();
    List<Sensitivity> rows = sizing.sensitivity();
    Sensitivity burst = row(rows, "burst");
    assertThat(burst.changesTheChoice()).isTrue();
    assertThat(burst.swing()).isCloseTo(0.2, within(1e-9));
    // 1.3 · 0.8 is 1.04, and 1.3 · 1.2 is 1.56.
    assertThat(burst.lower().rated().bitsPerSecond())
        .isCloseTo(sizing.demand().ratedThroughput().bitsPerSecond() * 0.8, within(1.0));
    assertThat(row(rows, "linger").changesTheChoice()).isFalse();
    assertThat(row(rows, "flows.throughput").swing()).isCloseTo(0.2, within(1e-9));
    assertThat(row(rows, "flow." + example.f1.getId()).swing())
        .isCloseTo(0.2 * 6 / 11, within(1e-9));
    assertThat(rows.stream().map(Sensitivity::changesTheChoice).toList())
        .isSortedAccordingTo((a, b) -> Boolean.compare(b, a));
    assertThat(sizing.sensitivity()).isEqualTo(rows);
  }

  @Test
  void scalingOneFlowIsTheSameAsReckoningAnew() {
    CentralSizing sizing = example.central();
    Sensitivity f5 = row(sizing.sensitivity(), "flow." + example.f5.getId());
    example.f5.setPeakBitsPerSecond(9 * GIGA * 1.2);
    assertThat(f5.higher().rated().bitsPerSecond())
        .isCloseTo(example.central().demand().ratedThroughput().bitsPerSecond(), within(1.0));
    assertThat(f5.higher().best())
        .isEqualTo(example.central().recommendation().best().map(ApplianceCheck::appliance));
  }

  private static Sensitivity row(List<Sensitivity> rows, String key) {
    return rows.stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
  }

  @Test
  void sensitivityOfTheHostsNamesInstancesProcessorsAndLimits() {
    HostSizing hosts = example.hosts();
    List<HostSensitivity> rows = hosts.sensitivity();
    HostSensitivity ceiling =
        rows.stream().filter(each -> each.key().equals("utilisation")).findFirst().orElseThrow();
    HostSizing less =
        example
            .study(
                StrategyKind.MICRO,
                SizingParameters.defaults().with(SizingParameter.UTILISATION, 0.65 * 0.8))
            .hosts()
            .orElseThrow();
    assertThat(ceiling.lower().firewall()).contains(less.selective().get(0));
    assertThat(ceiling.lower().reserved().count()).isEqualTo(less.reservedProcessors().count());
    assertThat(ceiling.base().reserved().count()).isEqualTo(hosts.reservedProcessors().count());
    assertThat(ceiling.lower().reserved().count()).isGreaterThan(ceiling.base().reserved().count());
    assertThat(ceiling.changesTheChoice()).isTrue();
    HostSensitivity packets =
        rows.stream()
            .filter(each -> each.key().equals("flows.packet-size"))
            .findFirst()
            .orElseThrow();
    assertThat(packets.lower().cores().count()).isGreaterThan(packets.base().cores().count());
    assertThat(packets.lower().reserved().count()).isEqualTo(packets.base().reserved().count());
    HostSensitivity rates =
        rows.stream()
            .filter(each -> each.key().equals("flows.throughput"))
            .findFirst()
            .orElseThrow();
    assertThat(rates.higher().need().bitsPerSecond())
        .isCloseTo(1.2 * hosts.demand().need().bitsPerSecond(), within(1.0));
    assertThat(rates.base().platformsOver())
        .isEqualTo(
            hosts.platforms().stream()
                .filter(each -> !each.fits())
                .map(each -> each.appliance().name())
                .toList());
    assertThat(rates.higher().hostsOver()).isGreaterThanOrEqualTo(rates.base().hostsOver());
    assertThat(rows.stream().map(HostSensitivity::changesTheChoice).toList())
        .isSortedAccordingTo((one, other) -> Boolean.compare(other, one));
  }

  @Test
  void aHostHasTheFlowsOfItsEnforcedServers() {
    example.backup.getServers().forEach(server -> server.setHypervisorHost("vault"));
    CompiledPolicy micro =
        PolicyCompiler.compile(
            example.design,
            CompileOptions.on(TrafficDesign.TODAY).withStrategy(StrategyKind.MICRO));
    assertThat(HostFlows.of(micro, "vault"))
        .containsExactly(example.f5.getId(), example.f7.getId());
    assertThat(HostFlows.of(micro, "esx0")).contains(example.f1.getId(), example.f7.getId());
    CompiledPolicy group =
        PolicyCompiler.compile(
            example.design,
            CompileOptions.on(TrafficDesign.TODAY).withStrategy(StrategyKind.GROUP));
    assertThat(HostFlows.of(group, "vault")).isEmpty();
  }
}
