package org.firebreak.exports.nsx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.RolloutPhase;
import org.firebreak.core.policy.RolloutPlan;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.FolderFiles;
import org.firebreak.exports.HostsReadBack;
import org.firebreak.exports.RandomDesign;
import org.firebreak.model.Design;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.Segmentation;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Tenant;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Changes of connections between projects, whose ends no call changes together. Calls are replayed
 * forward and back.
 */
class NsxProjectsChangesTest {
  private static final CompileOptions OPTIONS = CompileOptions.on(LocalDate.of(2026, 1, 1));

  @TempDir Path folder;

  private final DesignBuilder builder = new DesignBuilder("shop", StrategyKind.MICRO);

  private Map<String, String> export(CompiledPolicy policy, String name) throws Exception {
    HostsReadBack.readBack(folder.resolve(name), policy, "nsx", Map.of());
    FolderFiles files = new FolderFiles(folder.resolve(name).resolve("nsx"));
    Map<String, String> content = new TreeMap<>();
    for (String path : files.paths()) {
      content.put(path, Files.readString(files.folder().resolve(path)));
    }
    return content;
  }

  private void walk(CompiledPolicy old, Map<String, String> from, CompiledPolicy wanted)
      throws Exception {
    Map<String, String> to = export(wanted, "b");
    ChangeWalk.check(old, from, to);
    ChangeWalk.check(wanted, to, from);
  }

  /** Two tenants with a server each, and servers of nobody. */
  private Design shop() {
    for (String name : List.of("blue", "red")) {
      Tenant tenant = NewElements.tenant(name);
      tenant.setId("tenant-" + name);
      builder.design().getTenants().add(tenant);
      Zone zone = builder.zone(name);
      zone.setTenant(tenant);
      for (String role : List.of("web", "db")) {
        ServerGroup group = builder.group(zone, name + "-" + role);
        for (int i = 1; i <= 2; i++) {
          builder.server(
              group,
              name + "-" + role + i,
              "10." + name.length() + "." + role.length() + "." + i,
              "2001:db8:" + name.length() + ":" + role.length() + "::" + i);
        }
      }
    }
    Zone common = builder.zone("common");
    builder.server(builder.group(common, "common-dns"), "dns1", "10.0.0.1", "2001:db8::1");
    builder.server(builder.group(common, "common-log"), "log1", "10.0.0.2");
    builder.external("*", "0.0.0.0/0", "::/0");
    builder.flow("blue-web", "common-dns", "tcp/443");
    builder.flow("blue-web", "blue-db", "tcp/443,8000-8100");
    builder.flow("common-log", "blue-db", "udp/514");
    builder.flow("red-web", "common-dns", "udp/53");
    return builder.design();
  }

  private enum FlowChange {
    SERVICE {
      @Override
      void make(NsxProjectsChangesTest test, Flow flow) {
        flow.getServices().clear();
        flow.getServices().add(test.builder.service("tcp/22"));
      }
    },
    SOURCE {
      @Override
      void make(NsxProjectsChangesTest test, Flow flow) {
        flow.setSource(test.builder.end("blue-db"));
      }
    },
    DESTINATION {
      @Override
      void make(NsxProjectsChangesTest test, Flow flow) {
        flow.setDestination(test.builder.end("common-log"));
      }
    },
    ACTION {
      @Override
      void make(NsxProjectsChangesTest test, Flow flow) {
        flow.setState(FlowState.RETIRED);
      }
    };

    abstract void make(NsxProjectsChangesTest test, Flow flow);
  }

  @ParameterizedTest
  @CsvSource({"SERVICE", "SOURCE", "DESTINATION", "ACTION"})
  void flowBetweenProjectsChangesAtBothEnds(FlowChange change) throws Exception {
    Design design = shop();
    CompiledPolicy old = PolicyCompiler.compile(design, OPTIONS);
    Map<String, String> from = export(old, "a");
    change.make(this, design.getFlows().get(0));
    CompiledPolicy wanted = PolicyCompiler.compile(design, OPTIONS);
    walk(old, from, wanted);
  }

