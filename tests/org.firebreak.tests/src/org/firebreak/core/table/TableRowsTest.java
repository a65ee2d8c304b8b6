package org.firebreak.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.firebreak.model.Design;
import org.firebreak.model.Flow;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Risk;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TableRowsTest {
  private final Design design = NewElements.design("shop");
  private final Zone dmz = NewElements.zone("dmz");
  private final ServerGroup web = NewElements.group("web");
  private TableRows rows;

  @BeforeEach
  void fill() {
    design.getZones().add(dmz);
    dmz.getGroups().add(web);
    add("web10", "10.0.0.9", Risk.LOW);
    add("web2", "10.0.0.100", Risk.CRITICAL);
    add("Web1", "9.255.0.1", Risk.LOW);
    add("db", "", Risk.HIGH);
    rows = new TableRows(TableKind.SERVERS, design);
  }

  private Server add(String name, String address, Risk risk) {
    Server server = NewElements.server(name);
    server.setAddresses(address.isEmpty() ? List.of() : List.of(address));
    server.setRisk(risk);
    web.getServers().add(server);
    return server;
  }

  private List<String> names() {
    return IntStream.range(0, rows.size())
        .mapToObj(row -> ((NamedElement) rows.get(row)).getName())
        .toList();
  }

  private static int column(String id) {
    List<String> ids = TableKind.SERVERS.columns().stream().map(TableColumn::id).toList();
    return ids.indexOf(id);
  }

  private void sort(String column, boolean descending) {
    rows.setOrder(rows.order(column(column), descending).sorted());
  }

  @Test
  void namesAreOrderedAsPeopleCount() {
    sort("name", false);
    assertThat(names()).containsExactly("db", "Web1", "web2", "web10");
    sort("name", true);
    assertThat(names()).containsExactly("web10", "web2", "Web1", "db");
  }

  @Test
  void addressesAreOrderedByNumberAndEmptyOnesStandLastInBothDirections() {
    sort("addresses", false);
    assertThat(names()).containsExactly("Web1", "web10", "web2", "db");
    sort("addresses", true);
    assertThat(names()).containsExactly("web2", "web10", "Web1", "db");
  }

  @Test
  void risksAreOrderedByDegreeAndEqualRowsStayAsTheyWere() {
    sort("name", false);
    sort("risk", false);
    assertThat(names()).containsExactly("Web1", "web10", "db", "web2");
  }

  @Test
  void theSearchWantsEveryWordSomewhere() {
    rows.setSearch("WEB 10.0");
    assertThat(names()).containsExactly("web10", "web2");
    rows.setSearch("nowhere");
    assertThat(rows.size()).isZero();
    assertThat(rows.total()).isEqualTo(4);
  }

  @Test
  void aColumnWantsAPartTheWholeNothingOrNot() {
    rows.setColumnFilters(Map.of(column("name"), "web1"));
    assertThat(names()).containsExactly("web10", "Web1");
    rows.setColumnFilters(Map.of(column("name"), "=web1"));
    assertThat(names()).containsExactly("Web1");
    rows.setColumnFilters(Map.of(column("addresses"), "="));
    assertThat(names()).containsExactly("db");
    rows.setColumnFilters(Map.of(column("name"), "!web"));
    assertThat(names()).containsExactly("db");
    rows.setColumnFilters(Map.of(column("zone"), "web"));
    assertThat(rows.size()).isZero();
  }

  @Test
  void rowsStayInTheirOrderWhenOthersComeAndGo() {
    sort("name", false);
    web.getServers().remove(1);
    add("alpha", "10.0.0.1", Risk.LOW);
    assertThat(rows.refresh(List.of(design))).isTrue();
    assertThat(names()).containsExactly("db", "Web1", "web10", "alpha");
    assertThat(rows.indexOf(rows.get(2))).isEqualTo(2);
    assertThat(rows.refresh(List.of(design))).isFalse();
  }

  @Test
  void aPreparedFilterAnswersTheSameAsOneThatIsNot() {
    while (!rows.prepare(1)) {
      // Until all rows are read.
    }
    rows.setSearch("10.0");
    assertThat(names()).containsExactly("web10", "web2");
    Server changed = (Server) rows.get(0);
    changed.setAddresses(List.of("192.0.2.1"));
    rows.refresh(List.of(changed));
    rows.setSearch("10.0");
    assertThat(names()).containsExactly("web2");
  }

  @Test
  void someRowsAreShownAlone() {
    rows.showOnly(Set.of(rows.get(1)));
    assertThat(names()).containsExactly("web2");
    assertThat(rows.isFiltered()).isTrue();
    rows.showOnly(null);
    assertThat(rows.size()).isEqualTo(4);
  }

  @Test
  void flowsOfGroupAndZoneCountForTheServer() {
    Zone data = NewElements.zone("data");
    design.getZones().add(data);
    Flow fromGroup = NewElements.flow(web, data);
    Flow fromServer = NewElements.flow(web.getServers().get(0), data);
    Flow toZone = NewElements.flow(data, dmz);
    design.getFlows().addAll(List.of(fromGroup, fromServer, toZone));
    rows.refresh(List.of(design));
    assertThat(rows.text(column("out"), 0)).isEqualTo("2");
    assertThat(rows.text(column("out"), 1)).isEqualTo("1");
    assertThat(rows.text(column("in"), 1)).isEqualTo("1");
  }
}
