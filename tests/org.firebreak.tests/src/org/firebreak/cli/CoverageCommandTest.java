package org.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.firebreak.model.Flow;
import org.firebreak.model.Protocol;
import org.firebreak.model.Server;
import org.firebreak.model.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageCommandTest {
  @TempDir Path folder;
  private final Shop shop = new Shop();

  @Test
  void exampleIsAConnectionThatTheFlowAlonePermits() throws IOException {
    Run run = Run.of("coverage", shop.save(folder));

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("web → db").contains(": no other flow permits ");
  }

  @Test
  void unionOfFlowsIsNamed() throws IOException {
    Service service = shop.service("app", Protocol.TCP, "7000-7001");
    Service low = shop.service("low", Protocol.TCP, "7000");
    Service high = shop.service("high", Protocol.TCP, "7001");
    Server client = shop.web.getServers().get(0);
    Flow both = shop.flow(client, shop.db, service);
    Flow one = shop.flow(shop.web, shop.db, low);
    Flow other = shop.flow(shop.web, shop.db, high);

    Run run = Run.of("coverage", shop.save(folder), "--flow", both.getId(), "--json");

    JsonNode flow = new ObjectMapper().readTree(run.out()).at("/flows/0");
    assertThat(flow.get("coverage").asText()).isEqualTo("covered");
    assertThat(flow.get("by"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder(one.getId(), other.getId());
  }

  @Test
  void unknownFlowIsAMistake() throws IOException {
    Run run = Run.of("coverage", shop.save(folder), "--flow", "nobody");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("'nobody'");
  }
}
