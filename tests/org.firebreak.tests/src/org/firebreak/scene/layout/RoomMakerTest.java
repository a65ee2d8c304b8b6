package org.firebreak.scene.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.scene.LabShop;
import org.firebreak.scene.Pictures;
import org.firebreak.scene.RandomDesigns;
import org.firebreak.scene.Scene;
import org.firebreak.scene.SceneBuilder;
import org.firebreak.scene.SceneOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomMakerTest {
  private static final SceneOptions PLAIN = SceneOptions.plain();

  @Test
  void nothingMovesWhereThereIsRoom() {
    Diagram diagram = Pictures.populated(LabShop.create());

    for (DiagramNode node : diagram.getNodes()) {
      assertThat(RoomMaker.around(diagram, node, PLAIN).places()).isEmpty();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void neighboursGiveWayToWhatOpens(long seed) {
    Design design = RandomDesigns.create(seed, 5, 24, 20);
    Diagram diagram = Pictures.populated(design);
    for (DiagramNode node : diagram.getNodes()) {
      node.setCollapsed(
          node.getElement() instanceof ServerGroup || node.getElement() instanceof Zone);
    }
    LayeredLayout.layout(diagram, PLAIN).applyTo(diagram);
    for (DiagramNode node : diagram.getNodes()) {
      node.setWidth(0);
      node.setHeight(0);
    }

    for (DiagramNode node : diagram.getNodes()) {
      if (node.isCollapsed()) {
        node.setCollapsed(false);
        int x = node.getX();
        int y = node.getY();
        RoomMaker.around(diagram, node, PLAIN).applyTo(diagram);
        assertThat(node.getX()).isEqualTo(x);
        assertThat(node.getY()).isEqualTo(y);
      }
    }

    Scene scene = SceneBuilder.sketch(diagram, PLAIN);
    Pictures.assertNoOverlaps(scene);
    Pictures.assertContentInside(scene);
  }

  @Test
  void openingAGroupPushesTheOneBelow() {
    Design design = LabShop.create();
    Diagram diagram = Pictures.populated(design);
    DiagramNode web =
        diagram.getNodes().stream()
            .filter(n -> n.getElement() instanceof ServerGroup g && g.getName().equals("log"))
            .findFirst()
            .orElseThrow();
    web.setHeight(web.getHeight() + 200);

    RoomMaker.around(diagram, web, PLAIN).applyTo(diagram);

    Scene scene = SceneBuilder.sketch(diagram, PLAIN);
    Pictures.assertNoOverlaps(scene);
    Pictures.assertContentInside(scene);
  }
}
