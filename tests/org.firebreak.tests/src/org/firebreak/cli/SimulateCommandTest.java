package org.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.model.FlowState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {
  @TempDir Path folder;

  private final Shop shop = new Shop();
  private Path file;

  @BeforeEach
  void save() throws IOException {
    file = shop.save(folder);
  }

  private Run simulate(String from, String to, String protocol, Object... more) {
    List<Object> args =
        new ArrayList<>(
            List.of("simulate", file, "--from", from, "--to", to, "--protocol", protocol));
    args.addAll(List.of(more));
    return Run.of(args.toArray());
  }

  @Test
  void permittedConnectionNamesFlowPlaceAndReason() {
    Run run = simulate("web1", "db1", "tcp", "--port", "5432", "--as-of", "2030-05-15");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            """
            PERMIT  web1 (10.0.1.1) → db1 (10.0.2.1)  tcp/5432
              Flow web → db permits tcp/5432.
              Flow:        web → db
              Enforced at: Central firewall
              Inspection:  layer-4
              Logged:      no
              Judged:      group segmentation, on 2030-05-15
            """);
  }

  @Test
  void deniedAndAlertedConnectionsSayWhy() {
    assertThat(simulate("web1", "db1", "tcp", "--port", "5433").out())
        .startsWith("DENY  ")
        .contains("No flow permits tcp/5433 from web1 to db1.", "Logged:      yes");
    assertThat(simulate("web1", "db1", "TCP", "--port", "22").out())
        .startsWith("ALERT  ")
        .contains("Tripwire:    Administration");
  }

  @Test
  void insideAGroupNoFirewallSeesIt() {
    assertThat(simulate("web1", "web2", "udp", "--port", "9").out())
        .startsWith("PERMIT  ")
        .contains("Enforced at: no firewall sees it");
    assertThat(simulate("web1", "web2", "udp", "--port", "9", "--strategy", "micro").out())
        .startsWith("DENY  ")
        .contains("Enforced at: host web1; host web2");
  }

  @Test
  void addressesStandForServersAndForTheOutside() {
    assertThat(simulate("192.0.2.7", "10.0.1.2", "6", "--port", "443").out())
        .startsWith("PERMIT  192.0.2.7 → web2 (10.0.1.2)  tcp/443\n");
    assertThat(simulate("192.0.2.7", "198.51.100.1", "tcp", "--port", "443").out())
        .startsWith("OUT-OF-SCOPE  ");
  }

  @Test
  void proposedFlowsAreAnOption() throws IOException {
    shop.webToDb.setState(FlowState.PROPOSED);
    shop.save(folder);

    assertThat(simulate("web1", "db1", "tcp", "--port", "5432").out()).startsWith("PERMIT");
    assertThat(simulate("web1", "db1", "tcp", "--port", "5432", "--approved-only").out())
        .startsWith("DENY")
        .contains("approved flows only");
  }

  @Test
  void icmpTypeDefaultsToAnEchoRequestAndSaysSo() throws IOException {
    shop.flow(shop.web, shop.db, shop.ping);
    shop.save(folder);

    assertThat(simulate("web1", "db1", "icmp").out())
        .startsWith("PERMIT")
        .contains("Note:        no ICMP type is given; an echo request (type 8) is assumed");
    assertThat(simulate("web1", "db1", "icmp", "--icmp-type", "13").out())
        .startsWith("DENY")
        .doesNotContain("Note:");
  }

  @Test
  void serverWithSeveralAddressesSaysWhichIsUsed() throws IOException {
    shop.add(shop.web, "dual", null, "10.0.1.9", "2001:db8::9");
    shop.add(shop.db, "six", null, "2001:db8::10");
    shop.save(folder);

    assertThat(simulate("dual", "six", "tcp", "--port", "5432").out())
        .contains(
            "dual (2001:db8::9) → six (2001:db8::10)",
            "Note:        dual has 2 addresses; 2001:db8::9 is used");
    Run impossible = simulate("web1", "six", "tcp", "--port", "5432");
    assertThat(impossible.exitCode()).isEqualTo(2);
    assertThat(impossible.err()).contains("IPv4 addresses only");
  }

  @Test
  void expectationDecidesTheExitCode() {
    assertThat(simulate("web1", "db1", "tcp", "--port", "22", "--expect", "alert").exitCode())
        .isZero();
    Run run = simulate("web1", "db1", "tcp", "--port", "22", "--expect", "permit");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("expected permit, but the verdict is alert");
  }

  @Test
  void jsonHoldsTheWholeVerdict() throws IOException {
    Run run = simulate("web1", "db1", "tcp", "--port", "22", "--json", "--as-of", "2030-05-15");
    JsonNode json = new ObjectMapper().readTree(run.out());

    assertThat(run.exitCode()).isZero();
    assertThat(json.get("verdict").asText()).isEqualTo("alert");
    assertThat(json.get("tripwire").get("name").asText()).isEqualTo("Administration");
    assertThat(json.get("flow").isNull()).isTrue();
    assertThat(json.get("enforcedAt").get(0).get("name").asText()).isEqualTo("Central firewall");
    assertThat(json.get("source").get("server").get("name").asText()).isEqualTo("web1");
    assertThat(json.get("source").get("address").asText()).isEqualTo("10.0.1.1");
    assertThat(json.get("port").asInt()).isEqualTo(22);
    assertThat(json.get("logged").asBoolean()).isTrue();
  }

  @Test
  void groupZoneAndUnknownNamesGetAHint() {
    assertThat(refusal(simulate("web", "db1", "tcp", "--port", "1")))
        .contains("'web' is a server group, not a server; name a single server, for instance web1");
    assertThat(refusal(simulate("Front", "db1", "tcp", "--port", "1"))).contains("a zone");
    assertThat(refusal(simulate("Office", "db1", "tcp", "--port", "1")))
        .contains("an external network");
    assertThat(refusal(simulate("WEB1", "db1", "tcp", "--port", "1")))
        .contains("no server 'WEB1'", "did you mean web1?");
    assertThat(refusal(simulate("10.0.1.300", "db1", "tcp", "--port", "1")))
        .contains("not an address");
  }

  @Test
  void protocolAndPortAreChecked() {
    assertThat(refusal(simulate("web1", "db1", "tcp"))).contains("needs a destination port");
    assertThat(refusal(simulate("web1", "db1", "tcp", "--port", "70000"))).contains("70000");
    assertThat(refusal(simulate("web1", "db1", "icmp", "--port", "80"))).contains("no ports");
    assertThat(refusal(simulate("web1", "db1", "any", "--port", "80"))).contains("'any'");
    assertThat(refusal(simulate("web1", "db1", "256"))).contains("'256'");
    assertThat(refusal(simulate("web1", "db1", "tcp", "--port", "80", "--icmp-type", "8")))
        .contains("no ICMP type");
    assertThat(refusal(simulate("web1", "db1", "icmp", "--icmp-type", "256"))).contains("256");
    assertThat(simulate("web1", "db1", "esp").exitCode()).isZero();
  }

  @Test
  void sameNameTwiceIsRefusedWithPlaces() throws IOException {
    shop.add(shop.db, "web1", null, "10.0.2.77");
    shop.save(folder);

    assertThat(refusal(simulate("web1", "db1", "tcp", "--port", "1")))
        .contains("web1 in Front / web", "web1 in Data / db", "use the address");
    assertThat(simulate("10.0.2.77", "db1", "tcp", "--port", "1").exitCode()).isZero();
  }

  private static String refusal(Run run) {
    assertThat(run.exitCode()).as(run.out()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    return run.err();
  }
}
