package org.firebreak.core.sizing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.sizing.units.BitRate;
import org.firebreak.core.sizing.units.Factor;
import org.firebreak.model.Design;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.Flow;
import org.firebreak.model.Link;

/** Turns a design and its compiled policy into traffic at each enforcement point. */
final class SizingModel {

  private final Design design;
  private final CompiledPolicy policy;
  private final SizingParameters parameters;
  private final ApplianceCatalogue catalogue;
  private final Progress progress;

  /** A flow that has been placed. */
  private record Placed(FlowTraffic flow, Placement placement) {}

  private final List<Placed> placed = new ArrayList<>();
  private final Map<ElementRef, List<TrafficClass>> central = new LinkedHashMap<>();
  private final List<HostDemand.Enforced> hosts = new ArrayList<>();
  private final List<TrafficClass> diverted = new ArrayList<>();
  private final List<MissingEstimate> missing = new ArrayList<>();
  private final StudyAssumptions assumptions;

  SizingModel(
      Design design,
      CompiledPolicy policy,
      SizingParameters parameters,
      ApplianceCatalogue catalogue,
      Progress progress) {
    this.progress = progress;
    this.design = design;
    this.policy = policy;
    this.parameters = parameters;
    this.catalogue = catalogue;
    assumptions = new StudyAssumptions(parameters);
  }

  SizingStudy study() {
    progress.begin("Sizing", policy.flows().size());
    placeFlows();
    List<FlowTraffic> flows = placed.stream().map(Placed::flow).toList();
    List<TrafficClass> traffic = flows.stream().map(FlowTraffic::traffic).toList();
    int bins = CommonClock.length(traffic);
    List<CentralSizing> firewalls = centralSizings();
    Optional<HostSizing> hostSizing = hostSizing(bins);
    progress.check();
    return new SizingStudy(
        policy.design(),
        policy.revision(),
        policy.evaluationDate(),
        policy.strategyChoice(),
        parameters,
        flows,
        firewalls,
        hostSizing,
        FabricLoad.of(traffic, diverted, parameters),
        missing,
        assumptions.sentences(),
        boundaries(bins),
        EstimateCoverage.of(traffic, parameters));
  }

  private List<BoundaryLoad> boundaries(int bins) {
    BoundaryBook book = new BoundaryBook(bins, parameters.get(SizingParameter.COINCIDENCE));
    for (Placed each : placed) {
      progress.check();
      book.add(each.flow(), each.placement().zones());
    }
    return book.loads();
  }

  private void placeFlows() {
    Map<String, Flow> byId = new HashMap<>();
    design.getFlows().forEach(flow -> byId.put(flow.getId(), flow));
    PlacementTable placements = new PlacementTable(policy);
    for (PolicyFlow flow : policy.flows()) {
      Flow element = byId.get(flow.ref().id());
      if (element == null) {
        throw new IllegalArgumentException(
            "the policy was not compiled from this design: no flow " + flow.ref().name());
      }
      progress.check();
      place(flow, element, placements.of(flow));
      progress.worked(1);
    }
  }

  private void place(PolicyFlow flow, Flow element, Placement placement) {
    FlowEstimate estimate =
        FlowEstimate.of(element, flow.ref().name(), placement.crossing() > 0, parameters);
    assumptions.note(estimate, placement);
    if (!estimate.missing().isEmpty()) {
      missing.add(new MissingEstimate(flow.ref().id(), flow.ref().name(), estimate.missing()));
    }
    TrafficClass traffic = estimate.traffic();
    placed.add(
        new Placed(
            new FlowTraffic(traffic, placement.anyCentral(), placement.hosts(), placement.unseen()),
            placement));
    placement
        .central()
        .forEach(
            (point, share) ->
                central
                    .computeIfAbsent(point, each -> new ArrayList<>())
                    .add(traffic.share(share)));
    if (placement.anyCentral() > 0) {
      diverted.add(traffic.share(placement.anyCentral()));
    }
    if (placement.oneHost() > 0) {
      hosts.add(new HostDemand.Enforced(traffic.share(placement.oneHost()), 1));
    }
    if (placement.twoHosts() > 0) {
      hosts.add(new HostDemand.Enforced(traffic.share(placement.twoHosts()), 2));
    }
  }

  private List<CentralSizing> centralSizings() {
    Set<ElementRef> points = new LinkedHashSet<>();
    for (RuleSet set : policy.ruleSets()) {
      if (set.kind() == EnforcementKind.CENTRAL) {
        points.add(set.enforcementPoint());
      }
    }
    points.addAll(central.keySet());
    return points.stream().map(this::centralSizing).toList();
  }

