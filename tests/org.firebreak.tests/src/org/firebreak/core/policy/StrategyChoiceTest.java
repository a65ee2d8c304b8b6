package org.firebreak.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.model.Design;
import org.firebreak.model.Risk;
import org.firebreak.model.Segmentation;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Strategy;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Tenant;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.Test;

class StrategyChoiceTest {
  private final Design design = NewElements.design("shop");
  private final Zone zone = NewElements.zone("DMZ");
  private final ServerGroup web = NewElements.group("web");
  private final ServerGroup db = NewElements.group("db");
  private final Server web1 = server("web1", web);
  private final Server web2 = server("web2", web);
  private final Server db1 = server("db1", db);
  private final Server alone = NewElements.server("alone");

  StrategyChoiceTest() {
    design.getZones().add(zone);
    zone.getGroups().addAll(List.of(web));
    design.getGroups().add(db);
    zone.getServers().add(alone);
    design.getStrategy().setKind(StrategyKind.HYBRID);
  }

  private static Server server(String name, ServerGroup group) {
    Server server = NewElements.server(name);
    group.getServers().add(server);
    return server;
  }

  private Set<String> micro(StrategyChoice choice) {
    return PolicyCompiler.compile(
            design, CompileOptions.on(LocalDate.of(2026, 1, 1)).withStrategy(choice))
        .servers()
        .stream()
        .filter(PolicyServer::micro)
        .map(server -> server.ref().name())
        .collect(Collectors.toSet());
  }

  @Test
  void chosenZoneMicrosegmentsAllThatIsInside() {
    design.getStrategy().getMicroEndpoints().add(zone);

    assertThat(micro(StrategyChoice.AS_DESIGNED))
        .containsExactlyInAnyOrder("web1", "web2", "alone");
  }

  @Test
  void chosenGroupAndChosenServerAddToWhatIsAtRisk() {
    design.getStrategy().getMicroEndpoints().addAll(List.of(db, web1));
    alone.setRisk(Risk.CRITICAL);

    assertThat(micro(StrategyChoice.AS_DESIGNED)).containsExactlyInAnyOrder("db1", "web1", "alone");
  }

  @Test
  void overrideWinsOverChoice() {
    design.getStrategy().getMicroEndpoints().add(web);
    web.setSegmentation(Segmentation.GROUP);
    web2.setSegmentation(Segmentation.MICRO);

    assertThat(micro(StrategyChoice.AS_DESIGNED)).containsExactly("web2");
  }

  @Test
  void choiceCountsUnderHybridOnly() {
    design.getStrategy().getMicroEndpoints().add(zone);

    assertThat(micro(StrategyChoice.of(StrategyKind.GROUP))).isEmpty();
    assertThat(micro(StrategyChoice.of(StrategyKind.MICRO))).hasSize(4);
  }

  @Test
  void variantIsFoundByItsNameAndLeavesTheDesignAsItIs() {
    design.getStrategy().getMicroEndpoints().add(db);
    Strategy variant = NewElements.strategy(StrategyKind.HYBRID);
    variant.setName("Only the web");
    variant.getMicroEndpoints().add(web);
    design.getStrategyVariants().add(variant);
    Design before = EcoreUtil.copy(design);

    assertThat(micro(StrategyChoice.named(design, "Only the web").orElseThrow()))
        .containsExactlyInAnyOrder("web1", "web2");
    assertThat(EcoreUtil.equals(before, design)).isTrue();
    assertThat(StrategyChoice.named(design, "Micro").orElseThrow().kind())
        .isEqualTo(StrategyKind.MICRO);
    assertThat(StrategyChoice.named(design, "only the web")).isEmpty();
    assertThat(StrategyChoice.names(design)).isEqualTo("group, micro, hybrid, Only the web");
  }

  @Test
  void candidateThatNobodySavedCompiles() {
    MicroCriteria criteria = new MicroCriteria(Risk.CRITICAL, true, Set.of(db.getId()));

    assertThat(micro(StrategyChoice.hybrid(criteria))).containsExactly("db1");
  }

  @Test
  void unknownEndpointIsRefused() {
    MicroCriteria criteria = new MicroCriteria(Risk.CRITICAL, true, Set.of("nowhere"));

    assertThatThrownBy(() -> micro(StrategyChoice.hybrid(criteria)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nowhere");
  }

  @Test
  void endpointThatWasTakenOutOfTheDesignMicrosegmentsNothing() {
    design.getStrategy().getMicroEndpoints().add(db);
    design.getGroups().remove(db);

    assertThat(micro(StrategyChoice.of(design.getStrategy()))).isEmpty();
    assertThat(db1.eContainer()).isSameAs(db);
  }

  @Test
  void tenantSeesOnlyItsPartOfAChoice() {
    Tenant mine = NewElements.tenant("mine");
    Tenant other = NewElements.tenant("other");
    mine.setId("mine");
    design.getTenants().addAll(List.of(mine, other));
    zone.setTenant(mine);
    db1.setTenant(other);
    design.getStrategy().getMicroEndpoints().add(db1);
    MicroCriteria criteria =
        new MicroCriteria(Risk.CRITICAL, true, Set.of(db1.getId(), web.getId()));
    CompileOptions options =
        CompileOptions.on(LocalDate.of(2026, 1, 1)).withStrategy(StrategyChoice.hybrid(criteria));

    TenantDesign part = TenantDesign.of(design, "mine");

    assertThat(part.design().getStrategy().getMicroEndpoints()).isEmpty();
    CompiledPolicy policy = PolicyCompiler.compile(part.design(), part.options(options));
    assertThat(policy.strategyChoice().criteria().endpoints()).containsExactly(web.getId());
    assertThat(policy.servers().stream().filter(PolicyServer::micro))
        .extracting(server -> server.ref().name())
        .containsExactly("web1", "web2");
  }
}
