package org.firebreak.scene.svg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.Risk;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.ServerKind;
import org.firebreak.model.TrustLevel;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;
import org.firebreak.scene.Alarm;
import org.firebreak.scene.Badge;
import org.firebreak.scene.Designs;
import org.firebreak.scene.LabShop;
import org.firebreak.scene.Pictures;
import org.firebreak.scene.Scene;
import org.firebreak.scene.SceneBuilder;
import org.firebreak.scene.SceneOptions;
import org.firebreak.scene.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgWriterTest {
  private static final Path GOLDEN =
      Path.of(
          System.getProperty("firebreak.root"),
          "tests/org.firebreak.tests/src/org/firebreak/scene/svg");

  /** Six px a character in every style, so that no font has a say. */
  private static final SceneOptions STUB =
      SceneOptions.plain().withMetrics((text, style) -> 6 * text.length());

  @ParameterizedTest
  @EnumSource(Theme.class)
  void oneOfEachKindLooksAsAgreed(Theme theme) throws IOException {
    String svg = SvgWriter.write(oneOfEach(), theme);

    Path golden = GOLDEN.resolve("one-of-each-" + theme.name().toLowerCase(Locale.ROOT) + ".svg");
    if ("update".equals(System.getProperty("firebreak.golden"))) {
      Files.writeString(golden, svg);
    }
    assertThat(svg)
        .as("%s; -Dfirebreak.golden=update accepts it", golden.getFileName())
        .isEqualTo(Files.readString(golden));
  }

  @Test
  void documentSaysWhatItShows() throws Exception {
    Scene scene = SceneBuilder.build(Pictures.populated(LabShop.create()));

    Element svg = parse(SvgWriter.write(scene, Theme.DARK)).getDocumentElement();

    assertThat(svg.getAttribute("role")).isEqualTo("img");
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("Overview");
    assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo(
            "Data-flow diagram with 7 zones, 13 server groups, 20 servers, 1 external network"
                + " and 20 flows.");
  }

  @Test
  void nothingIsLoadedFromElsewhere() {
    Scene scene = SceneBuilder.build(Pictures.populated(LabShop.create()));

    assertThat(SvgWriter.write(scene, Theme.LIGHT))
        .doesNotContain("href", "url(", "<script", "<!", "<?", "@import")
        .containsOnlyOnce("http://");
  }

  @Test
  void hostileNamesStayText() throws Exception {
    String name = "</text><script>alert('x')</script>&amp;\"\u0000\uFFFE\uD800]]>";
    Designs d = new Designs(name);
    ServerGroup group = d.group(null, name, Risk.LOW, "10.0.0.1");
    d.external("*", "0.0.0.0/0");
    d.flow("*", name, name);
    Diagram diagram =
        Pictures.showing(d.design(), group, (org.firebreak.model.NamedElement) d.end("*"));
    diagram.setName(name);

    String svg = SvgWriter.write(SceneBuilder.build(diagram), Theme.LIGHT);

    assertThat(svg).doesNotContain("<script");
    Document document = parse(svg);
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    NodeList titles = document.getElementsByTagName("title");
    assertThat(titles.item(0).getTextContent()).startsWith("</text><script>alert('x')</script>");
  }

  @Test
  void sameSceneGivesTheSameBytesInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      String one = SvgWriter.write(oneOfEach(), Theme.LIGHT);
      Locale.setDefault(Locale.GERMANY);
      assertThat(SvgWriter.write(oneOfEach(), Theme.LIGHT)).isEqualTo(one);
    } finally {
      Locale.setDefault(before);
    }
  }

  private static Scene oneOfEach() {
    Designs d = new Designs("One of each");
    Design design = d.design();
    Zone dmz = d.zone("DMZ", TrustLevel.PERIMETER);
    dmz.setTint("#E8F4D0");
    Zone inner = d.zoneIn(dmz, "Inner", TrustLevel.REGULATED);
    ServerGroup web = d.group(dmz, "web", Risk.HIGH, "10.0.0.1", "10.0.0.2");
    web.getServers().get(0).setInternetFacing(true);
    web.getServers().get(1).setKind(ServerKind.BARE_METAL);
    ServerGroup old = d.group(inner, "old", Risk.CRITICAL, "10.0.1.1");
    old.getServers().get(0).setKind(ServerKind.CONTAINER_HOST);
    d.server(null, "lone", Risk.MEDIUM, "10.0.2.1");
    d.external("Partners", "192.0.2.0/24", "198.51.100.0/24");
    design
        .getEnforcementPoints()
        .add(NewElements.enforcementPoint("FW pair", EnforcementKind.CENTRAL));
    design.getEnforcementPoints().get(0).setId(d.nextId());
    Zone closed = d.zone("Closed", TrustLevel.EXTERNAL);
    d.group(closed, "hidden", Risk.LOW, "10.0.3.1");
    d.flow("Partners", "web", "https");
    d.flow("Partners", "web", "ssh").setState(FlowState.PROPOSED);
    d.flow("web1", "lone", "http");
    d.flow("web2", "web1", "tcp/1").setState(FlowState.PROPOSED);
    d.flow("lone", "old", "tcp/8000-8010").setState(FlowState.RETIRED);
    d.flow("lone", "hidden1", "dns");
    Diagram diagram = NewElements.diagram("One of <each> & more");
    diagram.setId(d.nextId());
    design.getDiagrams().add(diagram);
    add(d, diagram, NewElements.node(dmz), 300, 0);
    add(d, diagram, NewElements.node(inner), 14, 160);
    add(d, diagram, NewElements.node(web), 14, 34);
    add(d, diagram, NewElements.node(old), 14, 34);
    add(d, diagram, NewElements.node(design.getServers().get(0)), 700, 60);
    add(d, diagram, NewElements.node(design.getExternalNetworks().get(0)), 0, 40);
    add(d, diagram, NewElements.node(design.getEnforcementPoints().get(0)), 520, -80);
    add(d, diagram, NewElements.node(closed), 700, 220);
    diagram.getNodes().getLast().setCollapsed(true);
    add(d, diagram, NewElements.node(null), 0, 180);
    diagram.getNodes().getLast().setText("Notes are wrapped where the paper ends.");
    diagram.getNodes().getFirst().setPinned(true);
    SceneOptions options =
        STUB.withBadges(end -> end == web ? Badge.GROUP : Badge.MICRO)
            .withAlarms(element -> element == old ? Alarm.ERROR : alarm(element, web));
    return SceneBuilder.build(diagram, options);
  }

  private static Alarm alarm(Object element, ServerGroup web) {
    boolean warned =
        element == web.getServers().get(1)
            || element instanceof Flow flow && flow.getSource() == web.getServers().get(0);
    return warned ? Alarm.WARNING : Alarm.NONE;
  }

  private static void add(Designs d, Diagram diagram, DiagramNode node, int x, int y) {
    node.setId(d.nextId());
    node.setX(x);
    node.setY(y);
    diagram.getNodes().add(node);
  }

  private static Document parse(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }
}