  private CentralSizing centralSizing(ElementRef point) {
    progress.check();
    Optional<EnforcementPoint> element =
        design.getEnforcementPoints().stream()
            .filter(each -> point.id().equals(each.getId()))
            .findFirst();
    CentralDemand demand = CentralDemand.of(central.getOrDefault(point, List.of()), parameters);
    PolicySize size = size(point);
    Redundancy redundancy = element.map(this::redundancy).orElse(Redundancy.ACTIVE_PASSIVE_PAIR);
    String model = element.map(EnforcementPoint::getModel).orElse("");
    Optional<ApplianceCheck> chosen =
        catalogue
            .find(model)
            .map(appliance -> ApplianceCheck.of(appliance, demand, size, redundancy));
    if (!model.isBlank() && chosen.isEmpty()) {
      assumptions.add(point.name() + ": the catalogue does not know " + model + ".");
    }
    return new CentralSizing(
        point,
        demand,
        size,
        redundancy,
        chosen,
        model,
        element.flatMap(SizingModel::attached),
        Recommendation.of(catalogue, demand, size, redundancy),
        element.map(each -> links(each, demand)).orElse(List.of()));
  }

  private static List<LinkLoad> links(EnforcementPoint point, CentralDemand demand) {
    Optional<BitRate> all = attached(point);
    return point.getLinks().stream()
        .map(
            link -> {
              if (all.isEmpty() || all.get().bitsPerSecond() <= 0) {
                Optional<BitRate> unknown = Optional.empty();
                return new LinkLoad(ElementRef.of(link), unknown, unknown, unknown);
              }
              double bandwidth = link.getBitsPerSecond() * link.getMembers();
              Factor share = new Factor(bandwidth / all.get().bitsPerSecond());
              return new LinkLoad(
                  ElementRef.of(link),
                  Optional.of(new BitRate(bandwidth)),
                  Optional.of(demand.crossingPeak().times(share)),
                  Optional.of(demand.crossingNeed().times(share)));
            })
        .toList();
  }

  private Redundancy redundancy(EnforcementPoint point) {
    Redundancy.Mode mode =
        switch (point.getHaMode()) {
          case ACTIVE_PASSIVE -> Redundancy.Mode.ACTIVE_PASSIVE;
          case ACTIVE_ACTIVE -> Redundancy.Mode.ACTIVE_ACTIVE;
          case CLUSTER -> Redundancy.Mode.CLUSTER;
          case STANDALONE -> Redundancy.Mode.STANDALONE;
        };
    if (mode == Redundancy.Mode.STANDALONE) {
      return new Redundancy(mode, 1);
    }
    if (point.getUnits() < 2) {
      assumptions.add(
          point.getName() + ": 2 units assumed, since " + mode.label() + " needs that many.");
    }
    return new Redundancy(mode, Math.max(2, point.getUnits()));
  }

  private static Optional<BitRate> attached(EnforcementPoint point) {
    double sum = 0;
    for (Link link : point.getLinks()) {
      if (link.getBitsPerSecond() == null) {
        return Optional.empty();
      }
      sum += link.getBitsPerSecond() * link.getMembers();
    }
    return point.getLinks().isEmpty() ? Optional.empty() : Optional.of(new BitRate(sum));
  }

  private PolicySize size(ElementRef point) {
    int rules = 0;
    Set<String> objects = new HashSet<>();
    for (RuleSet set : policy.ruleSets()) {
      if (set.kind() == EnforcementKind.CENTRAL && set.enforcementPoint().equals(point)) {
        rules += set.rules().size();
        for (Rule rule : set.rules()) {
          count(rule.source(), objects);
          count(rule.destination(), objects);
        }
      }
    }
    int zones =
        (int) policy.endpoints().stream().filter(each -> each.ref().type().equals("Zone")).count();
    return new PolicySize(rules, objects.size(), zones);
  }

  private static void count(AddressGroup group, Set<String> objects) {
    if (!group.isAny() && objects.add("group " + group.name())) {
      group.addresses().ranges().forEach(range -> objects.add(range.toString()));
    }
  }

  private Optional<HostSizing> hostSizing(int bins) {
    int servers = (int) policy.servers().stream().filter(PolicyServer::micro).count();
    if (servers == 0 && hosts.isEmpty()) {
      return Optional.empty();
    }
    HostBook book = new HostBook(bins, parameters);
    for (Placed each : placed) {
      progress.check();
      book.add(each.flow().traffic(), each.placement().ends());
    }
    List<HostLoad> loads = book.loads(policy, progress);
    progress.check();
    int largest =
        policy.ruleSets().stream()
            .filter(set -> set.kind() == EnforcementKind.HOST)
            .mapToInt(set -> set.rules().size())
            .max()
            .orElse(0);
    HostDemand demand = HostDemand.of(hosts, Math.max(1, loads.size()), parameters, loads);
    return Optional.of(HostSizing.of(demand, servers, largest, loads, catalogue));
  }
}
