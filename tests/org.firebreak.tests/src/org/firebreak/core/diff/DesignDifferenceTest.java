package org.firebreak.core.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.Flow;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DesignDifferenceTest {
  private final Design design = NewElements.design("shop");
  private final Zone zone = NewElements.zone("data");
  private final ServerGroup web = NewElements.group("web");
  private final ServerGroup app = NewElements.group("app");
  private final Server web1 = NewElements.server("web1");
  private Flow flow;
  private Design before;

  @BeforeEach
  void fill() {
    design.getZones().add(zone);
    zone.getGroups().add(web);
    zone.getGroups().add(app);
    web.getServers().add(web1);
    flow = NewElements.flow(web, app);
    design.getFlows().add(flow);
    Diagram diagram = NewElements.diagram("Overview");
    diagram.getNodes().add(NewElements.node(zone));
    design.getDiagrams().add(diagram);
    before = EcoreUtil.copy(design);
  }

  @Test
  void copyDoesNotDiffer() {
    assertThat(difference().isEmpty()).isTrue();
    assertThat(difference().summary()).isEqualTo("no difference");
  }

  @Test
  void addedAndRemovedElementsAreNamed() {
    app.getServers().add(NewElements.server("app1"));
    EcoreUtil.delete(web1);
    DesignDifference difference = difference();
    assertThat(difference.added())
        .extracting(ElementChange::toString)
        .containsExactly("Server app1");
    assertThat(difference.removed())
        .extracting(ElementChange::toString)
        .containsExactly("Server web1");
    assertThat(difference.changed()).isEmpty();
    assertThat(difference.summary()).isEqualTo("1 added, 1 removed");
  }

  @Test
  void changedAttributesAreNamedAsThePropertiesAre() {
    web.setName("front");
    web.setRole("web server");
    web1.setAddresses(List.of("10.0.0.1"));
    assertThat(difference().changed())
        .extracting(ElementChange::toString)
        .containsExactly("Server group front: name, role", "Server web1: addresses");
  }

  @Test
  void referencesAreComparedByTheElementsThatTheyName() {
    flow.setDestination(zone);
    assertThat(difference().changed())
        .extracting(ElementChange::attributes)
        .containsExactly(List.of("server"));
  }

  @Test
  void elementElsewhereIsMovedNotRemoved() {
    app.getServers().add(web1);
    assertThat(difference().changed())
        .extracting(ElementChange::toString)
        .containsExactly("Server web1: container");
    assertThat(difference().added()).isEmpty();
    assertThat(difference().removed()).isEmpty();
  }

  @Test
  void labelsBelongToTheirElement() {
    web1.getLabels().add(NewElements.label("tier", "web"));
    assertThat(difference().changed())
        .extracting(ElementChange::attributes)
        .containsExactly(List.of("labels"));
  }

  @Test
  void whatIsDrawnIsTheLayoutOfTheDiagram() {
    design.getDiagrams().get(0).getNodes().get(0).setX(40);
    design.getDiagrams().get(0).getConnections().add(NewElements.connection(flow));
    assertThat(difference().changed())
        .extracting(ElementChange::toString)
        .containsExactly("Diagram Overview: layout");
  }

  @Test
  void orderMakesNoDifference() {
    zone.getGroups().move(0, app);
    assertThat(difference().isEmpty()).isTrue();
  }

  private DesignDifference difference() {
    return DesignDifference.between(before, design);
  }
}