  /** While one end still only logs, the other must not do so already. */
  @ParameterizedTest
  @CsvSource({"blue, red", "red, blue", "blue, common", "common, red"})
  void enforcementMovesFromOneEndToTheOther(String first, String second) throws Exception {
    Design design = shop();
    CompiledPolicy old = PolicyCompiler.compile(design, monitored(first));
    Map<String, String> from = export(old, "a");
    walk(old, from, PolicyCompiler.compile(design, monitored(second)));
  }

  private CompileOptions monitored(String zone) {
    return OPTIONS.withRollout(
        RolloutPlan.ENFORCED.with(builder.end(zone).getId(), RolloutPhase.MONITOR));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void flowsAndPhasesChangeEverywhere(long seed) throws Exception {
    Random random = new Random(seed);
    Design design = RandomDesign.withTenants(StrategyKind.MICRO, 60, seed);
    CompiledPolicy old = PolicyCompiler.compile(design, phases(design, random));
    Map<String, String> from = export(old, "a");
    List<Flow> flows = design.getFlows();
    for (int i = 0; i < 10; i++) {
      Flow flow = flows.get(random.nextInt(flows.size()));
      Flow other = flows.get(random.nextInt(flows.size()));
      switch (random.nextInt(4)) {
        case 0 -> flow.setDestination(other.getDestination());
        case 1 -> flow.setSource(other.getSource());
        case 2 -> flow.getServices().addAll(other.getServices());
        default -> flow.setState(FlowState.RETIRED);
      }
    }
    walk(old, from, PolicyCompiler.compile(design, phases(design, random)));
  }

  private static CompileOptions phases(Design design, Random random) {
    RolloutPlan plan = RolloutPlan.ENFORCED;
    for (Zone zone : design.getZones()) {
      RolloutPhase[] phases = RolloutPhase.values();
      plan = plan.with(zone.getId(), phases[random.nextInt(phases.length)]);
      for (ServerGroup group : zone.getGroups()) {
        if (random.nextInt(4) == 0) {
          plan = plan.with(group.getId(), phases[random.nextInt(phases.length)]);
        }
      }
    }
    return OPTIONS.withRollout(plan);
  }

  /** One end has rules in the old bundle alone, the other in the new one alone. */
  @ParameterizedTest
  @CsvSource({
    "blue, red",
    "blue, common",
    "red, common",
    "blue-web, blue",
    "'blue red', red",
    "'blue-web red-db', 'blue-db red-web'",
    "'blue red-web', 'red common'"
  })
  void enforcedServersChange(String before, String after) throws Exception {
    shop();
    CompiledPolicy old = compileMicro(before);
    Map<String, String> from = export(old, "a");
    walk(old, from, compileMicro(after));
  }

  private CompiledPolicy compileMicro(String prefixes) {
    for (Zone zone : builder.design().getZones()) {
      for (ServerGroup group : zone.getGroups()) {
        boolean micro = Stream.of(prefixes.split(" ")).anyMatch(group.getName()::startsWith);
        group.setSegmentation(micro ? Segmentation.MICRO : Segmentation.GROUP);
      }
    }
    return PolicyCompiler.compile(builder.design(), OPTIONS);
  }

  /** A VM that a project gets permits less than one that another project no longer holds back. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void newVmIsTaggedBeforeOthersPermit(boolean monitored) throws Exception {
    Design design = shop();
    builder.flow("*", "red-web", "tcp/80");
    CompiledPolicy old = PolicyCompiler.compile(design, OPTIONS);
    Map<String, String> from = export(old, "a");
    builder.server((ServerGroup) builder.end("red-web"), "red-web3", "10.3.3.3");
    CompileOptions options = monitored ? monitored("blue") : OPTIONS;
    CompiledPolicy wanted = PolicyCompiler.compile(design, options);
    Map<String, String> to = export(wanted, "b");
    ChangeWalk.check(wanted, from, to);
    ChangeWalk.check(wanted, to, from);
  }
}
