package org.firebreak.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Encryption;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.Risk;
import org.firebreak.model.Routing;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.TrustLevel;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;
import org.firebreak.scene.geometry.Rect;
import org.junit.jupiter.api.Test;

class SceneBuilderTest {
  private final Designs d = new Designs("Test");

  @Test
  void contentStandsRelativeToTheZoneAroundIt() {
    Zone zone = d.zone("dmz", TrustLevel.PERIMETER);
    ServerGroup group = d.group(zone, "lb", Risk.HIGH, "10.0.0.1", "10.0.0.2");
    Diagram diagram = Pictures.showing(d.design(), zone, group);
    diagram.getNodes().get(0).setX(100);
    diagram.getNodes().get(0).setY(50);
    diagram.getNodes().get(1).setX(30);
    diagram.getNodes().get(1).setY(40);

    Scene scene = SceneBuilder.build(diagram);

    Box card = Pictures.box(scene, group);
    assertThat(card.parentId()).isEqualTo(diagram.getNodes().get(0).getId());
    assertThat(card.bounds().x()).isEqualTo(130);
    assertThat(card.bounds().y()).isEqualTo(90);
    assertThat(card.look().risk()).isEqualTo(Risk.HIGH);
    assertThat(scene.children(card.id()))
        .extracting(row -> row.text().title() + " " + row.text().secondary())
        .containsExactly("lb1 10.0.0.1", "lb2 10.0.0.2");
    Pictures.assertContentInside(scene);
  }

  @Test
  void zoneGrowsWithItsContentButKeepsALargerSize() {
    Zone zone = d.zone("dmz", TrustLevel.PERIMETER);
    ServerGroup group = d.group(zone, "lb", Risk.HIGH, "10.0.0.1");
    Diagram diagram = Pictures.showing(d.design(), zone, group);
    DiagramNode node = diagram.getNodes().get(0);
    node.setWidth(50);
    node.setHeight(900);

    Rect bounds = Pictures.box(SceneBuilder.build(diagram), zone).bounds();

    Rect card = Pictures.box(SceneBuilder.build(diagram), group).bounds();
    assertThat(bounds.right()).isEqualTo(card.right() + Measures.ZONE_PADDING);
    assertThat(bounds.height()).isEqualTo(900);
  }

  @Test
  void contentNeverCoversTheTitleOrTheLeftEdgeOfItsZone() {
    Zone zone = d.zone("dmz", TrustLevel.PERIMETER);
    ServerGroup group = d.group(zone, "lb", Risk.HIGH);
    Diagram diagram = Pictures.showing(d.design(), zone, group);
    diagram.getNodes().get(1).setX(-300);
    diagram.getNodes().get(1).setY(-300);

    Rect card = Pictures.box(SceneBuilder.build(diagram), group).bounds();

    assertThat(card.x()).isEqualTo(Measures.ZONE_PADDING);
    assertThat(card.y()).isEqualTo(Measures.ZONE_HEADER);
  }

  @Test
  void largeGroupShowsSomeRowsAndHowManyMore() {
    String[] addresses = new String[30];
    java.util.Arrays.setAll(addresses, i -> "10.0.0." + i);
    ServerGroup group = d.group(null, "vm", Risk.LOW, addresses);
    Diagram diagram = Pictures.showing(d.design(), group);

    Scene natural = SceneBuilder.build(diagram);
    diagram.getNodes().get(0).setHeight(Measures.cardHeight(30));
    Scene tall = SceneBuilder.build(diagram);

    Box card = Pictures.box(natural, group);
    assertThat(natural.children(card.id())).hasSize(Measures.MAX_ROWS);
    assertThat(card.look().memberOverflow()).isEqualTo(30 - Measures.MAX_ROWS);
    assertThat(tall.children(card.id())).hasSize(30);
    Pictures.assertContentInside(natural);
  }

