package org.firebreak.core.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.Verdict;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Flow;
import org.firebreak.model.Risk;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.firebreak.model.Tripwire;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.Test;

class RolloutOrderTest {
  private final Design design = NewElements.design("shop");
  private final Service http = service("http", "80");

  private Service service(String name, String ports) {
    Service service = NewElements.service(name);
    service.setPorts(ports);
    design.getServices().add(service);
    return service;
  }

  private ServerGroup group(String name, Risk risk) {
    ServerGroup group = NewElements.group(name);
    Server server = NewElements.server(name + "1");
    server.setRisk(risk);
    server.setAddresses(List.of("10.0." + design.getGroups().size() + ".1"));
    group.getServers().add(server);
    design.getGroups().add(group);
    return group;
  }

  private void flow(Endpoint from, Endpoint to) {
    Flow flow = NewElements.flow(from, to);
    flow.getServices().add(http);
    design.getFlows().add(flow);
  }

  private CompiledPolicy policy() {
    return PolicyCompiler.compile(design, CompileOptions.on(LocalDate.of(2026, 11, 23)));
  }

  @Test
  void exposedGroupsComeFirstAndSharedServicesLast() {
    ServerGroup dns = group("dns", Risk.CRITICAL);
    ServerGroup app = group("app", Risk.LOW);
    ServerGroup db = group("db", Risk.CRITICAL);
    ServerGroup web = group("web", Risk.LOW);
    web.getServers().get(0).setInternetFacing(true);
    flow(app, dns);
    flow(web, dns);
    flow(db, dns);
    flow(app, db);
    assertThat(RolloutOrder.of(design, policy()))
        .extracting(step -> step.wave() + " " + step.group().name())
        .containsExactly("1 web", "1 db", "2 app", "3 dns");
  }

  @Test
  void amongEqualsFewerDependentsComeFirst() {
    ServerGroup a = group("a", Risk.HIGH);
    ServerGroup b = group("b", Risk.HIGH);
    for (int i = 0; i < 6; i++) {
      group("other" + i, Risk.LOW);
    }
    flow(design.getGroups().get(2), a);
    assertThat(RolloutOrder.of(design, policy()))
        .extracting(step -> step.group().name())
        .startsWith(b.getName(), a.getName());
  }

  @Test
  void aGroupDoesNotDependOnItself() {
    ServerGroup a = group("a", Risk.LOW);
    flow(a, a);
    assertThat(RolloutOrder.of(design, policy()))
        .extracting(RolloutStep::dependents)
        .containsExactly(0);
  }

  @Test
  void checksFollowThePolicy() {
    ServerGroup web = group("web", Risk.LOW);
    ServerGroup app = group("app", Risk.LOW);
    ExternalNetwork internet = NewElements.externalNetwork("*");
    internet.setCidrs(List.of("0.0.0.0/0", "::/0"));
    design.getExternalNetworks().add(internet);
    flow(web, app);
    flow(internet, web);
    Tripwire tripwire = NewElements.tripwire("ssh");
    tripwire.getServices().add(service("ssh", "22"));
    design.getTripwires().add(tripwire);
    assertThat(AcceptanceChecks.of(policy(), 100))
        .extracting(
            check ->
                check.from()
                    + " "
                    + check.to()
                    + " "
                    + check.connection().serviceText()
                    + " "
                    + check.verdict().kind())
        .containsExactly(
            "web1 app1 tcp/80 " + Verdict.Kind.PERMIT,
            "web1 app1 tcp/22 " + Verdict.Kind.ALERT,
            "198.51.100.10 web1 tcp/80 " + Verdict.Kind.PERMIT,
            "web1 198.51.100.10 tcp/80 " + Verdict.Kind.DENY,
            "198.51.100.10 web1 tcp/22 " + Verdict.Kind.ALERT);
  }
}
