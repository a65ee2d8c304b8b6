package org.firebreak.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.address.Address;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.Protocol;
import org.firebreak.model.Risk;
import org.firebreak.model.Segmentation;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Tenant;
import org.firebreak.model.Tripwire;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.Test;

class PolicyCompilerTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final Design design = NewElements.design("shop");
  private final ServerGroup web = group("web", "10.0.1.1", "10.0.1.2");
  private final ServerGroup app = group("app", "10.0.2.1", "10.0.2.2");
  private final Service http = service("http", Protocol.TCP, "8080");
  private final Service ssh = service("ssh", Protocol.TCP, "22");
  private final Flow flow = flow(web, app, http);

  private ServerGroup group(String name, String... addresses) {
    ServerGroup group = NewElements.group(name);
    for (String address : addresses) {
      Server server = NewElements.server(name + (group.getServers().size() + 1));
      server.setAddresses(List.of(address));
      group.getServers().add(server);
    }
    design.getGroups().add(group);
    return group;
  }

  private Service service(String name, Protocol protocol, String ports) {
    Service service = NewElements.service(name);
    service.setProtocol(protocol);
    service.setPorts(ports);
    design.getServices().add(service);
    return service;
  }

  private Flow flow(Endpoint from, Endpoint to, Service service) {
    Flow flow = NewElements.flow(from, to);
    flow.getServices().add(service);
    design.getFlows().add(flow);
    return flow;
  }

  private CompiledPolicy compile(StrategyKind kind) {
    return PolicyCompiler.compile(design, CompileOptions.on(TODAY).withStrategy(kind));
  }

  private static Verdict decide(CompiledPolicy policy, String from, String to, int port) {
    return policy.decide(
        Connection.of(
            policy.sharedDomain(), Address.parse(from), Address.parse(to), IpProtocols.TCP, port));
  }

  @Test
  void membersOfAGroupTalkFreelyAndNoFirewallSeesIt() {
    Verdict verdict = decide(compile(StrategyKind.GROUP), "10.0.1.1", "10.0.1.2", 22);
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.PERMIT);
    assertThat(verdict.enforcedAt()).isEmpty();
    assertThat(verdict.reason())
        .isEqualTo("web1 and web2 are both in group web, and neither is microsegmented.");
  }

  @Test
  void microsegmentedMembersNeedAFlowAmongThemselves() {
    assertThat(decide(compile(StrategyKind.MICRO), "10.0.1.1", "10.0.1.2", 22).kind())
        .isEqualTo(Verdict.Kind.DENY);
    flow(web, web, ssh);
    assertThat(decide(compile(StrategyKind.MICRO), "10.0.1.1", "10.0.1.2", 22).kind())
        .isEqualTo(Verdict.Kind.PERMIT);
  }

  @Test
  void aFlowPermitsInItsDirectionAndIsNamed() {
    CompiledPolicy policy = compile(StrategyKind.GROUP);
    Verdict verdict = decide(policy, "10.0.1.1", "10.0.2.2", 8080);
    assertThat(verdict.flow().id()).isEqualTo(flow.getId());
    assertThat(verdict.reason()).isEqualTo("Flow web → app permits tcp/8080.");
    assertThat(verdict.enforcedAt())
        .extracting(Enforcer::kind)
        .containsExactly(EnforcementKind.CENTRAL);
    assertThat(decide(policy, "10.0.2.2", "10.0.1.1", 8080).kind()).isEqualTo(Verdict.Kind.DENY);
  }

  @Test
  void bothHostsEnforceWhereBothEndsAreMicrosegmented() {
    Verdict verdict = decide(compile(StrategyKind.MICRO), "10.0.1.1", "10.0.2.2", 8080);
    assertThat(verdict.enforcedAt())
        .extracting(Object::toString)
        .containsExactly("host web1", "host app2");
  }

  @Test
  void hybridMicrosegmentsByRiskFacingAndOverride() {
    app.getServers().get(0).setRisk(Risk.CRITICAL);
    web.getServers().get(1).setInternetFacing(true);
    web.getServers().get(0).setRisk(Risk.CRITICAL);
    web.getServers().get(0).setSegmentation(Segmentation.GROUP);
    assertThat(compile(StrategyKind.HYBRID).servers())
        .filteredOn(PolicyServer::micro)
        .extracting(server -> server.ref().name())
        .containsExactly("web2", "app1");
  }

  @Test
  void aTripwireTurnsADenialIntoAnAlertButNeverAPermit() {
    Tripwire tripwire = NewElements.tripwire("Remote administration");
    tripwire.getServices().add(ssh);
    tripwire.getServices().add(http);
    tripwire.setNotify(List.of("soc@example.com"));
    design.getTripwires().add(tripwire);
    CompiledPolicy policy = compile(StrategyKind.GROUP);
    Verdict verdict = decide(policy, "10.0.1.1", "10.0.2.1", 22);
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.ALERT);
    assertThat(verdict.tripwire().name()).isEqualTo("Remote administration");
    assertThat(decide(policy, "10.0.1.1", "10.0.2.1", 8080).kind()).isEqualTo(Verdict.Kind.PERMIT);
    assertThat(policy.ruleSets().get(0).rules())
        .extracting(Rule::kind)
        .containsExactly(
            Rule.Kind.INTRA_GROUP,
            Rule.Kind.INTRA_GROUP,
            Rule.Kind.FLOW,
            Rule.Kind.TRIPWIRE,
            Rule.Kind.DEFAULT_DENY);
  }

  @Test
  void aFlowCountsUntilTheEndOfItsLastDay() {
    flow.setExpiresOn(TODAY);
    assertThat(compile(StrategyKind.GROUP).flows()).hasSize(1);
    flow.setExpiresOn(TODAY.minusDays(1));
    assertThat(compile(StrategyKind.GROUP).flows()).isEmpty();
    flow.setExpiresOn(null);
    flow.setState(FlowState.RETIRED);
    assertThat(compile(StrategyKind.GROUP).flows()).isEmpty();
  }

  @Test
  void approvedOnlyLeavesProposedFlowsOut() {
    CompileOptions options = CompileOptions.on(TODAY).withApprovedOnly(true);
    assertThat(PolicyCompiler.compile(design, options).flows()).isEmpty();
    flow.setState(FlowState.APPROVED);
    assertThat(PolicyCompiler.compile(design, options).flows()).hasSize(1);
  }

  @Test
  void nothingOfTheDesignIsOutOfScope() {
    assertThat(decide(compile(StrategyKind.GROUP), "192.0.2.1", "192.0.2.2", 80).kind())
        .isEqualTo(Verdict.Kind.OUT_OF_SCOPE);
  }

  @Test
  void flowsBetweenTheSameEndsShareARule() {
    flow(web, app, ssh);
    List<Rule> rules = compile(StrategyKind.GROUP).ruleSets().get(0).rules();
    assertThat(rules)
        .filteredOn(rule -> rule.kind() == Rule.Kind.FLOW)
        .singleElement()
        .satisfies(rule -> assertThat(rule.services()).hasSize(2))
        .satisfies(rule -> assertThat(rule.origins()).hasSize(2));
  }

  @Test
  void hostsWithTheSameRulesShareOneSetAndOthersHaveTheirOwn() {
    flow(web, app.getServers().get(0), ssh);
    assertThat(compile(StrategyKind.MICRO).ruleSets())
        .extracting(RuleSet::name, set -> set.servers().size())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("web", 2),
            org.assertj.core.groups.Tuple.tuple("app1", 1),
            org.assertj.core.groups.Tuple.tuple("app2", 1));
  }

  @Test
  void tenantsWithTheSameAddressAreKeptApart() {
    Tenant red = NewElements.tenant("red");
    Tenant blue = NewElements.tenant("blue");
    design.getTenants().addAll(List.of(red, blue));
    ServerGroup redDb = group("redDb", "10.9.0.1");
    ServerGroup blueDb = group("blueDb", "10.9.0.1");
    redDb.getServers().get(0).setTenant(red);
    blueDb.getServers().get(0).setTenant(blue);
    flow(web, redDb, ssh);
    CompiledPolicy policy = compile(StrategyKind.GROUP);
    Address from = Address.parse("10.0.1.1");
    Address to = Address.parse("10.9.0.1");
    assertThat(policy.domains())
        .extracting(
            domain -> policy.decide(Connection.of(domain, from, to, IpProtocols.TCP, 22)).kind())
        .containsExactly(Verdict.Kind.DENY, Verdict.Kind.PERMIT, Verdict.Kind.DENY);
  }

  @Test
  void aFlowBetweenTenantsPermitsNothingAndIsNoted() {
    Tenant red = NewElements.tenant("red");
    Tenant blue = NewElements.tenant("blue");
    design.getTenants().addAll(List.of(red, blue));
    web.getServers().forEach(server -> server.setTenant(red));
    app.getServers().forEach(server -> server.setTenant(blue));
    assertThat(compile(StrategyKind.GROUP).notes())
        .extracting(PolicyNote::code)
        .containsExactly(PolicyNote.Code.CROSS_TENANT_FLOW);
  }

  @Test
  void whatCannotBeCompiledIsNoted() {
    web.getServers().get(0).setAddresses(List.of("10.0.1.1", "web1.example.com"));
    app.getServers().get(0).setAddresses(List.of("10.0.1.1"));
    http.setPorts("80-");
    assertThat(compile(StrategyKind.GROUP).notes())
        .extracting(PolicyNote::code)
        .containsExactly(
            PolicyNote.Code.INVALID_ADDRESS,
            PolicyNote.Code.DUPLICATE_ADDRESS,
            PolicyNote.Code.INVALID_SERVICE,
            PolicyNote.Code.FLOW_WITHOUT_SERVICE);
  }

  @Test
  void aclEntriesAreTheProductOfPrefixesTwice() {
    // 2 web prefixes × 2 app prefixes × 1 port range × 2 directions, and 2 to deny the rest
    assertThat(compile(StrategyKind.GROUP).aclEntries()).isEqualTo(10);
  }

  @Test
  void namesThatGroupsShareDoNotDependOnTheirOrder() {
    ServerGroup twin = group("web", "10.0.3.1");
    Map<String, String> before = hostNames();
    assertThat(before.get("10.0.1.1")).matches("web [0-9a-f]{6}");
    assertThat(before.get("10.0.3.1")).matches("web [0-9a-f]{6}");
    assertThat(before.get("10.0.1.1")).isNotEqualTo(before.get("10.0.3.1"));
    assertThat(before.get("10.0.2.1")).isEqualTo("app");

    design.getGroups().move(0, twin);
    assertThat(hostNames()).isEqualTo(before);
  }

  /** Names of rule sets of hosts by the first address of each. */
  private Map<String, String> hostNames() {
    Map<String, String> names = new HashMap<>();
    for (RuleSet set : compile(StrategyKind.MICRO).ruleSets()) {
      if (set.kind() == EnforcementKind.HOST) {
        names.put(set.servers().get(0).addresses().get(0).toString(), set.name());
      }
    }
    return names;
  }

  @Test
  void theSameDesignCompilesToTheSameRules() {
    assertThat(compile(StrategyKind.MICRO).ruleSets())
        .isEqualTo(compile(StrategyKind.MICRO).ruleSets());
  }
}
