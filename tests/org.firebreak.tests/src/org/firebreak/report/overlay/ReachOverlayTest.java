package org.firebreak.report.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.reach.AttackPaths;
import org.firebreak.core.reach.AttackPaths.Step;
import org.firebreak.core.reach.BlastRadius;
import org.firebreak.core.reach.ServerRadius;
import org.firebreak.core.reach.Way;
import org.firebreak.model.Design;
import org.firebreak.model.Flow;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.scene.BoxTint;
import org.firebreak.scene.LabShop;
import org.firebreak.scene.LineTint;
import org.firebreak.scene.Overlay;
import org.firebreak.scene.Paint;
import org.firebreak.scene.Token;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReachOverlayTest {
  private final Design design = LabShop.create();
  private CompiledPolicy policy;

  @BeforeEach
  void compile() {
    policy = PolicyCompiler.compile(design, CompileOptions.today());
  }

  @Test
  void serverShowsHowManyItReaches() {
    BlastRadius radius = BlastRadius.of(policy);
    Overlay overlay = BlastRadiusOverlay.of(radius);
    for (ServerRadius each : radius.servers()) {
      BoxTint tint = overlay.box(server(each.server().ref().id()));
      assertThat(tint.figure()).isEqualTo("→ " + each.multiHop());
      double share = (double) each.multiHop() / (radius.servers().size() - 1);
      Token ground =
          share == 0
              ? Token.HEAT_NONE
              : share <= 0.05
                  ? Token.HEAT_SLIGHT
                  : share <= 0.2
                      ? Token.HEAT_FAIR
                      : share <= 0.5 ? Token.HEAT_STRONG : Token.HEAT_FULL;
      assertThat(tint.ground()).isEqualTo(Paint.of(ground));
      assertThat(tint.hint().get(0))
          .isEqualTo(each.multiHop() == 0 ? "Reaches no other server" : tint.hint().get(0))
          .contains(each.multiHop() == 0 ? "no other" : each.direct() + " directly");
    }
  }

  @Test
  void groupHasTheHeatOfItsWorstServer() {
    BlastRadius radius = BlastRadius.of(policy);
    Overlay overlay = BlastRadiusOverlay.of(radius);
    ServerGroup group = (ServerGroup) server("web1", true).eContainer();
    int worst =
        group.getServers().stream()
            .mapToInt(each -> radius.of(each.getId()).orElseThrow().multiHop())
            .max()
            .orElseThrow();
    assertThat(overlay.box(group).figure()).isEqualTo("→ " + worst);
  }

  @Test
  void hopsAreNumberedAndWhatIsNotOnTheWayStandsBack() {
    Server start = server("lb1", true);
    AttackPaths paths = AttackPaths.from(policy, policyServer(start));
    Overlay overlay = AttackPathOverlay.of(paths);
    assertThat(overlay.box(start).figure()).isEqualTo("start");
    assertThat(paths.reached()).isPositive();
    for (List<Step> layer : paths.layers()) {
      for (Step step : layer) {
        BoxTint tint = overlay.box(server(step.server().ref().id()));
        assertThat(tint.figure()).isEqualTo("hop " + step.hops());
        if (step.way() instanceof Way.ByFlow byFlow) {
          LineTint line = overlay.line(List.of(flow(byFlow.flow().id())));
          assertThat(line.figure()).startsWith("hop ");
          assertThat(line.width()).isGreaterThanOrEqualTo(3);
        }
      }
    }
    long back =
        design.getFlows().stream()
            .filter(flow -> overlay.line(List.of(flow)).figure().isEmpty())
            .count();
    assertThat(back).isPositive();
    assertThat(overlay.legend().lines()).anyMatch(line -> line.contains("hop 1: "));
  }

  private PolicyServer policyServer(Server server) {
    return policy.servers().stream()
        .filter(each -> each.ref().id().equals(server.getId()))
        .findFirst()
        .orElseThrow();
  }

  private Flow flow(String id) {
    return design.getFlows().stream()
        .filter(each -> each.getId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private Server server(String id) {
    return server(id, false);
  }

  private Server server(String word, boolean byName) {
    for (var all = design.eAllContents(); all.hasNext(); ) {
      if (all.next() instanceof Server server
          && word.equals(byName ? server.getName() : server.getId())) {
        return server;
      }
    }
    throw new AssertionError("no server " + word);
  }
}
