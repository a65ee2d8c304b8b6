package org.firebreak.core.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.Collectors;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.Test;

/** Firewalls that guard some servers of a group carry what those servers take, and no more. */
class GuardedServersTest {
  private final TrafficDesign words = new TrafficDesign();

  @Test
  void aGroupMayBeDividedAmongFirewalls() {
    ServerGroup clients = words.group("client", 0, 2);
    ServerGroup web = words.group("web", 100, 4);
    words.design.getGroups().add(clients);
    words.design.getGroups().add(web);
    firewall("left", web.getServers().get(0));
    firewall("right", web.getServers().get(1), web.getServers().get(2), web.getServers().get(3));
    words.flow(clients, web, 8, 8, 100, 1, 1000);

    Map<String, Double> peaks =
        words.study(StrategyKind.GROUP).central().stream()
            .collect(
                Collectors.toMap(
                    each -> each.point().name(),
                    each -> each.demand().coincidentPeak().bitsPerSecond() / TrafficDesign.GIGA));

    assertThat(peaks.get("left")).isCloseTo(2, within(1e-9));
    assertThat(peaks.get("right")).isCloseTo(6, within(1e-9));
  }

  private void firewall(String name, Server... guarded) {
    EnforcementPoint point = NewElements.enforcementPoint(name, EnforcementKind.CENTRAL);
    for (Server server : guarded) {
      point.getGuards().add(server);
    }
    words.design.getEnforcementPoints().add(point);
  }
}
