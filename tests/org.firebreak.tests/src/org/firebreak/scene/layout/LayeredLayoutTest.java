package org.firebreak.scene.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramConnection;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.Risk;
import org.firebreak.model.TrustLevel;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;
import org.firebreak.scene.Box;
import org.firebreak.scene.BoxKind;
import org.firebreak.scene.Designs;
import org.firebreak.scene.LabShop;
import org.firebreak.scene.Line;
import org.firebreak.scene.Pictures;
import org.firebreak.scene.RandomDesigns;
import org.firebreak.scene.Scene;
import org.firebreak.scene.SceneBuilder;
import org.firebreak.scene.SceneOptions;
import org.firebreak.scene.geometry.Rect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayeredLayoutTest {
  private static final SceneOptions PLAIN = SceneOptions.plain();

  @Test
  void labShopFitsAScreenAndRunsFromLeftToRight() {
    Design design = LabShop.create();

    Scene scene = SceneBuilder.build(Pictures.populated(design), PLAIN);

    Pictures.assertTidy(scene);
    assertThat((double) scene.bounds().width() / scene.bounds().height()).isBetween(1.1, 2.4);
    assertThat(scene.bounds().width()).isLessThan(1280);
    assertThat(scene.lines()).hasSize(20).allMatch(Line::stored);
    assertThat(middle(scene, "lb")).isLessThan(middle(scene, "pay"));
    assertThat(middle(scene, "app")).isLessThan(middle(scene, "db"));
    assertThat(middle(scene, "db")).isLessThan(middle(scene, "log"));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void randomDesignsAreTidy(long seed) {
    int size = (int) (seed * 3);
    Design design = RandomDesigns.create(seed, 1 + size / 5, 3 + size, size * 4 / 3);

    Scene scene = SceneBuilder.build(Pictures.populated(design), PLAIN);

    Pictures.assertTidy(scene);
  }

  @Test
  void routesSurviveBeingStored() {
    Design design = RandomDesigns.create(42, 5, 18, 30);
    Diagram diagram = Pictures.populated(design);

    Scene scene = SceneBuilder.build(diagram, PLAIN);

    assertThat(scene.lines()).isNotEmpty().allMatch(Line::stored);
    assertThat(diagram.getConnections())
        .extracting(DiagramConnection::getFlow)
        .doesNotHaveDuplicates();
  }

  @Test
  void sameDesignGetsTheSameLayoutWhateverItsIds() {
    String first = Pictures.geometry(arranged(RandomDesigns.create(7, 6, 24, 40)));
    String second = Pictures.geometry(arranged(RandomDesigns.create(7, 6, 24, 40)));

    assertThat(second).isEqualTo(first);
  }

  @Test
  void arrangingAnArrangedDiagramAgainChangesNothing() {
    Design design = LabShop.create();
    Diagram diagram = Pictures.populated(design);
    String once = Pictures.geometry(SceneBuilder.build(diagram, PLAIN));

    LayeredLayout.layout(diagram, PLAIN).applyTo(diagram);

    assertThat(Pictures.geometry(SceneBuilder.build(diagram, PLAIN))).isEqualTo(once);
  }

  @Test
  void pinnedBoxesStayAndOthersMakeWay() {
    Design design = LabShop.create();
    Diagram diagram = Pictures.populated(design);
    DiagramNode data = node(diagram, "data");
    data.setPinned(true);
    data.setX(40);
    data.setY(60);
    DiagramNode mon = node(diagram, "mon");
    mon.setPinned(true);
    mon.setY(mon.getY() + 37);
    int x = mon.getX();
    int y = mon.getY();

    LayeredLayout.layout(diagram, PLAIN).applyTo(diagram);

    assertThat(List.of(data.getX(), data.getY())).containsExactly(40, 60);
    assertThat(List.of(mon.getX(), mon.getY())).containsExactly(x, y);
    Scene scene = SceneBuilder.build(diagram, PLAIN);
    Pictures.assertNoOverlaps(scene);
    Pictures.assertContentInside(scene);
    Pictures.assertLinesAroundBoxes(scene);
  }

  @Test
  void firewallsStandAboveTheBoundaryTheyGuardAndNotesKeepTheirPlaceIfFree() {
    Design design = LabShop.create();
    EnforcementPoint firewall = NewElements.enforcementPoint("FW pair", EnforcementKind.CENTRAL);
    Zone pci = design.getZones().get(5);
    firewall.getGuards().add(pci);
    design.getEnforcementPoints().add(firewall);
    Diagram diagram = Pictures.populated(design);
    DiagramNode note = NewElements.node(null);
    note.setText("free");
    note.setX(3000);
    note.setY(2000);
    diagram.getNodes().add(note);

    LayeredLayout.layout(diagram, PLAIN).applyTo(diagram);

    Scene scene = SceneBuilder.build(diagram, PLAIN);
    Rect wall = Pictures.box(scene, firewall).bounds();
    Rect zone = Pictures.box(scene, pci).bounds();
    assertThat(wall.bottom()).isLessThan(zone.y());
    assertThat(wall.centerX()).isCloseTo(zone.right(), org.assertj.core.data.Offset.offset(2));
    assertThat(note.getX()).isGreaterThan(2900);
    Pictures.assertTidy(scene);
  }

  @Test
  void boxesWithoutFlowsStandApartToTheRight() {
    Design design = LabShop.create();
    Zone spare = NewElements.zone("spare");
    spare.setTrust(TrustLevel.INTERNAL);
    design.getZones().add(0, spare);

    Scene scene = arranged(design);

    Rect right = Pictures.box(scene, spare).bounds();
    for (Box box : scene.children(null)) {
      assertThat(box.bounds().right() <= right.x() || box.bounds().equals(right)).isTrue();
    }
  }

  @Test
  void collapsedBoxesKeepTheSizeToWhichTheyOpen() {
    Design design = LabShop.create();
    Diagram diagram = Pictures.populated(design);
    DiagramNode mgmt = node(diagram, "mgmt");
    int width = mgmt.getWidth();
    mgmt.setCollapsed(true);

    LayeredLayout.layout(diagram, PLAIN).applyTo(diagram);

    assertThat(mgmt.getWidth()).isEqualTo(width);
    Pictures.assertTidy(SceneBuilder.build(diagram, PLAIN));
  }

  @Test
  void designsWithoutAnythingOrWithoutFlowsAreNoTrouble() {
    Designs empty = new Designs("Empty");
    assertThat(arranged(empty.design()).boxes()).isEmpty();

    Designs loose = new Designs("Loose");
    for (int i = 0; i < 17; i++) {
      loose.group(null, "g" + i, Risk.LOW, "10.0.0." + i);
    }
    Scene scene = arranged(loose.design());
    Pictures.assertTidy(scene);
    assertThat(scene.bounds().width()).isLessThan(2 * scene.bounds().height() + 400);
  }

  @Test
  void figureForTwoHundredNodes() {
    Design design = RandomDesigns.create(3, 14, 59, 200);
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      DiagramPopulator.populate(design, "All", PLAIN);
      millis.add((System.nanoTime() - start) / 1_000_000);
    }
    Diagram diagram = Pictures.populated(design);
    long start = System.nanoTime();
    Scene scene = SceneBuilder.build(diagram, PLAIN);
    long build = (System.nanoTime() - start) / 1_000_000;

    System.out.printf(
        "layout of %d boxes and %d lines: best %d ms; scene from stored routes: %d ms%n",
        scene.boxes().size(), scene.lines().size(), Collections.min(millis), build);
    Pictures.assertNoOverlaps(scene);
    assertThat(Collections.min(millis)).isLessThan(20_000);
  }

  private static Scene arranged(Design design) {
    return SceneBuilder.build(Pictures.populated(design), PLAIN);
  }

  private static int middle(Scene scene, String title) {
    return scene.boxes().stream()
        .filter(box -> box.kind() == BoxKind.GROUP && box.text().title().equals(title))
        .findFirst()
        .orElseThrow()
        .bounds()
        .centerX();
  }

  private static DiagramNode node(Diagram diagram, String name) {
    return diagram.getNodes().stream()
        .filter(n -> n.getElement() != null && name.equals(n.getElement().getName()))
        .findFirst()
        .orElseThrow();
  }
}
