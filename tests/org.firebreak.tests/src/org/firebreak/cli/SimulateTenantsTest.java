package org.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Tenant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two tenants with the same names and addresses, and the shared servers of the shop. */
class SimulateTenantsTest {
  @TempDir Path folder;

  private Path file;

  @BeforeEach
  void save() throws IOException {
    Shop shop = new Shop();
    Tenant red = shop.tenant("red");
    Tenant blue = shop.tenant("blue");
    ServerGroup redApp = shop.group(shop.front, "redapp");
    shop.add(redApp, "app", red, "10.9.0.1");
    shop.add(redApp, "only-red", red, "10.9.0.3");
    ServerGroup blueApp = shop.group(shop.front, "blueapp");
    shop.add(blueApp, "app", blue, "10.9.0.1");
    shop.add(blueApp, "only-blue", blue, "10.9.0.2");
    shop.flow(redApp, shop.db, shop.postgresql);
    file = shop.save(folder);
  }

  private Run simulate(String from, String to, String... more) {
    List<Object> args =
        new ArrayList<>(
            List.of(
                "simulate",
                file,
                "--from",
                from,
                "--to",
                to,
                "--protocol",
                "tcp",
                "--port",
                "5432"));
    args.addAll(List.of(more));
    return Run.of(args.toArray());
  }

  @Test
  void ambiguousNameOrAddressIsRefused() {
    for (String end : List.of("app", "10.9.0.1")) {
      Run run = simulate(end, "db1");

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).contains("app of tenant red", "app of tenant blue", "name the tenant");
    }
  }

  @Test
  void tenantDecides() {
    assertThat(simulate("app", "db1", "--tenant", "red").out())
        .startsWith("PERMIT  app (10.9.0.1) → db1")
        .contains("routing domain red");
    assertThat(simulate("10.9.0.1", "db1", "--tenant", "blue").out()).startsWith("DENY");
  }

  @Test
  void otherEndDecidesWhereItBelongsToOneTenant() {
    assertThat(simulate("app", "only-blue").out()).contains("routing domain blue");
    assertThat(simulate("only-red", "10.9.0.1").out())
        .contains("→ app (10.9.0.1)", "routing domain red");
  }

  @Test
  void sharedServersNeedNoTenant() {
    assertThat(simulate("web1", "db1").out())
        .startsWith("PERMIT")
        .contains("routing domain shared");
  }

  @Test
  void twoTenantsHaveNoCommonRoutingDomain() {
    Run run = simulate("only-red", "only-blue");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("tenant red", "tenant blue", "no common routing domain");
    assertThat(simulate("only-red", "only-blue", "--tenant", "red").err())
        .contains("cannot be reached in the routing domain red");
  }

  @Test
  void unknownTenantIsRefused() {
    assertThat(simulate("app", "db1", "--tenant", "green").err())
        .contains("no tenant 'green'; it has shared (what no tenant owns), red, blue");
  }
}