  @Test
  void flowsBetweenTheSameTwoBoxesShareOneLine() {
    ServerGroup a = d.group(null, "a", Risk.LOW);
    ServerGroup b = d.group(null, "b", Risk.LOW);
    d.flow("a", "b", "https").setState(FlowState.PROPOSED);
    d.flow("a", "b", "ssh", "tcp/9000", "dns", "tcp/8080-8090");
    d.flow("b", "a", "dns");

    Scene scene = SceneBuilder.build(Pictures.showing(d.design(), a, b));

    assertThat(scene.lines()).hasSize(2);
    Line line = scene.lines().get(0);
    assertThat(line.flowIds()).hasSize(2);
    assertThat(line.state()).isEqualTo(FlowState.APPROVED);
    assertThat(line.label().text()).isEqualTo("https, ssh +3");
    assertThat(line.label().count()).isEqualTo("×2");
    assertThat(line.hint())
        .containsExactly(
            "a → b: https (proposed)", "a → b: ssh, tcp/9000, dns, tcp/8080-8090 (approved)");
    assertThat(scene.lineOfFlow(line.flowIds().get(1))).contains(line);
    assertThat(scene.lines().get(1).label().count()).isEmpty();
  }

  @Test
  void bundleUnfoldsIntoLinesOfTheirOwn() {
    ServerGroup a = d.group(null, "a", Risk.LOW);
    ServerGroup b = d.group(null, "b", Risk.LOW);
    d.flow("a", "b", "https");
    d.flow("a", "b", "ssh");
    d.flow("b", "a", "dns");
    d.flow("a", "a", "tcp/1");
    d.flow("a", "a", "tcp/2");
    Diagram diagram = Pictures.showing(d.design(), a, b);
    String bundle = SceneBuilder.build(diagram).lines().get(0).id();

    Scene one = SceneBuilder.build(diagram, SceneOptions.plain().withUnfolded(bundle::equals));
    assertThat(one.lines())
        .extracting(line -> line.label().text() + line.label().count())
        .containsExactly("https", "ssh", "dns", "tcp/1, tcp/2×2");
    assertThat(one.lines()).extracting(Line::isUnfolded).containsExactly(true, true, false, false);
    assertThat(one.lines()).extracting(Line::bundleId).startsWith(bundle, bundle);

    for (Routing routing : Routing.values()) {
      diagram.setRouting(routing);
      Scene all = SceneBuilder.build(diagram, SceneOptions.plain().withUnfolded(line -> true));
      assertThat(all.lines()).hasSize(5);
      assertThat(all.lines()).extracting(Line::id).doesNotHaveDuplicates();
      assertThat(all.lines()).as("%s", routing).extracting(Line::route).doesNotHaveDuplicates();
      Pictures.assertLabelsFree(all);
    }
  }

  @Test
  void labelsSayWhatIsWanted() {
    ServerGroup a = d.group(null, "a", Risk.LOW);
    ServerGroup b = d.group(null, "b", Risk.LOW);
    d.flow("a", "b", "shop").getServices().get(0).setPorts("8443");
    d.flow("b", "a", "odd").getServices().clear();
    Diagram diagram = Pictures.showing(d.design(), a, b);

    assertThat(labels(diagram, LabelContents.SERVICE)).containsExactly("shop", "any");
    assertThat(labels(diagram, LabelContents.PORTS)).containsExactly("tcp/8443", "any");
    assertThat(labels(diagram, LabelContents.SERVICE_AND_PORTS))
        .containsExactly("shop tcp/8443", "any");
    assertThat(labels(diagram, LabelContents.NONE)).containsExactly("", "");
    SceneOptions none = SceneOptions.plain().withLabelContents(LabelContents.NONE);
    assertThat(SceneBuilder.build(diagram, none).lines())
        .allSatisfy(line -> assertThat(line.label().isEmpty()).isTrue());
    d.flow("a", "b", "ssh");
    assertThat(SceneBuilder.build(diagram, none).lines().get(0).label().count()).isEqualTo("×2");
  }

  private static List<String> labels(Diagram diagram, LabelContents contents) {
    return SceneBuilder.build(diagram, SceneOptions.plain().withLabelContents(contents))
        .lines()
        .stream()
        .map(line -> line.label().text())
        .toList();
  }

