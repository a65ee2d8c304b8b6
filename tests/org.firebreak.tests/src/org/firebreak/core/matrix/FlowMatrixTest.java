package org.firebreak.core.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.firebreak.core.edit.Undoable.assertUndoable;

import java.time.LocalDate;
import java.util.List;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FlowMatrixTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private final Design design = NewElements.design("shop");
  private final Zone outer = NewElements.zone("outer");
  private final Zone inner = NewElements.zone("inner");
  private final Zone data = NewElements.zone("data");
  private final ServerGroup web = NewElements.group("web");
  private final ServerGroup db = NewElements.group("db");
  private final Server web1 = NewElements.server("web1");
  private final Server single = NewElements.server("single");
  private final ExternalNetwork internet = NewElements.externalNetwork("internet");

  @BeforeEach
  void fill() {
    design.getZones().addAll(List.of(outer, data));
    outer.getZones().add(inner);
    inner.getGroups().add(web);
    web.getServers().add(web1);
    data.getGroups().add(db);
    data.getServers().add(single);
    design.getExternalNetworks().add(internet);
  }

  private Flow flow(Endpoint from, Endpoint to, String... ports) {
    Flow flow = NewElements.flow(from, to);
    flow.setState(FlowState.APPROVED);
    for (String port : ports) {
      Service service = NewElements.service("tcp/" + port);
      service.setPorts(port);
      design.getServices().add(service);
      flow.getServices().add(service);
    }
    design.getFlows().add(flow);
    return flow;
  }

  private MatrixCell cell(MatrixKind kind, Endpoint row, Endpoint column) {
    FlowMatrix matrix = FlowMatrix.of(kind, design, DAY);
    return matrix.cell(matrix.heads().indexOf(row), matrix.heads().indexOf(column));
  }

  @Test
  void everyEndBelongsToTheInnermostZone() {
    Flow flow = flow(web1, db, "5432");
    assertThat(cell(MatrixKind.ZONES, inner, data).flows()).containsExactly(flow);
    assertThat(cell(MatrixKind.ZONES, outer, data).flows()).isEmpty();
    assertThat(cell(MatrixKind.GROUPS, web, db).flows()).containsExactly(flow);
  }

  @Test
  void aFlowOfAZoneIsOneOfTheZonesAndGroupsInside() {
    Flow flow = flow(outer, data, "443");
    assertThat(cell(MatrixKind.ZONES, outer, data).flows()).containsExactly(flow);
    assertThat(cell(MatrixKind.ZONES, inner, data).flows()).containsExactly(flow);
    assertThat(cell(MatrixKind.GROUPS, web, db).flows()).containsExactly(flow);
    assertThat(cell(MatrixKind.GROUPS, web, data).flows()).containsExactly(flow);
  }

  @Test
  void serversWithoutGroupAndNetworksHaveHeads() {
    FlowMatrix groups = FlowMatrix.of(MatrixKind.GROUPS, design, DAY);
    assertThat(groups.heads()).containsExactly(web, db, data, internet);
    assertThat(groups.label(0)).isEqualTo("outer / inner / web");
    assertThat(groups.label(2)).isEqualTo("data / single servers");
    Flow flow = flow(internet, single, "22");
    assertThat(cell(MatrixKind.GROUPS, internet, data).flows()).containsExactly(flow);
  }

  @Test
  void retiredAndExpiredFlowsPermitNothingAndProposedOnesAreMarked() {
    flow(web, db, "1").setState(FlowState.RETIRED);
    flow(web, db, "2").setExpiresOn(DAY.minusDays(1));
    Flow last = flow(web, db, "3");
    last.setExpiresOn(DAY);
    last.setState(FlowState.PROPOSED);
    MatrixCell cell = cell(MatrixKind.ZONES, inner, data);
    assertThat(cell.flows()).containsExactly(last);
    assertThat(cell.proposed()).isEqualTo(1);
  }

  @Test
  void breadthIsThatOfAllServicesTogether() {
    assertThat(cell(MatrixKind.ZONES, inner, data).breadth()).isEqualTo(Breadth.NONE);
    flow(web, db, "1-10");
    assertThat(cell(MatrixKind.ZONES, inner, data).breadth()).isEqualTo(Breadth.FEW);
    flow(web1, db, "5-11");
    assertThat(cell(MatrixKind.ZONES, inner, data).breadth()).isEqualTo(Breadth.SEVERAL);
    flow(web1, db, "2000-5000");
    assertThat(cell(MatrixKind.ZONES, inner, data).breadth()).isEqualTo(Breadth.WIDE);
    flow(web1, db);
    MatrixCell cell = cell(MatrixKind.ZONES, inner, data);
    assertThat(cell.breadth()).isEqualTo(Breadth.ANY);
    assertThat(cell.services()).containsExactly("tcp/1-10", "tcp/5-11", "tcp/2000-5000", "any");
  }

  @Test
  void totalsCountFlowsOnce() {
    flow(outer, data, "443");
    flow(web, db, "5432");
    FlowMatrix matrix = FlowMatrix.of(MatrixKind.ZONES, design, DAY);
    assertThat(matrix.flowsOut(matrix.heads().indexOf(inner))).isEqualTo(2);
    assertThat(matrix.flowsOut(matrix.heads().indexOf(outer))).isEqualTo(1);
    assertThat(matrix.flowsIn(matrix.heads().indexOf(data))).isEqualTo(2);
  }

  @Test
  void aCellIsChangedByRetiringAndAdding() {
    Flow old = flow(web, db, "1433");
    MatrixEdit edit = new MatrixEdit(inner, data, List.of(old), "postgresql, tcp/8443");
    assertUndoable(design, () -> edit.carryOut(design));
    edit.carryOut(design);
    assertThat(old.getState()).isEqualTo(FlowState.RETIRED);
    MatrixCell cell = cell(MatrixKind.ZONES, inner, data);
    assertThat(cell.flows()).singleElement().isNotEqualTo(old);
    assertThat(cell.flows().get(0).getServices()).hasSize(2);
    assertThat(cell.proposed()).isEqualTo(1);
    assertThatThrownBy(() -> new MatrixEdit(inner, data, List.of(), "tcp/99999").check(design))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
