package org.firebreak.scene.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.model.io.DesignFile;
import org.firebreak.model.io.DesignFileException;
import org.firebreak.scene.Box;
import org.firebreak.scene.BoxKind;
import org.firebreak.scene.Pictures;
import org.firebreak.scene.RandomDesigns;
import org.firebreak.scene.Scene;
import org.firebreak.scene.SceneBuilder;
import org.firebreak.scene.SceneOptions;
import org.firebreak.scene.geometry.Point;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** After arranging, no two siblings overlap and content lies inside its container. */
class NeverOverlappingTest {
  private static final SceneOptions PLAIN = SceneOptions.plain();

  static Stream<Path> samples() throws IOException {
    Path folder = Path.of(System.getProperty("firebreak.root"), "samples");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".firebreak"))
          .sorted()
          .toList()
          .stream();
    }
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 10);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyDiagramOfASample(Path sample) throws IOException, DesignFileException {
    Design design = DesignFile.load(sample);
    assertThat(design.getDiagrams()).isNotEmpty();
    for (Diagram diagram : design.getDiagrams()) {
      LayeredLayout.layout(diagram, PLAIN).applyTo(diagram);
      check(diagram);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void randomDesigns(long seed) {
    Diagram diagram = messy(seed);
    LayeredLayout.layout(diagram, PLAIN).applyTo(diagram);
    check(diagram);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void randomDesignsWithPinnedNodes(long seed) {
    Diagram diagram = messy(seed);
    LayeredLayout.layout(diagram, PLAIN).applyTo(diagram);
    Random random = new Random(seed);
    Map<DiagramNode, Point> pinned = new HashMap<>();
    for (DiagramNode node : diagram.getNodes()) {
      if (random.nextInt(5) == 0) {
        node.setPinned(true);
        pinned.put(node, new Point(node.getX(), node.getY()));
      }
    }
    LayeredLayout.layout(diagram, PLAIN).applyTo(diagram);
    check(diagram);
    pinned.forEach(
        (node, place) -> {
          if (!(node.getElement().eContainer() instanceof Zone)) {
            assertThat(new Point(node.getX(), node.getY())).isEqualTo(place);
          }
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void selections(long seed) {
    Diagram diagram = messy(seed);
    LayeredLayout.layout(diagram, PLAIN).applyTo(diagram);
    Random random = new Random(seed);
    for (int round = 0; round < 4; round++) {
      Set<String> selection =
          diagram.getNodes().stream()
              .filter(node -> random.nextInt(4) == 0)
              .map(DiagramNode::getId)
              .collect(Collectors.toSet());
      EcoreUtil.Copier copier = new EcoreUtil.Copier();
      copier.copy(diagram.eContainer());
      copier.copyReferences();
      Diagram copy = (Diagram) copier.get(diagram);
      LayoutResult result = SelectionLayout.layout(copy, PLAIN, selection);
      new LayoutResult(result.nodes(), Map.of(), false).applyTo(diagram);
      check(diagram);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void collapsingAndExpandingInAnyOrder(long seed) {
    Diagram diagram = messy(seed);
    LayeredLayout.layout(diagram, PLAIN).applyTo(diagram);
    List<DiagramNode> nodes = new ArrayList<>(diagram.getNodes());
    nodes.removeIf(
        node ->
            !(node.getElement() instanceof Zone) && !(node.getElement() instanceof ServerGroup));
    Random random = new Random(seed);
    for (int round = 0; round < 40; round++) {
      Scene before = SceneBuilder.sketch(diagram, PLAIN);
      int some = random.nextInt(10) == 0 ? nodes.size() : 1;
      boolean collapse = random.nextBoolean();
      for (int i = 0; i < some; i++) {
        DiagramNode node = nodes.get(some == 1 ? random.nextInt(nodes.size()) : i);
        node.setCollapsed(some == 1 ? !node.isCollapsed() : collapse);
      }
      RoomMaker.since(before, diagram, PLAIN).applyTo(diagram);
      check(diagram);
    }
  }

  /** Nested zones and many groups, some collapsed, thrown onto the diagram. */
  private static Diagram messy(long seed) {
    Design design = RandomDesigns.create(seed, 3 + (int) seed / 2, 8 + 3 * (int) seed, 24);
    Diagram diagram = Pictures.populated(design);
    Random random = new Random(seed);
    for (DiagramNode node : diagram.getNodes()) {
      node.setX(random.nextInt(900));
      node.setY(random.nextInt(700));
      node.setCollapsed(random.nextInt(6) == 0);
    }
    return diagram;
  }

  private static void check(Diagram diagram) {
    Scene scene = SceneBuilder.sketch(diagram, PLAIN);
    Pictures.assertContentInside(scene);
    Pictures.assertNoOverlaps(
        scene.restricted(
            box -> box.kind() != BoxKind.ENFORCEMENT_POINT && box.kind() != BoxKind.NOTE));
    for (Box box : scene.boxes()) {
      assertThat(box.bounds().width()).isPositive();
    }
  }
}