  @Test
  void collapsedZoneSumsUpWhatItHides() {
    Zone zone = d.zone("outer", TrustLevel.INTERNAL);
    Zone inner = d.zoneIn(zone, "inner", TrustLevel.DATA);
    d.group(inner, "db", Risk.CRITICAL, "10.0.0.1", "10.0.0.2");
    d.server(zone, "lone", Risk.LOW, "10.0.0.9");
    d.group(null, "app", Risk.LOW, "10.0.1.1");
    d.flow("app", "db1", "postgres");
    d.flow("app", "db2", "ssh");
    d.flow("app", "lone", "https");
    Diagram diagram = Pictures.populated(d.design());
    DiagramNode node =
        diagram.getNodes().stream().filter(n -> n.getElement() == zone).findFirst().orElseThrow();
    node.setCollapsed(true);

    SceneOptions badges = SceneOptions.plain().withBadges(end -> Badge.MICRO);
    Scene scene = SceneBuilder.build(diagram, badges);

    Box box = Pictures.box(scene, zone);
    assertThat(box.text().secondary()).isEqualTo("3 servers");
    assertThat(box.look().risk()).isEqualTo(Risk.CRITICAL);
    assertThat(box.look().badge()).isEqualTo(Badge.MICRO);
    assertThat(box.bounds().contains(box.expander())).isTrue();
    assertThat(scene.lines()).hasSize(1);
    assertThat(scene.lines().get(0).aggregated()).isTrue();
    assertThat(scene.lines().get(0).label().count()).isEqualTo("×3");
    assertThat(scene.lines().get(0).hint()).hasSize(3);
  }

  @Test
  void longListOfPortsIsShortenedOnTheLineButNotInTheTooltip() {
    ServerGroup a = d.group(null, "a", Risk.LOW);
    ServerGroup b = d.group(null, "b", Risk.LOW);
    d.flow("a", "b", "tcp/135,139,445,49152-65535");

    Line line = SceneBuilder.build(Pictures.showing(d.design(), a, b)).lines().get(0);

    assertThat(line.label().text()).isEqualTo("tcp/135,139,445,49152…");
    assertThat(line.hint()).containsExactly("a → b: tcp/135,139,445,49152-65535 (approved)");
  }

  @Test
  void flowToAHiddenServerEndsAtTheNearestShownBox() {
    Zone outer = d.zone("outer", TrustLevel.INTERNAL);
    Zone inner = d.zoneIn(outer, "inner", TrustLevel.DATA);
    ServerGroup db = d.group(inner, "db", Risk.LOW, "10.0.0.1", "10.0.0.2");
    ServerGroup app = d.group(null, "app", Risk.LOW, "10.0.1.1");
    d.flow("app", "db2", "postgres");
    Diagram diagram = Pictures.showing(d.design(), outer, inner, db, app);

    Line toRow = SceneBuilder.build(diagram).lines().get(0);
    diagram.getNodes().get(2).setCollapsed(true);
    Line toGroup = SceneBuilder.build(diagram).lines().get(0);
    diagram.getNodes().get(0).setCollapsed(true);
    Scene collapsed = SceneBuilder.build(diagram);

    assertThat(toRow.destinationId()).isEqualTo(db.getServers().get(1).getId());
    assertThat(toRow.aggregated()).isFalse();
    assertThat(toGroup.destinationId()).isEqualTo(diagram.getNodes().get(2).getId());
    assertThat(toGroup.aggregated()).isTrue();
    assertThat(collapsed.lines().get(0).destinationId())
        .isEqualTo(diagram.getNodes().get(0).getId());
    assertThat(collapsed.boxes())
        .extracting(Box::kind)
        .containsExactly(BoxKind.ZONE, BoxKind.GROUP, BoxKind.MEMBER);
  }

  @Test
  void whatStaysInsideACollapsedBoxIsNotShown() {
    ServerGroup db = d.group(null, "db", Risk.LOW, "10.0.0.1", "10.0.0.2");
    d.flow("db1", "db2", "postgres");
    Diagram diagram = Pictures.showing(d.design(), db);
    diagram.getNodes().get(0).setCollapsed(true);

    assertThat(SceneBuilder.build(diagram).lines()).isEmpty();
  }

  @Test
  void selfFlowIsALoopWhoseLabelStandsBesideTheCard() {
    ServerGroup db = d.group(null, "db", Risk.LOW, "10.0.0.1", "10.0.0.2");
    d.flow("db", "db", "postgres");

    Scene scene = SceneBuilder.build(Pictures.showing(d.design(), db));

    assertThat(scene.lines().get(0).isLoop()).isTrue();
    Pictures.assertTidy(scene);
  }

