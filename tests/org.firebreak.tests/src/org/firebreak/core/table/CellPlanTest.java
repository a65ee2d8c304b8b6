package org.firebreak.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.firebreak.core.edit.Undoable.assertUndoable;

import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.model.Design;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Flow;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CellPlanTest {
  private final Design design = NewElements.design("shop");
  private final Zone web = NewElements.zone("web");
  private final ServerGroup group = NewElements.group("web");
  private final ServerGroup other = NewElements.group("app");
  private final Server web1 = NewElements.server("web1");
  private final Server alone = NewElements.server("alone");
  private Flow flow;

  @BeforeEach
  void fill() {
    design.getZones().add(web);
    web.getGroups().add(group);
    web.getGroups().add(other);
    group.getServers().add(web1);
    web1.setAddresses(List.of("10.0.0.1"));
    web.getServers().add(alone);
    flow = NewElements.flow(group, web1);
    design.getFlows().add(flow);
  }

  private TableData data() {
    return TableData.of(design, Map.of());
  }

  private static TableColumn column(TableKind kind, String id) {
    return kind.columns().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  private CellPlan plan(TableKind kind, EObject row, String id, String text) {
    CellPlan plan = new CellPlan(data());
    plan.write(1, row, column(kind, id), text);
    return plan;
  }

  private void write(TableKind kind, EObject row, String id, String text) {
    plan(kind, row, id, text).carryOut();
  }

  @Test
  void everyEditableCellTakesBackWhatItShows() {
    design.getServices().add(NewElements.service("https"));
    flow.getServices().addAll(design.getServices());
    for (TableKind kind : TableKind.values()) {
      for (EObject row : kind.rows(design)) {
        for (TableColumn column : kind.columns()) {
          if (column.isEditable()) {
            column.change(row, column.textOf(row, data()), data()).run();
          }
        }
      }
    }
    assertUndoable(design, () -> write(TableKind.SERVERS, web1, "addresses", "10.0.0.7, fd00::1"));
    assertThat(web1.getAddresses()).containsExactly("10.0.0.1");
  }

  @Test
  void namesakesAreToldApartAndFound() {
    TableColumn source = column(TableKind.FLOWS, "source");
    assertThat(source.textOf(flow, data())).isEqualTo("web (group)");
    write(TableKind.FLOWS, flow, "source", "web (zone)");
    assertThat(flow.getSource()).isEqualTo(web);
    write(TableKind.FLOWS, flow, "source", "10.0.0.1");
    assertThat(flow.getSource()).isEqualTo(web1);
    assertThat(plan(TableKind.FLOWS, flow, "source", "web").problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("web (zone)", "web (group)"));
    assertThat(plan(TableKind.FLOWS, flow, "destination", "nobody").problems()).hasSize(1);
  }

  @Test
  void oneNewServiceServesAllRowsThatAskForIt() {
    Flow second = NewElements.flow(group, alone);
    design.getFlows().add(second);
    CellPlan plan = new CellPlan(data());
    TableColumn services = column(TableKind.FLOWS, "services");
    plan.write(1, flow, services, "tcp/8443, https");
    plan.write(2, second, services, "tcp/8443");
    assertThat(design.getServices()).isEmpty();
    plan.carryOut();
    assertThat(design.getServices()).hasSize(2);
    assertThat(flow.getServices()).hasSize(2).containsAll(second.getServices());
    write(TableKind.FLOWS, flow, "services", "any");
    assertThat(flow.getServices()).isEmpty();
  }

  @Test
  void aWrongCellIsListedAndNothingIsDone() {
    CellPlan plan = new CellPlan(data());
    plan.write(1, web1, column(TableKind.SERVERS, "name"), "front");
    plan.write(2, alone, column(TableKind.SERVERS, "addresses"), "10.0.0.300");
    plan.write(3, alone, column(TableKind.SERVERS, "in"), "5");
    assertThat(plan.problems())
        .extracting(CellPlan.Problem::row, CellPlan.Problem::column)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2, "Addresses"),
            org.assertj.core.groups.Tuple.tuple(3, "Flows in"));
    assertThatThrownBy(plan::carryOut).isInstanceOf(IllegalStateException.class);
    assertThat(web1.getName()).isEqualTo("web1");
  }

  @Test
  void ratesTakePrefixes() {
    write(TableKind.FLOWS, flow, "peakBitsPerSecond", "1.5G");
    assertThat(flow.getPeakBitsPerSecond()).isEqualTo(1.5e9);
    assertThat(column(TableKind.FLOWS, "peakBitsPerSecond").textOf(flow, data()))
        .isEqualTo("1.5 Gbit/s");
  }

  @Test
  void aServerMovesToAnotherGroupAndLosesItsNodes() {
    design.getDiagrams().add(NewElements.diagram("all"));
    DiagramNode node = NewElements.node(alone);
    design.getDiagrams().get(0).getNodes().add(node);
    assertUndoable(design, () -> write(TableKind.SERVERS, alone, "group", "app"));
    write(TableKind.SERVERS, alone, "group", "app");
    assertThat(other.getServers()).containsExactly(alone);
    assertThat(design.getDiagrams().get(0).getNodes()).isEmpty();
    assertThat(plan(TableKind.SERVERS, alone, "zone", "").problems()).hasSize(1);
    write(TableKind.SERVERS, alone, "group", "");
    assertThat(web.getServers()).containsExactly(alone);
  }

  @Test
  void aRowIsAddedBesideTheSelectedOne() {
    for (TableKind kind : TableKind.values()) {
      assertUndoable(design, () -> kind.add(design, null));
    }
    Server added = (Server) TableKind.SERVERS.add(design, web1);
    assertThat(added.eContainer()).isEqualTo(group);
    Flow like = (Flow) TableKind.FLOWS.add(design, flow);
    assertThat(like.getDestination()).isEqualTo(web1);
  }
}
