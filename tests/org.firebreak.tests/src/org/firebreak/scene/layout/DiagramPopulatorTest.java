package org.firebreak.scene.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.scene.BoxKind;
import org.firebreak.scene.LabShop;
import org.firebreak.scene.Line;
import org.firebreak.scene.Pictures;
import org.firebreak.scene.RandomDesigns;
import org.firebreak.scene.Scene;
import org.firebreak.scene.SceneBuilder;
import org.firebreak.scene.SceneOptions;
import org.junit.jupiter.api.Test;

class DiagramPopulatorTest {

  @Test
  void labShopShowsEverything() {
    Design design = LabShop.create();

    Diagram diagram = DiagramPopulator.populate(design, "Shop overview", SceneOptions.plain());

    assertThat(diagram.getName()).isEqualTo("Shop overview");
    assertThat(diagram.eContainer()).isNull();
    assertThat(diagram.getNodes()).extracting(DiagramNode::getElement).doesNotHaveDuplicates();
    assertThat(count(diagram, Zone.class)).isEqualTo(7);
    assertThat(count(diagram, ServerGroup.class)).isEqualTo(13);
    assertThat(count(diagram, ExternalNetwork.class)).isEqualTo(1);
    assertThat(diagram.getNodes()).noneMatch(DiagramNode::isCollapsed);
  }

  @Test
  void externalNetworksWithoutFlowsAreLeftOut() {
    Design design = LabShop.create();
    design.getFlows().removeIf(flow -> flow.getDestination() instanceof ExternalNetwork);

    Diagram diagram = DiagramPopulator.populate(design, "Overview", SceneOptions.plain());

    assertThat(count(diagram, ExternalNetwork.class)).isZero();
  }

  @Test
  void largeDesignOpensWithFlowsBetweenZones() {
    Design design = RandomDesigns.create(5, 16, 150, 400);

    Diagram diagram = Pictures.populated(design);

    Scene scene = SceneBuilder.build(diagram);
    assertThat(scene.boxes())
        .filteredOn(box -> box.kind() == BoxKind.ZONE)
        .allMatch(box -> box.look().collapsed());
    assertThat(scene.lines()).anyMatch(Line::aggregated);
    Pictures.assertNoOverlaps(scene);
    Pictures.assertLinesAroundBoxes(scene);
  }

  @Test
  void collapsedZonesOpenTidily() {
    Design design = RandomDesigns.create(5, 16, 150, 20);
    Diagram diagram = Pictures.populated(design);
    for (DiagramNode node : diagram.getNodes()) {
      if (node.getElement() instanceof Zone) {
        node.setCollapsed(false);
      }
    }

    Scene scene = SceneBuilder.sketch(diagram, SceneOptions.plain());

    Pictures.assertContentInside(scene);
    for (Zone zone : design.getZones()) {
      String id = Pictures.box(scene, zone).id();
      assertThat(scene.children(id))
          .allSatisfy(
              box ->
                  assertThat(scene.children(id))
                      .noneMatch(other -> other != box && other.bounds().intersects(box.bounds())));
    }
  }

  private static long count(Diagram diagram, Class<?> kind) {
    return diagram.getNodes().stream().filter(node -> kind.isInstance(node.getElement())).count();
  }
}