  @Test
  void diagramThatDoesNotShowAllFlowsShowsThoseItLists() {
    ServerGroup a = d.group(null, "a", Risk.LOW);
    ServerGroup b = d.group(null, "b", Risk.LOW);
    d.flow("a", "b", "https");
    Flow listed = d.flow("b", "a", "ssh");
    Diagram diagram = Pictures.showing(d.design(), a, b);
    diagram.setShowAllFlows(false);
    diagram.getConnections().add(NewElements.connection(listed));

    assertThat(SceneBuilder.build(diagram).lines())
        .singleElement()
        .satisfies(line -> assertThat(line.flowIds()).containsExactly(listed.getId()));
  }

  @Test
  void clearTextOutweighsEncryption() {
    ServerGroup a = d.group(null, "a", Risk.LOW);
    ServerGroup b = d.group(null, "b", Risk.LOW);
    ExternalNetwork c = d.external("c", "192.0.2.0/24");
    d.flow("a", "b", "https", "http");
    d.flow("b", "c", "https", "ssh");
    d.flow("c", "a", "https", "tcp/1");

    Scene scene = SceneBuilder.build(Pictures.showing(d.design(), a, b, c));

    assertThat(scene.lines())
        .extracting(Line::encryption)
        .containsExactly(Encryption.CLEAR_TEXT, Encryption.ENCRYPTED, Encryption.UNKNOWN);
    assertThat(Pictures.box(scene, c).text().secondary()).isEqualTo("192.0.2.0/24");
  }

  @Test
  void badgesAndFindingsComeFromTheCaller() {
    ServerGroup a = d.group(null, "a", Risk.LOW, "10.0.0.1", "10.0.0.2");
    ServerGroup b = d.group(null, "b", Risk.LOW);
    Server odd = a.getServers().get(1);
    Flow flow = d.flow("a", "b", "https");
    SceneOptions options =
        SceneOptions.plain()
            .withBadges(end -> end == odd ? Badge.MICRO : Badge.GROUP)
            .withAlarms(element -> element == flow ? Alarm.ERROR : Alarm.NONE);

    Scene scene = SceneBuilder.build(Pictures.showing(d.design(), a, b), options);

    assertThat(Pictures.box(scene, a).look().badge()).isEqualTo(Badge.GROUP);
    assertThat(Pictures.box(scene, a.getServers().get(0)).look().badge()).isEqualTo(Badge.NONE);
    assertThat(Pictures.box(scene, odd).look().badge()).isEqualTo(Badge.MICRO);
    assertThat(scene.lines().get(0).alarm()).isEqualTo(Alarm.ERROR);
  }

  @Test
  void notesAreWrappedAndGrowWithTheirText() {
    Diagram diagram = Pictures.showing(d.design());
    DiagramNode note = NewElements.node(null);
    note.setText("Ask the network team before this one is opened.\n\nUrgent");
    diagram.getNodes().add(note);

    Box box = SceneBuilder.build(diagram).boxes().get(0);

    assertThat(box.kind()).isEqualTo(BoxKind.NOTE);
    assertThat(box.text().lines()).contains("", "Urgent").hasSizeGreaterThan(3);
    assertThat(box.bounds().height())
        .isGreaterThanOrEqualTo(box.text().lines().size() * TextStyle.NOTE.lineHeight());
  }

  @Test
  void elementWithoutAnIdIsRefusedByItsClass() {
    ServerGroup a = d.group(null, "a", Risk.LOW);
    a.setId(null);
    Diagram diagram = Pictures.showing(d.design(), a);

    assertThatThrownBy(() -> SceneBuilder.build(diagram))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ServerGroup without an id");
  }

  @Test
  void emptyDiagramIsAnEmptyScene() {
    Scene scene = SceneBuilder.build(Pictures.showing(d.design()));

    assertThat(scene.boxes()).isEmpty();
    assertThat(scene.bounds()).isEqualTo(new Rect(0, 0, 0, 0));
    assertThat(scene.description()).startsWith("Data-flow diagram with 0 zones");
  }

  @Test
  void sceneKnowsTheNameOfItsDesignIfTheDiagramHasNone() {
    Diagram diagram = Pictures.showing(d.design(), d.group(null, "a", Risk.LOW));
    diagram.setName(" ");

    assertThat(List.of(SceneBuilder.build(diagram).name())).containsExactly("Test");
  }
}
